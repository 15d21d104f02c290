#include "core/alternatives/balance.hpp"
#include "core/alternatives/check_comparison.hpp"
#include "core/alternatives/comparison.hpp"
#include "core/alternatives/currencies.hpp"
#include "core/alternatives/flip_search.hpp"
#include "core/alternatives/growth_table.hpp"
#include "core/alternatives/models.hpp"
#include "core/alternatives/parameter_limits.hpp"
#include "core/alternatives/share_out.hpp"
#include "core/alternatives/shown_value.hpp"
#include "core/alternatives/turning_point.hpp"
#include "core/alternatives/variation.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>

namespace firn::alternatives {

namespace {

/// What people ask about: prices of what is bought, how they move, and trips.
constexpr std::array<std::string_view, 14> kMain{"drive_price",
                                                 "drive_price_change",
                                                 "drives_per_trip",
                                                 "trip_miles",
                                                 "cartridge_price",
                                                 "tape_drive",
                                                 "cartridge_price_change",
                                                 "server_price",
                                                 "server_price_change",
                                                 "price_factor",
                                                 "storage",
                                                 "per_tb_month",
                                                 "price_change",
                                                 "setup"};

/// Growth takes longest and begins; what is done beside the levers comes next.
constexpr std::size_t kBeside = 1;

/// One number that can be moved: how far the answer is ahead at a value, nothing where that cannot be
/// reckoned, and who is then.
struct Lever {
    Turn turn{};
    std::function<std::optional<Rational>(Balance&, const Rational&)> lead{};
    std::function<std::size_t(Balance&, const Rational&)> cheapest{};
};

/// A number of the whole comparison.
Parameter common(std::string key, ParameterUnit unit, Rational value, Rational low, Rational high) {
    return {.key = std::move(key),
            .unit = unit,
            .value = value,
            .cheap = std::min(low, value),
            .dear = std::max(high, value)};
}

std::shared_ptr<GrowthTable> table_of(const Demand& demand) {
    return std::make_shared<GrowthTable>(demand.months.size());
}

/// Runs everything again with the comparison that a value makes, if it makes one.
Lever rerun(Parameter assumption, std::size_t winner,
            const std::function<std::optional<Balance>(const Rational&)>& balance_at) {
    Lever lever{.turn = {.assumption = std::move(assumption), .cheapest_then = winner}};
    lever.lead = [balance_at](Balance&, const Rational& value) {
        const auto balance = balance_at(value);
        return balance && balance->is_reckoned() ? std::optional{balance->lead()} : std::nullopt;
    };
    lever.cheapest = [balance_at](Balance&, const Rational& value) { return balance_at(value)->cheapest(); };
    return lever;
}

Lever discount_lever(const Comparison& comparison, std::size_t winner) {
    const Rational base = comparison.discount_rate;
    Lever lever{.turn = {.assumption = common("discount_rate", ParameterUnit::percent, base, Rational{0},
                                              Rational{30, 100}),
                         .cheapest_then = winner}};
    const auto at = [base](Balance& balance, const Rational& rate, auto ask) {
        balance.discount_at(rate);
        auto answer = ask();
        balance.discount_at(base);
        return answer;
    };
    lever.lead = [at](Balance& balance, const Rational& rate) {
        return at(balance, rate, [&] { return balance.lead(); });
    };
    lever.cheapest = [at](Balance& balance, const Rational& rate) {
        return at(balance, rate, [&] { return balance.cheapest(); });
    };
    return lever;
}

Lever inflation_lever(const Comparison& comparison, const Demand& demand, std::size_t winner) {
    return rerun(
        common("inflation", ParameterUnit::percent, comparison.inflation, Rational{0}, Rational{20, 100}),
        winner, [&comparison, &demand, winner, growth = table_of(demand)](const Rational& value) {
            Comparison changed = comparison;
            changed.inflation = value;
            return std::optional<Balance>{std::in_place, changed, demand, winner, growth};
        });
}

/// The first hour of people that is paid, in the currency of the comparison; absent where nobody is paid.
std::optional<Rational> first_labour(const Comparison& comparison) {
    for (const Alternative& one : comparison.alternatives) {
        const Parameter* labour = one.parameters.find("labour");
        if (labour == nullptr || labour->value <= 0) continue;
        return Rational{labour->value * rate_of(comparison, currency_of(comparison, one)).value()};
    }
    return std::nullopt;
}

/// The hourly price of people in all alternatives, in proportion; absent where nobody is paid.
std::optional<Lever> labour_lever(const Comparison& comparison, const Demand& demand, std::size_t winner) {
    const auto first = first_labour(comparison);
    if (!first) return std::nullopt;
    const Rational base = *first;
    return rerun(common("labour", ParameterUnit::money, base, Rational{base / 10}, Rational{base * 10}),
                 winner,
                 [&comparison, &demand, winner, base, growth = table_of(demand)](const Rational& value) {
                     Comparison changed = comparison;
                     for (Alternative& one : changed.alternatives) {
                         if (Parameter* labour = one.parameters.find("labour")) labour->value *= value / base;
                     }
                     return std::optional<Balance>{std::in_place, changed, demand, winner, growth};
                 });
}

Lever growth_lever(const Comparison& comparison, const Demand& demand, const GrowthOfDemand& growth,
                   std::size_t winner) {
    return rerun(common("growth", ParameterUnit::percent, growth.stated, Rational{-1, 2}, Rational{1}),
                 winner,
                 [&comparison, &growth, winner,
                  table = table_of(demand)](const Rational& value) -> std::optional<Balance> {
                     Comparison changed = comparison;
                     const Demand grown = growth.at(value);
                     if (!check(comparison, grown).empty()) return std::nullopt;
                     for (Alternative& one : changed.alternatives) {
                         if (one.kind != Kind::price_book) continue;
                         auto bill = bill_of(one, grown);
                         if (!bill) return std::nullopt;
                         one.bill = std::make_shared<const BookBill>(std::move(bill).value());
                     }
                     return std::optional<Balance>{std::in_place, changed, grown, winner, table};
                 });
}

/// The range in which an assumption of an alternative is tried.
Parameter with_range(Parameter one) {
    if (one.key.ends_with("_change")) {
        one.cheap = std::min(Rational{-1, 2}, one.value);
        one.dear = std::max(Rational{1, 2}, one.value);
        return one;
    }
    const Rational grain = grain_of(one);
    one.cheap = one.value == 0 ? Rational{0} : std::max(grain, Rational{one.value / 10});
    if (one.value != 0) one.dear = kept_within(limits_of(one.key, one.unit), one.value * 10);
    return one;
}

void add_own_levers(const Comparison& comparison, std::size_t winner, std::vector<Lever>& levers) {
    for (std::size_t owner = 0; owner < comparison.alternatives.size(); ++owner) {
        for (const Parameter& parameter : comparison.alternatives[owner].parameters.all()) {
            const std::string key = parameter.key;
            if (std::find(kMain.begin(), kMain.end(), key) == kMain.end()) continue;
            const Parameter ranged = with_range(parameter);
            if (ranged.cheap == ranged.dear) continue;
            levers.push_back(
                {.turn = {.alternative = owner, .assumption = ranged, .cheapest_then = winner},
                 .lead = [owner, key](Balance& balance,
                                      const Rational& value) { return balance.lead_with(owner, key, value); },
                 .cheapest =
                     [owner, key](Balance& balance, const Rational& value) {
                         return balance.cheapest_with(owner, key, value);
                     }});
        }
    }
}

/// Looks at both ends of the range; of two values that turn the answer the nearer one is told. An end that
/// cannot be reckoned, as it would take more bytes than can be billed, is not in the range that was tried.
void pull(Lever& lever, Balance& balance, const Rational& lead_as_is) {
    Parameter& assumption = lever.turn.assumption;
    const LeadAt lead = [&](const Rational& value) {
        return lever.lead(balance, value).value_or(Rational{0});
    };
    for (Rational* end : {&assumption.cheap, &assumption.dear}) {
        if (*end == assumption.value) continue;
        auto at_end = lever.lead(balance, *end);
        if (!at_end) *end = assumption.value;
        if (!at_end || *at_end >= 0) continue;
        Rational found = turning_point({assumption.value, *end, *std::move(at_end), grain_of(assumption)},
                                       lead_as_is, lead);
        std::optional<Rational>& at = lever.turn.turns_at;
        if (!at || distance(assumption.value, found) < distance(assumption.value, *at)) at = std::move(found);
    }
    if (lever.turn.turns_at) lever.turn.cheapest_then = lever.cheapest(balance, *lever.turn.turns_at);
}

std::vector<Lever> levers_of(const Results& results, const GrowthOfDemand& growth) {
    const std::size_t winner = results.ranking[0];
    const Comparison& comparison = results.comparison;
    std::vector<Lever> levers;
    levers.push_back(growth_lever(comparison, results.demand, growth, winner));
    if (auto labour = labour_lever(comparison, results.demand, winner)) levers.push_back(*std::move(labour));
    levers.push_back(inflation_lever(comparison, results.demand, winner));
    levers.push_back(discount_lever(comparison, winner));
    add_own_levers(comparison, winner, levers);
    return levers;
}

/// turns_of() with another piece of work that is done beside it.
std::vector<Turn> turns_beside(const Results& results, const Balance& as_is, const CompareOptions& options,
                               const std::function<void()>& beside) {
    GrowthOfDemand growth = options.growth;
    if (!growth.at) growth = {.at = [&](const Rational& more) { return with_growth(results.demand, more); }};
    std::vector<Lever> levers = levers_of(results, growth);
    share_out(levers.size() + 1, options.threads, [&, lead = as_is.lead()]() -> Worker {
        const auto balance = std::make_shared<Balance>(as_is.for_another_thread());
        return [&, balance](std::size_t i) {
            if (i == kBeside) return beside();
            if (options.is_cancelled && options.is_cancelled()) return;
            pull(levers[i > kBeside ? i - 1 : i], *balance, lead);
        };
    });
    std::vector<Turn> turns;
    for (Lever& lever : levers)
        turns.push_back(std::move(lever.turn));
    return turns;
}

}  // namespace

std::vector<Turn> turns_of(const Results& results, const CompareOptions& options) {
    if (results.ranking.size() < 2) return {};
    const Balance as_is{results.comparison, results.demand, results.ranking[0]};
    return turns_beside(results, as_is, options, [] {});
}

void seek_what_turns(Results& results, std::size_t most, const CompareOptions& options) {
    if (results.ranking.size() < 2) return;
    const Balance as_is{results.comparison, results.demand, results.ranking[0]};
    std::vector<FlipCandidate> ends;
    if (options.seeks_flips) ends = flip_candidates(results, as_is, options.threads, options.is_cancelled);
    std::vector<Flip> flips;
    const auto seek_flips = [&] {
        flips = nearest_flips(as_is.for_another_thread(), ends, most, options.is_cancelled);
    };
    if (options.seeks_turns)
        results.turns = turns_beside(results, as_is, options, seek_flips);
    else
        seek_flips();
    results.flips = std::move(flips);
}

}  // namespace firn::alternatives
