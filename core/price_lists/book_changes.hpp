#pragma once

#include "core/pricing/price_book.hpp"

#include <string>
#include <vector>

namespace firn::price_lists {

/// What a book says otherwise than before on one charge and time.
struct BookChange {
    usage::ChargeType charge = usage::ChargeType::other;
    std::string storage_class{};
    std::string kind{};
    std::string tier{};
    pricing::BillingUnit unit = pricing::BillingUnit::requests;
    Instant from{};
    Instant until{};                      ///< exclusive; pricing::open_end(): it holds on
    std::vector<pricing::Band> before{};  ///< empty: there was no price
    std::vector<pricing::Band> after{};   ///< empty: there is none
    Rational free_before{};
    Rational free_after{};
    bool contradicts_checked =
        false;               ///< a price without a doubt stood there, for time that had been checked
    SourceLocation where{};  ///< of what is new

    /// "0.00099", "0.023 / 0.022", "0.09, 1 free", "none"
    [[nodiscard]] std::string before_text() const;
    [[nodiscard]] std::string after_text() const;
    /// "storage (deep_archive)"
    [[nodiscard]] std::string charge_text() const;
};

/// What has changed between two states of a book, by charge in the order of the second and then by time.
/// Neighbouring times with the same change are one. Charges at the rate of another are left out.
[[nodiscard]] std::vector<BookChange> book_changes(const pricing::PriceBook& before,
                                                   const pricing::PriceBook& after);

}  // namespace firn::price_lists
