#include "core/report/turn_tables.hpp"

#include "core/alternatives/currencies.hpp"
#include "core/alternatives/shown_value.hpp"
#include "core/alternatives/turning_point.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace firn::report {

using alternatives::Flip;
using alternatives::Results;
using alternatives::Turn;

namespace {

/// What a number of the whole comparison is called.
std::string common_name(const Results& results, const std::string& key) {
    if (key == "growth")
        return results.demand.metered ? "growth a year over the run's own"
                                      : "growth of what is added, a year";
    if (key == "labour") return "labour, wherever people are paid";
    if (key == "inflation") return "inflation, a year";
    return "discount rate, a year";
}

Turn turn_of(const Results& results, const Flip& flip) {
    const auto& parameters = results.comparison.alternatives[flip.alternative].parameters;
    return {.alternative = flip.alternative,
            .assumption = *parameters.find(flip.key),
            .turns_at = flip.flips_at,
            .cheapest_then = flip.cheapest_then};
}

bool is_about_the_same(const Turn& a, const Turn& b) {
    return a.alternative == b.alternative && a.assumption.key == b.assumption.key;
}

/// Flips and those of the turns that turn the answer, the nearest first.
std::vector<Turn> all_turning(const Results& results) {
    std::vector<Turn> all;
    for (const Flip& flip : results.flips)
        all.push_back(turn_of(results, flip));
    for (const Turn& turn : results.turns) {
        const bool is_told = std::any_of(all.begin(), all.end(),
                                         [&](const Turn& one) { return is_about_the_same(one, turn); });
        if (turn.turns_at && !is_told) all.push_back(turn);
    }
    const auto far = [](const Turn& turn) {
        return alternatives::distance(turn.assumption.value, *turn.turns_at);
    };
    std::stable_sort(all.begin(), all.end(), [&](const Turn& a, const Turn& b) { return far(a) < far(b); });
    return all;
}

}  // namespace

std::string assumption_name(const Results& results, const Turn& turn) {
    if (!turn.alternative) return common_name(results, turn.assumption.key);
    return fmt::format("{} of {}", turn.assumption.key,
                       results.comparison.alternatives[*turn.alternative].name);
}

std::string currency_of(const Results& results, const Turn& turn) {
    const alternatives::Comparison& comparison = results.comparison;
    return turn.alternative
               ? alternatives::currency_of(comparison, comparison.alternatives[*turn.alternative])
               : comparison.currency;
}

Table turning_table(const Results& results) {
    Table table{
        {{"assumption", Align::left}, {"now -> turns at", Align::left}, {"the cheapest then", Align::left}}};
    for (const Turn& turn : all_turning(results)) {
        table.rows.push_back({assumption_name(results, turn),
                              alternatives::change_text(turn.assumption, turn.assumption.value,
                                                        *turn.turns_at, currency_of(results, turn)),
                              results.comparison.alternatives[turn.cheapest_then].name});
    }
    return table;
}

Table steady_table(const Results& results) {
    Table table{
        {{"assumption", Align::left}, {"now", Align::left}, {"does not turn it within", Align::left}}};
    for (const Turn& turn : results.turns) {
        if (turn.turns_at) continue;
        const auto& of = turn.assumption;
        const std::string currency = currency_of(results, turn);
        table.rows.push_back(
            {assumption_name(results, turn), alternatives::shown_text(of, of.value, currency),
             of.cheap == of.dear ? "no other one can be billed"
                                 : alternatives::range_text(of, of.cheap, of.dear, currency)});
    }
    return table;
}

}  // namespace firn::report
