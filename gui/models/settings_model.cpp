#include "gui/models/settings_model.hpp"

#include "gui/document/scenario_document.hpp"
#include "gui/models/setting_rows.hpp"
#include "gui/text.hpp"

#include <algorithm>
#include <utility>

namespace firn::gui {

namespace {

bool have_same_places(const std::vector<SettingRow>& a, const std::vector<SettingRow>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const SettingRow& left, const SettingRow& right) {
                          return left.path == right.path && left.kind == right.kind &&
                                 left.can_be_removed == right.can_be_removed;
                      });
}

}  // namespace

SettingsModel::SettingsModel(ScenarioDocument& document, QObject* parent)
    : QAbstractListModel{parent}, document_{document}, rows_{rows_of(document.reading())} {
    connect(&document_, &ScenarioDocument::changed, this, &SettingsModel::follow);
}

void SettingsModel::follow() {
    std::vector<SettingRow> rows = rows_of(document_.reading());
    if (!have_same_places(rows_, rows)) {
        beginResetModel();
        rows_ = std::move(rows);
        endResetModel();
        return;
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows_[i] == rows[i]) continue;
        rows_[i] = std::move(rows[i]);
        const QModelIndex changed = index(static_cast<int>(i));
        emit dataChanged(changed, changed);
    }
}

int SettingsModel::row_of(const std::string& path) const {
    const auto found =
        std::find_if(rows_.begin(), rows_.end(), [&](const SettingRow& row) { return row.path == path; });
    return found == rows_.end() ? -1 : static_cast<int>(found - rows_.begin());
}

int SettingsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

QVariant SettingsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const SettingRow& row = rows_[static_cast<std::size_t>(index.row())];
    switch (role) {
        case Qt::DisplayRole:
            return row.label;
        case Qt::EditRole:
            return row.value;
        case kPathRole:
            return from_utf8(row.path);
        case kHelpRole:
            return row.help;
        case kErrorRole:
            return row.errors.join(QLatin1Char{'\n'});
        case kFallbackRole:
            return row.fallback;
        case kStatedRole:
            return row.is_stated;
        default:
            return {};
    }
}

bool SettingsModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid)) return false;
    return set_value(index.row(), value.toString());
}

bool SettingsModel::set_value(int row, const QString& value) {
    const SettingRow& changed = rows_[static_cast<std::size_t>(row)];
    if (changed.kind != RowKind::choice) return document_.set_setting(changed.path, value);
    const qsizetype chosen = changed.choices.indexOf(value);
    return chosen >= 0 && document_.choose_section(changed.sections[static_cast<std::size_t>(chosen)]);
}

Qt::ItemFlags SettingsModel::flags(const QModelIndex& index) const {
    const Qt::ItemFlags flags = QAbstractListModel::flags(index);
    if (!index.isValid()) return flags;
    const RowKind kind = rows_[static_cast<std::size_t>(index.row())].kind;
    const bool has_value = kind == RowKind::setting || kind == RowKind::choice;
    return has_value ? flags | Qt::ItemIsEditable : flags;
}

}  // namespace firn::gui
