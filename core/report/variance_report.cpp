#include "core/report/variance_report.hpp"

#include "core/report/json_value.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace firn::report {

namespace {

using forecast::Bridge;

struct Part {
    const char* name;
    Money Bridge::*money;
};
constexpr std::array<Part, 6> kParts{{{"price", &Bridge::price},
                                      {"volume", &Bridge::volume},
                                      {"mix", &Bridge::mix},
                                      {"one-off", &Bridge::one_off},
                                      {"calendar", &Bridge::calendar},
                                      {"unexplained", &Bridge::unexplained}}};

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
    for (const Part& part : kParts) {
        std::string key{part.name};
        std::replace(key.begin(), key.end(), '-', '_');
        json[key] = format_decimal((bridge.*part.money).amount());
    }
    return json;
}

bool is_in(const std::vector<BillingPeriod>& months, BillingPeriod month) {
    return std::find(months.begin(), months.end(), month) != months.end();
}

void add(Bridge& sum, const Bridge& more) {
    for (const Part& part : kParts)
        sum.*part.money += more.*part.money;
}

/// What is left of the budget, with what a month billed in part has left of its own, and how it would be at
/// the rate of the last month without its one-offs.
void look_ahead(Variance& variance) {
    variance.outlook = variance.actual;
    variance.outlook_at_rate = variance.actual;
    const VarianceMonth& last = variance.months.back();
    const Rational planned = last.planned.amount() + last.bridge.calendar.amount();
    const Money usual = last.actual - last.bridge.one_off;
    const Rational rate = planned == 0 ? Rational{1} : Rational{usual.amount() / planned};
    Money to_come = Money{} - last.bridge.calendar;
    for (const BudgetMonth& month : variance.budget.months) {
        const Money budget = forecast::total_of(month.lines);
        variance.original += budget;
        if (month.month > last.budget.month) to_come += budget;
        if (!is_in(variance.not_billed, month.month)) continue;
        variance.outlook += budget;
        variance.outlook_at_rate += budget;
    }
    variance.outlook += to_come;
    variance.outlook_at_rate += Money{Rational{to_come.amount() * rate}};
}

/// Months of the budget before the last billed one that nobody billed.
std::vector<BillingPeriod> not_billed_of(const Variance& variance) {
    std::vector<BillingPeriod> missing;
    for (const BudgetMonth& month : variance.budget.months) {
        if (month.month >= variance.months.back().budget.month) break;
        const bool is_billed =
            std::any_of(variance.months.begin(), variance.months.end(),
                        [&](const VarianceMonth& other) { return other.budget.month == month.month; });
        if (!is_billed) missing.push_back(month.month);
    }
    return missing;
}

void add_one_offs(const VarianceMonth& month, const BilledMonth& billed, std::vector<OneOff>& one_offs) {
    for (forecast::BridgeLine& line : forecast::one_offs_of(month.budget.lines, billed.lines))
        one_offs.push_back({month.budget.month, std::move(line)});
    std::stable_sort(one_offs.begin(), one_offs.end(),
                     [](const OneOff& a, const OneOff& b) { return a.line.cost > b.line.cost; });
}

bool is_in_band(const BudgetMonth& month, const Money& actual, const Rational& share) {
    return month.p10.amount() * share <= actual.amount() && actual.amount() <= month.p90.amount() * share;
}

/// The band of the sum, where what was billed is that sum: every month from the budget's first on.
std::optional<SumBand> band_so_far(const Variance& variance, bool is_closed) {
    const std::size_t billed = variance.months.size();
    const bool is_whole = variance.budget.months.at(billed - 1).month == variance.months.back().budget.month;
    if (!is_whole || !is_closed) return std::nullopt;
    return variance.months.back().budget.so_far;
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

Result<Variance> variance_of(Budget budget, const std::vector<BilledMonth>& billed,
                             const Rational& open_share) {
    Variance variance;
    for (const BudgetMonth& month : budget.months) {
        const auto paid = std::find_if(billed.begin(), billed.end(),
                                       [&](const BilledMonth& other) { return other.month == month.month; });
        if (paid == billed.end()) continue;
        const Rational share = paid + 1 == billed.end() ? open_share : Rational{1};
        VarianceMonth compared{.budget = month,
                               .planned = forecast::total_of(month.lines),
                               .actual = forecast::total_of(paid->lines)};
        compared.is_open = share != 1;
        compared.is_inside = is_in_band(month, compared.actual, share);
        compared.bridge = forecast::bridge_of(month.lines, paid->lines, share);
        add_one_offs(compared, *paid, variance.one_offs);
        variance.planned += compared.planned;
        variance.actual += compared.actual;
        add(variance.bridge, compared.bridge);
        variance.months.push_back(std::move(compared));
    }
    if (variance.months.empty())
        return failure(
            {.code = "months-differ",
             .what = fmt::format("no month of the budget ({} to {}) was billed",
                                 to_text(budget.months.front().month), to_text(budget.months.back().month)),
             .expected = "bills of months that the budget has"});
    variance.budget = std::move(budget);
    variance.not_billed = not_billed_of(variance);
    variance.so_far = band_so_far(variance, open_share == 1);
    look_ahead(variance);
    return variance;
}

std::vector<BridgePart> shown_parts(const Bridge& bridge, const Money& planned, const Money& actual) {
    std::vector<BridgePart> parts;
    Rational left = round_half_up(actual.amount(), 2) - round_half_up(planned.amount(), 2);
    std::size_t largest = 0;
    for (const Part& part : kParts) {
        parts.push_back({part.name, Money{round_half_up((bridge.*part.money).amount(), 2)}});
        left -= parts.back().amount.amount();
        if (abs(parts.back().amount.amount()) > abs(parts[largest].amount.amount()))
            largest = parts.size() - 1;
    }
    parts[largest].amount += Money{left};
    return parts;
}

std::string band_place(const VarianceMonth& month) {
    return month.is_open ? "in part" : place_in(month.actual, month.budget.p10, month.budget.p90);
}

Table variance_months(const Variance& variance) {
    Table table{.columns = {{"month", Align::left}, {"budget"}, {"billed"}, {"difference"}}};
    for (const Part& part : kParts)
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
    return text + fmt::format("\nMonths in {}:\n\n{}", variance.budget.currency,
                              to_plain_text(variance_months(variance)));
}

std::string variance_markdown(const Variance& variance) {
    std::string text = "# Variance\n\n";
    for (const std::string& sentence : variance_sentences(variance))
        text += "- " + sentence + '\n';
    return text + fmt::format("\n## Months in {}\n\n{}", variance.budget.currency,
                              to_markdown(variance_months(variance)));
}

std::string variance_csv(const Variance& variance) {
    Table table{.columns = {{"month"}, {"budget"}, {"billed"}, {"inside"}}};
    for (const Part& part : kParts)
        table.columns.push_back({part.name});
    for (const VarianceMonth& month : variance.months) {
        const char* inside = month.is_inside ? "true" : "false";
        std::vector<std::string> row{to_text(month.budget.month), format_decimal(month.planned.amount()),
                                     format_decimal(month.actual.amount()), month.is_open ? "" : inside};
        for (const Part& part : kParts)
            row.push_back(format_decimal((month.bridge.*part.money).amount()));
        table.rows.push_back(std::move(row));
    }
    return to_csv(table);
}

std::string variance_json(const Variance& variance) {
    const auto amount = [](const Money& money) { return format_decimal(money.amount()); };
    Json json{{"firn", provenance_json(variance.provenance)},
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
    return json_text(json);
}

}  // namespace firn::report
