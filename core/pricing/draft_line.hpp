#pragma once

#include "core/pricing/bill.hpp"
#include "core/pricing/month_prices.hpp"
#include "core/pricing/price.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace firn::pricing {

/// A line of a bill before it is rounded and explained: what is still the same line adds up here.
struct DraftLine {
    const MonthTariff* tariff = nullptr;
    const PricePiece* piece = nullptr;
    std::size_t band = 0;
    std::string kind{};  ///< of the tariff; empty where lines of several kinds came together
    bool is_sum =
        false;  ///< of lines of several tariffs, such as upload requests and requests for retrievals
    Rational quantity{};
    Rational free_quantity{};
    std::vector<std::string> origins{};    ///< where the quantity came from; only when explained
    std::vector<std::string> doubts{};     ///< beside those of the price
    std::optional<Money> faq_2012_cost{};  ///< the fee by the rounded steps of the first FAQ

    [[nodiscard]] const Band& price_band() const { return tariff->bands(*piece).at(band); }
};

/// Appends the line, or adds it to the one before it that the bill would print alike: same charge, class,
/// usage type, band and unit price.
void add_line(std::vector<DraftLine>& lines, DraftLine line);

/// The line as the bill shows it.
[[nodiscard]] LineItem finished_line(const DraftLine& line, const PriceBook& book, PricingOptions options);

}  // namespace firn::pricing
