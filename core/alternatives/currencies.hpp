#pragma once

#include "core/alternatives/alternative.hpp"
#include "core/units/rational.hpp"

#include <optional>
#include <string>
#include <vector>

namespace firn::alternatives {

/// In which the sums of an alternative are that somebody states: its own currency, or the comparison's.
[[nodiscard]] const std::string& currency_of(const Comparison& comparison, const Alternative& alternative);

/// What one unit of a currency costs in that of the comparison; absent: there is no rate.
[[nodiscard]] std::optional<Rational> rate_of(const Comparison& comparison, const std::string& currency);

/// What is told in one currency about an alternative, though nobody stated it.
struct ToldPrices {
    std::string currency{};
    bool is_book = false;             ///< what its price book bills
    std::vector<std::string> keys{};  ///< default prices
};

/// The book's bill and the default prices, by their currencies. What the book bills has no default beside it.
[[nodiscard]] std::vector<ToldPrices> told_prices_of(const Alternative& alternative);

/// Default prices become sums in the currency of their alternative, half-up in the steps in which they are
/// told (grain_of()), their sources say so, and each alternative knows the rate of its book. Every rate that
/// is needed is there (check()). Once done, it changes nothing more.
void settle_currencies(Comparison& comparison);

}  // namespace firn::alternatives
