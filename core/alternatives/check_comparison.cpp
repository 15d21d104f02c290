#include "core/alternatives/check_comparison.hpp"

#include "core/alternatives/check_currencies.hpp"
#include "core/alternatives/currencies.hpp"
#include "core/alternatives/models.hpp"
#include "core/alternatives/parameter_limits.hpp"
#include "core/pricing/price_validity.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

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

/// The old way runs on beside the others no longer than they are looked at.
void check_overlap(const Comparison& comparison, const Demand& demand, Diagnostics& wrong) {
    if (comparison.overlap < 0 || static_cast<std::size_t>(comparison.overlap) <= demand.months.size())
        return;
    const auto& all = comparison.alternatives;
    const auto current = std::find_if(all.begin(), all.end(),
                                      [&](const Alternative& one) { return one.name == comparison.current; });
    wrong.push_back(
        {.code = "overlap-too-long",
         .where = current == all.end() ? demand.where : current->where,
         .what = fmt::format("\"{}\" would run on beside the others for {} months, and only {} are "
                             "compared",
                             comparison.current, comparison.overlap, demand.months.size()),
         .expected = fmt::format("overlap: 0 to {}", demand.months.size()),
         .remedy = "state a shorter overlap, or compare more months"});
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

/// A run has a workload, whose place its caller knows; a file states its demand.
Diagnostic nothing_kept(const Demand& demand) {
    if (demand.metered)
        return {.code = "workload-empty",
                .what = "the run keeps nothing in any month",
                .expected = "a workload with files in the scenario's months",
                .remedy = "move the start, or a trace to it (starts_at: scenario)"};
    return {.code = "demand-empty",
            .where = demand.where,
            .what = "nothing is kept in any month",
            .expected = "a stock, or something that is added",
            .remedy = "state stock: 10 TB, or added: 100 GB for what comes in the first month"};
}

void check_demand(const Demand& demand, Diagnostics& wrong) {
    const auto& months = demand.months;
    const bool is_empty = std::all_of(months.begin(), months.end(),
                                      [](const MonthDemand& month) { return month.average <= 0; });
    if (is_empty && !months.empty()) wrong.push_back(nothing_kept(demand));
    const Rational most{std::int64_t{1} << 61};
    for (const MonthDemand& month : demand.months) {
        if (month.end <= most && month.restored <= most && month.audited <= most) continue;
        wrong.push_back(
            {.code = "demand-too-large",
             .where = demand.where,
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

/// Rates of currencies in which nothing is told.
Diagnostics unused_rates(const Comparison& comparison) {
    std::set<std::string> used;
    for (const Alternative& one : comparison.alternatives) {
        used.insert(currency_of(comparison, one));
        for (const ToldPrices& told : told_prices_of(one))
            used.insert(told.currency);
    }
    Diagnostics warnings;
    for (const auto& [currency, where] : comparison.exchange_where) {
        if (used.count(currency) > 0) continue;
        warnings.push_back(
            {.code = "exchange-unused",
             .severity = Severity::warning,
             .where = where,
             .what =
                 fmt::format("nothing that is compared costs {}, so that its rate changes nothing", currency),
             .expected = "rates of the currencies of alternatives, price books and default prices",
             .remedy = fmt::format(
                 "state currency: {} of the alternative that is meant, or leave the rate out", currency)});
    }
    return warnings;
}

/// What does not depend on how much is kept.
Diagnostics check_settings(const Comparison& comparison, const Demand& demand, bool knows_months) {
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
    if (knows_months) check_overlap(comparison, demand, wrong);
    append(wrong, check_currencies(comparison));
    for (const Alternative& one : comparison.alternatives) {
        for (const Parameter& parameter : one.parameters.all())
            check_parameter(one, parameter, wrong);
    }
    return wrong;
}

/// The prices of the alternative's book beyond the day to which it was checked, as a bill of it tells.
std::string held_note(const Alternative& one, const Demand& demand) {
    std::vector<BillingPeriod> months;
    for (const MonthDemand& month : demand.months)
        months.push_back(month.month);
    if (!one.book || months.empty()) return {};
    const auto as_of =
        is_book_of_run(one, demand) ? demand.metered->billing.prices_as_of : std::optional<Instant>{};
    return pricing::held_flat_note(*one.book, months, as_of);
}

}  // namespace

Expected<Rational, QuantityError> parse_discount_rate(std::string_view text) {
    auto rate = parse_value(ParameterUnit::percent, text);
    if (rate && *rate <= -1)
        return QuantityError{"discount-rate-too-low", too_low(*rate), kDiscountExpected, kDiscountRemedy};
    return rate;
}

Diagnostics check(const Comparison& comparison, const Demand& demand) {
    Diagnostics wrong = check_settings(comparison, demand, true);
    check_demand(demand, wrong);
    for (const Alternative& one : comparison.alternatives) {
        check_capacity(one, demand, wrong);
        check_pieces(one, demand, wrong);
    }
    return wrong;
}

Diagnostics check_ahead(const Comparison& comparison, const Demand& ahead, bool knows_months) {
    Diagnostics wrong = check_settings(comparison, ahead, knows_months);
    if (!wrong.empty()) return wrong;
    Comparison tried = comparison;
    settle_currencies(tried);
    const auto billed = bill_books(tried, ahead);
    return billed ? Diagnostics{} : billed.error();
}

Diagnostics warnings_of(const Comparison& comparison, const Demand& demand) {
    Diagnostics warnings = unused_rates(comparison);
    if (comparison.stated_demand && demand.metered)
        warnings.push_back({.code = "demand-unused",
                            .severity = Severity::warning,
                            .where = *comparison.stated_demand,
                            .what =
                                "this demand is not used: a scenario is compared, and its run says what is "
                                "kept and read",
                            .expected = "a scenario, or a file that states its demand",
                            .remedy = "leave the demand out, or compare this file without a scenario"});
    for (const Alternative& one : comparison.alternatives) {
        const std::string note = held_note(one, demand);
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
