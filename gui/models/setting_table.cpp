#include "gui/models/setting_table.hpp"

#include "core/scenario/setting_differences.hpp"
#include "gui/text.hpp"

#include <QCoreApplication>

namespace firn::gui {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("SettingTable", text); }

TableCell cell_of(const std::optional<std::string>& value) {
    return {value ? from_utf8(*value) : QStringLiteral("–")};
}

}  // namespace

TableContent differing_settings(const scenario::Scenario& here, const std::string& name_here,
                                const scenario::Scenario& there, const std::string& name_there) {
    TableContent content{{tr("Setting that differs"), from_utf8(name_here), from_utf8(name_there)}, {}};
    for (const scenario::SettingDifference& one : scenario::setting_differences(here, there))
        content.rows.push_back({{from_utf8(one.path)}, cell_of(one.first), cell_of(one.second)});
    return content;
}

}  // namespace firn::gui
