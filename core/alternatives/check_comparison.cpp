#include "core/alternatives/check_comparison.hpp"

#include "core/alternatives/parameter_limits.hpp"
#include "core/pricing/price_validity.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>

namespace firn::alternatives {

namespace {

/// The value itself and the ends of its range, with which the low and the high case are run.
void check_parameter(const Alternative& alternative, const Parameter& one, Diagnostics& wrong) {
    const ParameterLimits limits = limits_of(one.key, one.unit);
    for (const Rational& value : {one.value, one.cheap, one.dear}) {
        if (is_within(limits, value)) continue;
        wrong.push_back({.code = "parameter-out-of-range",
                         .where = alternative.where,
                         .what = fmt::format("{} of \"{}\" cannot be {}", one.key, alternative.name,
                                             value_text(one.unit, value)),
                         .expected = to_text(limits, one.unit)});
        return;
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

/// So many that a year of them can be counted one by one.
constexpr std::int64_t kMostPieces = 10'000'000;

void check_pieces(const Alternative& alternative, const Demand& demand, Diagnostics& wrong) {
    for (const char* key : {"drive_capacity", "cartridge_capacity", "server_capacity"}) {
        const Parameter* capacity = alternative.parameters.find(key);
        const Parameter* fill = alternative.parameters.find("fill");
        if (capacity == nullptr || fill == nullptr || demand.months.empty()) continue;
        const Rational each = std::min(capacity->cheap, std::min(capacity->dear, capacity->value)) *
                              std::min(fill->cheap, std::min(fill->dear, fill->value));
        const auto fullest =
            std::max_element(demand.months.begin(), demand.months.end(),
                             [](const MonthDemand& a, const MonthDemand& b) { return a.end < b.end; });
        const Parameter* copies = alternative.parameters.find("copies");
        const Rational kept =
            fullest->end * (copies == nullptr ? Rational{1} : std::max(copies->cheap, copies->dear));
        if (each <= 0 || kept <= each * kMostPieces) continue;
        wrong.push_back({.code = "pieces-too-many",
                         .where = alternative.where,
                         .what = fmt::format("\"{}\" would keep {} on pieces of {}", alternative.name,
                                             value_text(ParameterUnit::bytes, kept),
                                             value_text(ParameterUnit::bytes, each)),
                         .expected = fmt::format("at most {} pieces", kMostPieces),
                         .remedy = fmt::format("state a larger {}, or less to be kept", key)});
        return;
    }
}

void check_demand(const Demand& demand, Diagnostics& wrong) {
    const Rational most{std::int64_t{1} << 61};
    for (const MonthDemand& month : demand.months) {
        if (month.end <= most && month.restored <= most && month.audited <= most) continue;
        wrong.push_back(
            {.code = "demand-too-large",
             .what = fmt::format("in {} more is kept or read than can be counted", to_text(month.month)),
             .expected = "at most 2 EiB",
             .remedy = "state less growth, or fewer months"});
        return;
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
    check_demand(demand, wrong);
    for (const Alternative& one : comparison.alternatives) {
        check_currency(comparison, one, wrong);
        for (const Parameter& parameter : one.parameters.all())
            check_parameter(one, parameter, wrong);
        check_capacity(one, demand, wrong);
        check_pieces(one, demand, wrong);
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
