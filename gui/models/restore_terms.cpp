#include "gui/models/restore_terms.hpp"

#include "core/units/quantity_text.hpp"
#include "gui/text.hpp"

#include <QCoreApplication>

#include <optional>
#include <utility>

namespace firn::gui {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("RestoreTerms", text); }

/// The field's value by a parser of quantities; what is wrong with it goes to `wrong`.
template <class Value, class Parser>
std::optional<Value> read(const QString& field, const QString& name, Parser parse, Diagnostics& wrong) {
    const QString text = field.trimmed();
    if (text.isEmpty()) return std::nullopt;
    auto value = parse(to_utf8(text));
    if (value) return Value{*value};
    wrong.push_back({.code = value.error().code,
                     .where = {to_utf8(name), 0, 0},
                     .what = value.error().what,
                     .expected = value.error().expected,
                     .remedy = value.error().remedy});
    return std::nullopt;
}

}  // namespace

Result<RestoreTerms> terms_of(const RestoreFields& fields) {
    Diagnostics wrong;
    RestoreTerms terms;
    terms.within = read<Duration>(fields.within, tr("Deadline"), parse_duration, wrong);
    terms.budget = read<Money>(fields.budget, tr("Budget"), parse_amount, wrong);
    terms.stay_in_region = fields.stay_in_region;
    if (!wrong.empty()) return wrong;
    return terms;
}

std::string key_of(const RestoreFields& fields) {
    return to_utf8(fields.within.trimmed()) + "\n" + to_utf8(fields.budget.trimmed()) + "\n" +
           (fields.stay_in_region ? "in the region" : "");
}

}  // namespace firn::gui
