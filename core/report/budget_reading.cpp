#include "core/report/json_value.hpp"
#include "core/report/variance_report.hpp"

#include <fmt/format.h>

#include <utility>

namespace firn::report {

namespace {

using forecast::BilledMonth;
using forecast::Budget;
using forecast::BudgetMonth;
using forecast::SumBand;

/// A file that was not written by the command that should have.
Diagnostic not_readable(const char* code, const std::string& path, const char* writer,
                        const std::string& why) {
    return {.code = code,
            .where = {.file = path},
            .what = fmt::format("this is no file of {}: {}", writer, why),
            .expected = fmt::format("the JSON that {} writes", writer)};
}

std::optional<Money> money_of(const Json& json, const char* key) {
    const auto found = json.find(key);
    if (found == json.end() || !found->is_string()) return std::nullopt;
    const auto amount = parse_decimal(found->get<std::string>());
    if (!amount) return std::nullopt;
    return Money{*amount};
}

std::string text_of(const Json& json, const char* key) {
    const auto found = json.find(key);
    return found != json.end() && found->is_string() ? found->get<std::string>() : "";
}

std::optional<forecast::BridgeLine> line_of(const Json& json) {
    const auto cost = money_of(json, "cost");
    const auto quantity = parse_decimal(text_of(json, "quantity"));
    if (!cost) return std::nullopt;
    return forecast::BridgeLine{text_of(json, "usage_type"), text_of(json, "unit"), quantity, *cost,
                                usage::parse_charge_type(text_of(json, "charge"))};
}

std::optional<BilledMonth> billed_of(const Json& json) {
    const auto month = BillingPeriod::parse(text_of(json, "month"));
    if (!month || !json.contains("lines") || !json["lines"].is_array()) return std::nullopt;
    BilledMonth billed{.month = *month};
    for (const Json& entry : json["lines"]) {
        auto line = line_of(entry);
        if (!line) return std::nullopt;
        billed.lines.push_back(*std::move(line));
    }
    return billed;
}

std::optional<std::vector<BilledMonth>> billed_months(const Json& json, const char* key) {
    if (!json.is_object() || !json.contains(key) || !json[key].is_array()) return std::nullopt;
    std::vector<BilledMonth> months;
    for (const Json& entry : json[key]) {
        auto month = billed_of(entry);
        if (!month) return std::nullopt;
        months.push_back(*std::move(month));
    }
    return months;
}

/// The band of what is spent until the month, where the file has it.
std::optional<SumBand> sum_band(const Json& json, std::size_t index, BillingPeriod month) {
    const auto sums = json.find("cumulative");
    if (sums == json.end() || !sums->is_array() || sums->size() <= index) return std::nullopt;
    const Json& band = sums->at(index);
    if (!band.is_object() || text_of(band, "month") != to_text(month)) return std::nullopt;
    const auto p10 = money_of(band, "p10");
    const auto p50 = money_of(band, "p50");
    const auto p90 = money_of(band, "p90");
    if (!p10 || !p50 || !p90) return std::nullopt;
    return SumBand{*p10, *p50, *p90};
}

std::optional<BudgetMonth> budget_month(const Json& json, const BilledMonth& central) {
    const auto p10 = money_of(json, "p10");
    const auto p50 = money_of(json, "p50");
    const auto p90 = money_of(json, "p90");
    const auto mean = money_of(json, "mean");
    if (!p10 || !p50 || !p90 || !mean || text_of(json, "month") != to_text(central.month))
        return std::nullopt;
    return BudgetMonth{central.month, *p10, *p50, *p90, *mean, central.lines};
}

std::vector<forecast::BudgetBasis> basis_of(const Json& json) {
    std::vector<forecast::BudgetBasis> basis;
    const auto found = json.find("assumptions");
    if (found == json.end() || !found->is_array()) return basis;
    for (const Json& entry : *found) {
        if (entry.is_object())
            basis.push_back({text_of(entry, "what"), text_of(entry, "grade"), text_of(entry, "source")});
    }
    return basis;
}

}  // namespace

Result<Budget> read_budget(const std::string& path, const std::string& text) {
    constexpr const char* kCode = "budget-not-readable";
    constexpr const char* kWriter = "firn forecast --freeze";
    const Json json = Json::parse(text, nullptr, false);
    if (json.is_discarded()) return failure(not_readable(kCode, path, kWriter, "it is not JSON"));
    const auto central = billed_months(json, "central");
    const bool is_budget = central && !central->empty() && json.contains("months") &&
                           json["months"].is_array() && json["months"].size() == central->size();
    if (!is_budget)
        return failure(not_readable(kCode, path, kWriter, "it has no months with the lines of their bills"));
    Budget budget{.name = text_of(json, "name"), .currency = text_of(json, "currency")};
    budget.basis = basis_of(json);
    if (json.contains("firn") && json["firn"].is_object() && json["firn"].contains("price_books") &&
        json["firn"]["price_books"].is_array() && !json["firn"]["price_books"].empty()) {
        budget.price_book = text_of(json["firn"]["price_books"][0], "name");
        budget.region = text_of(json["firn"]["price_books"][0], "region");
    }
    for (std::size_t i = 0; i < central->size(); ++i) {
        auto month = budget_month(json["months"][i], central->at(i));
        if (!month)
            return failure(not_readable(kCode, path, kWriter,
                                        fmt::format("month {} has no band", to_text(central->at(i).month))));
        month->so_far = sum_band(json, i, month->month);
        budget.months.push_back(*std::move(month));
    }
    return budget;
}

Result<std::vector<BilledMonth>> read_bill_json(const std::string& path, const std::string& text) {
    const Json json = Json::parse(text, nullptr, false);
    auto months = json.is_discarded() ? std::nullopt : billed_months(json, "periods");
    if (!months)
        return failure(not_readable("bill-not-readable", path, "firn bill --format json",
                                    "it has no periods with lines"));
    for (BilledMonth& month : *months)
        month.currency = text_of(json, "currency");
    return *std::move(months);
}

}  // namespace firn::report
