#include "core/alternatives/check_currencies.hpp"

#include "core/alternatives/currencies.hpp"

#include <fmt/format.h>

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace firn::alternatives {

namespace {

Diagnostic without_rate(const Comparison& comparison, const Alternative& alternative, std::string what,
                        const std::string& currency, std::string_view or_else) {
    return {.code = "currency-without-rate",
            .where = alternative.where,
            .what = fmt::format("{} {}, the comparison is in {}, and there is no rate between them", what,
                                currency, comparison.currency),
            .expected = "one currency, or a rate",
            .remedy = fmt::format("add exchange: {{{}: ...}}, what one {} costs in {}{}", currency, currency,
                                  comparison.currency, or_else)};
}

/// The sums that are stated, the book and the default prices: each may be in another currency.
void check_currency(const Comparison& comparison, const Alternative& alternative, Diagnostics& wrong) {
    const std::string& own = currency_of(comparison, alternative);
    if (!rate_of(comparison, own))
        wrong.push_back(
            without_rate(comparison, alternative, fmt::format("\"{}\" is in", alternative.name), own, ""));
    for (const ToldPrices& told : told_prices_of(alternative)) {
        if (told.currency == own || rate_of(comparison, told.currency)) continue;
        const std::string keys = fmt::format("{}", fmt::join(told.keys, ", "));
        std::string what = told.is_book
                               ? fmt::format("the price book of \"{}\" bills in", alternative.name)
                               : fmt::format("\"{}\" rests on prices that nobody stated ({}), which are in",
                                             alternative.name, keys);
        wrong.push_back(without_rate(comparison, alternative, std::move(what), told.currency,
                                     told.is_book ? "" : fmt::format("; or state {} in {}", keys, own)));
    }
}

/// Names of the alternatives that no file states, by the currency that lacks a rate.
std::map<std::string, std::vector<std::string>> unplaced(const Comparison& comparison) {
    std::map<std::string, std::vector<std::string>> names;
    for (const Alternative& one : comparison.alternatives) {
        if (!one.where.file.empty()) continue;
        for (const ToldPrices& told : told_prices_of(one)) {
            if (!rate_of(comparison, told.currency)) names[told.currency].push_back(one.name);
        }
    }
    return names;
}

}  // namespace

Diagnostics check_currencies(const Comparison& comparison) {
    Diagnostics wrong;
    for (const auto& [currency, names] : unplaced(comparison))
        wrong.push_back(
            {.code = "currency-without-rate",
             .what = fmt::format("default prices of {} are in {}, the comparison is in {}, and there is no "
                                 "rate between them",
                                 fmt::join(names, ", "), currency, comparison.currency),
             .expected = "one currency, or a rate",
             .remedy = fmt::format("compare with a file of alternatives that states exchange: {{{}: ...}}, "
                                   "what one {} costs in {}",
                                   currency, currency, comparison.currency)});
    for (const Alternative& one : comparison.alternatives) {
        if (!one.where.file.empty()) check_currency(comparison, one, wrong);
    }
    return wrong;
}

}  // namespace firn::alternatives
