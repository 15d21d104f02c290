#include "core/alternatives/check_comparison.hpp"

#include "core/pricing/price_validity.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace firn::alternatives {

namespace {

/// These divide, or nothing can be without them.
constexpr std::array<std::string_view, 17> kPositive{"drive_capacity",
                                                     "fill",
                                                     "copies",
                                                     "drives_per_trip",
                                                     "safe_litres",
                                                     "life_months",
                                                     "drive_rate",
                                                     "readers",
                                                     "replicas",
                                                     "server_capacity",
                                                     "data_units",
                                                     "drives_per_server",
                                                     "link",
                                                     "tape_rate",
                                                     "drive_life_months",
                                                     "cartridge_capacity",
                                                     "cartridges_per_safe"};

bool must_be_positive(std::string_view key) {
    return key == "audit_months" || std::find(kPositive.begin(), kPositive.end(), key) != kPositive.end();
}

bool is_change(std::string_view key) { return key.ends_with("_change") || key == "capacity_growth"; }

void check_parameters(const Alternative& alternative, Diagnostics& wrong) {
    for (const Parameter& one : alternative.parameters.all()) {
        const bool is_fine = is_change(one.key)          ? one.value > -1
                             : must_be_positive(one.key) ? one.value > 0
                                                         : one.value >= 0;
        if (is_fine) continue;
        wrong.push_back({.code = "parameter-out-of-range",
                         .where = alternative.where,
                         .what = fmt::format("{} of \"{}\" cannot be {}", one.key, alternative.name,
                                             value_text(one.unit, one.value)),
                         .expected = is_change(one.key)          ? "more than -100 %"
                                     : must_be_positive(one.key) ? "more than 0"
                                                                 : "0 or more"});
    }
}

void check_currency(const Comparison& comparison, const Alternative& alternative, Diagnostics& wrong) {
    const std::string& currency = alternative.currency;
    if (currency.empty() || currency == comparison.currency || comparison.exchange.count(currency) > 0)
        return;
    wrong.push_back(
        {.code = "currency-without-rate",
         .where = alternative.where,
         .what = fmt::format("\"{}\" costs {}, the comparison is in {}, and there is no rate between them",
                             alternative.name, currency, comparison.currency),
         .expected = "one currency, or a rate",
         .remedy = fmt::format("add exchange: {{{}: 1.10}}, what one {} costs in {}", currency, currency,
                               comparison.currency)});
}

void check_capacity(const Alternative& alternative, const Demand& demand, Diagnostics& wrong) {
    for (const char* key : {"drive_capacity", "cartridge_capacity"}) {
        const Parameter* capacity = alternative.parameters.find(key);
        if (capacity == nullptr || !demand.largest_file) continue;
        if (capacity->value >= *demand.largest_file) continue;
        wrong.push_back(
            {.code = "drive-too-small",
             .where = alternative.where,
             .what = fmt::format("a {} of {} in \"{}\" does not hold the largest file, {}",
                                 key == std::string_view{"drive_capacity"} ? "drive" : "cartridge",
                                 value_text(capacity->unit, capacity->value), alternative.name,
                                 value_text(ParameterUnit::bytes, *demand.largest_file)),
             .expected = "room for each file on one piece",
             .remedy = fmt::format("state a larger {}", key)});
    }
}

constexpr const char* kDiscountExpected = "more than -100 %, usually 3 % to 12 %";
constexpr const char* kDiscountRemedy = "state what money costs you a year, such as 8 %";

std::string too_low(const Rational& rate) {
    return fmt::format("a discount rate of {} leaves nothing of any later payment to reckon with",
                       value_text(ParameterUnit::percent, rate));
}

}  // namespace

Expected<Rational, QuantityError> parse_discount_rate(std::string_view text) {
    auto rate = parse_value(ParameterUnit::percent, text);
    if (rate && *rate <= -1)
        return QuantityError{"discount-rate-too-low", too_low(*rate), kDiscountExpected, kDiscountRemedy};
    return rate;
}

Diagnostics check(const Comparison& comparison, const Demand& demand) {
    Diagnostics wrong;
    if (comparison.alternatives.empty() || demand.months.empty())
        wrong.push_back({.code = "comparison-empty",
                         .what = "there is nothing to compare",
                         .expected = "at least one alternative and one month",
                         .remedy = "add an item to alternatives"});
    if (comparison.discount_rate <= -1)
        wrong.push_back({.code = "discount-rate-too-low",
                         .what = too_low(comparison.discount_rate),
                         .expected = kDiscountExpected,
                         .remedy = kDiscountRemedy});
    for (const Alternative& one : comparison.alternatives) {
        check_currency(comparison, one, wrong);
        check_parameters(one, wrong);
        check_capacity(one, demand, wrong);
    }
    return wrong;
}

Diagnostics warnings_of(const Comparison& comparison, const Demand& demand) {
    Diagnostics warnings;
    std::vector<BillingPeriod> months;
    for (const MonthDemand& month : demand.months)
        months.push_back(month.month);
    for (const Alternative& one : comparison.alternatives) {
        if (!one.book || months.empty()) continue;
        const std::string note = pricing::held_flat_note(*one.book, months);
        if (note.empty()) continue;
        warnings.push_back({.code = "horizon-beyond-prices",
                            .severity = Severity::warning,
                            .where = one.where,
                            .what = fmt::format("the horizon of \"{}\" is beyond its prices: {}", one.name,
                                                std::string_view{note}.substr(0, note.size() - 1)),
                            .expected = "a horizon within the prices, or a price that may be wrong",
                            .remedy = "state price_factor to see what dearer or cheaper prices mean"});
    }
    return warnings;
}

}  // namespace firn::alternatives
