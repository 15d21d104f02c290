#include "core/report/variance_report.hpp"

#include "core/forecast/bridge_parts.hpp"
#include "core/report/assumption_json.hpp"
#include "core/report/json_value.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace firn::report {

namespace {

using forecast::Bridge;
using forecast::BridgePart;
using forecast::OneOff;
using forecast::Variance;
using forecast::VarianceMonth;

std::string shown(const Money& money) { return with_separators(to_text(money)); }

std::vector<std::string> row_of(const std::string& name, const Money& planned, const Money& actual,
                                const Bridge& bridge) {
    const Money difference{round_half_up(actual.amount(), 2) - round_half_up(planned.amount(), 2)};
    std::vector<std::string> row{name, shown(planned), shown(actual), shown(difference)};
    for (const BridgePart& part : shown_parts(bridge, planned, actual))
        row.push_back(with_separators(format_fixed(part.amount.amount(), 2)));
    return row;
}

Json bridge_json(const Bridge& bridge) {
    Json json;
    for (const forecast::NamedPart& part : forecast::kBridgeParts) {
        std::string key{part.name};
        std::replace(key.begin(), key.end(), '-', '_');
        json[key] = format_decimal((bridge.*part.money).amount());
    }
    return json;
}

std::string place_in(const Money& amount, const Money& low, const Money& high) {
    if (amount < low) return "below";
    return amount > high ? "above" : "inside";
}

Json one_off_json(const OneOff& one_off) {
    Json json{{"month", to_text(one_off.month)}, {"usage_type", one_off.line.usage_type}};
    if (one_off.line.charge) json["charge"] = usage::to_text(*one_off.line.charge);
    json["cost"] = format_decimal(one_off.line.cost.amount());
    return json;
}

}  // namespace

std::string band_place(const VarianceMonth& month) {
    return month.is_open ? "in part" : place_in(month.actual, month.budget.p10, month.budget.p90);
}

Table variance_months(const Variance& variance) {
    Table table{.columns = {{"month", Align::left}, {"budget"}, {"billed"}, {"difference"}}};
    for (const forecast::NamedPart& part : forecast::kBridgeParts)
        table.columns.push_back({part.name});
    table.columns.push_back({"P10"});
    table.columns.push_back({"P90"});
    table.columns.push_back({"band", Align::left});
    for (const VarianceMonth& month : variance.months) {
        auto row = row_of(to_text(month.budget.month), month.planned, month.actual, month.bridge);
        row.insert(row.end(), {shown(month.budget.p10), shown(month.budget.p90), band_place(month)});
        table.rows.push_back(std::move(row));
    }
    auto total = row_of("to date", variance.planned, variance.actual, variance.bridge);
    if (variance.so_far)
        total.insert(total.end(), {shown(variance.so_far->p10), shown(variance.so_far->p90),
                                   place_in(variance.actual, variance.so_far->p10, variance.so_far->p90)});
    else
        total.insert(total.end(), {"", "", ""});
    table.rows.push_back(std::move(total));
    return table;
}

std::string variance_text(const Variance& variance) {
    std::string text;
    for (const std::string& sentence : variance_sentences(variance))
        text += sentence + '\n';
    return text +
           fmt::format("\nMonths in {}:\n\n{}", variance.budget.currency,
                       to_plain_text(variance_months(variance))) +
           "\nThis rests on:\n\n" + assumption_list(variance_basis(variance));
}

std::string variance_markdown(const Variance& variance) {
    std::string text = "# Variance\n\n";
    for (const std::string& sentence : variance_sentences(variance))
        text += "- " + sentence + '\n';
    return text +
           fmt::format("\n## Months in {}\n\n{}", variance.budget.currency,
                       to_markdown(variance_months(variance))) +
           "\n## This rests on\n\n" + assumption_list(variance_basis(variance));
}

std::string variance_csv(const Variance& variance) {
    Table table{.columns = {{"month"}, {"budget"}, {"billed"}, {"inside"}}};
    for (const forecast::NamedPart& part : forecast::kBridgeParts)
        table.columns.push_back({part.name});
    for (const VarianceMonth& month : variance.months) {
        const char* inside = month.is_inside ? "true" : "false";
        std::vector<std::string> row{to_text(month.budget.month), format_decimal(month.planned.amount()),
                                     format_decimal(month.actual.amount()), month.is_open ? "" : inside};
        for (const forecast::NamedPart& part : forecast::kBridgeParts)
            row.push_back(format_decimal((month.bridge.*part.money).amount()));
        table.rows.push_back(std::move(row));
    }
    return to_csv(table);
}

std::string variance_json(const Variance& variance, const Provenance& provenance) {
    const auto amount = [](const Money& money) { return format_decimal(money.amount()); };
    Json json{{"firn", provenance_json(provenance)},
              {"name", variance.budget.name},
              {"currency", variance.budget.currency}};
    json["months"] = Json::array();
    for (const VarianceMonth& month : variance.months)
        json["months"].push_back({{"month", to_text(month.budget.month)},
                                  {"budget", amount(month.planned)},
                                  {"actual", amount(month.actual)},
                                  {"difference", amount(month.actual - month.planned)},
                                  {"p10", amount(month.budget.p10)},
                                  {"p90", amount(month.budget.p90)},
                                  {"inside", month.is_open ? Json{} : Json(month.is_inside)},
                                  {"billed_in_part", month.is_open},
                                  {"bridge", bridge_json(month.bridge)}});
    json["to_date"] = {{"budget", amount(variance.planned)},
                       {"actual", amount(variance.actual)},
                       {"difference", amount(variance.actual - variance.planned)},
                       {"bridge", bridge_json(variance.bridge)}};
    if (variance.so_far)
        json["to_date"].update(
            {{"p10", amount(variance.so_far->p10)},
             {"p50", amount(variance.so_far->p50)},
             {"p90", amount(variance.so_far->p90)},
             {"inside", place_in(variance.actual, variance.so_far->p10, variance.so_far->p90) == "inside"}});
    json["not_billed"] = Json::array();
    for (const BillingPeriod month : variance.not_billed)
        json["not_billed"].push_back(to_text(month));
    json["one_offs"] = Json::array();
    for (const OneOff& one_off : variance.one_offs)
        json["one_offs"].push_back(one_off_json(one_off));
    json["budget_is"] = "central_path";
    json["outlook"] = {{"original", amount(variance.original)},
                       {"as_planned", amount(variance.outlook)},
                       {"at_last_rate", amount(variance.outlook_at_rate)}};
    json["assumptions"] = assumptions_json(variance_basis(variance));
    return json_text(json);
}

}  // namespace firn::report
