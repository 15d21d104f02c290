#pragma once

#include "core/pricing/price_book.hpp"
#include "core/units/time.hpp"

#include <optional>
#include <string>
#include <vector>

namespace firn::pricing {

/// What became of the price of a range of quantity.
enum class PriceChange { same, changed, added, gone };

/// "same", "changed", "added", "gone"
[[nodiscard]] std::string_view to_text(PriceChange change);

/// The price of a charge for a range of quantity, on either side; absent where there is none.
struct PriceDifference {
    ChargeType charge = ChargeType::other;
    std::string storage_class{};
    std::string kind{};
    std::string tier{};
    BillingUnit unit = BillingUnit::requests;
    Rational above{};                 ///< the range, in units
    std::optional<Rational> up_to{};  ///< absent: without end
    std::optional<Rational> before{};
    std::optional<Rational> after{};

    [[nodiscard]] PriceChange change() const;
    /// How much more it is, of what it was: -1/10; nullopt when there was no price, or none above zero.
    [[nodiscard]] std::optional<Rational> share() const;
};

/// The free amount of a charge where the two sides differ in it.
struct FreeDifference {
    ChargeType charge = ChargeType::other;
    std::string storage_class{};
    std::string kind{};
    std::string tier{};
    BillingUnit unit = BillingUnit::requests;
    Rational before{};
    Rational after{};
};

struct PriceDifferences {
    std::vector<PriceDifference> prices{};  ///< unchanged ones too, in the order of the first book
    std::vector<FreeDifference> free{};
    [[nodiscard]] std::size_t count(PriceChange change) const;
};

/// The prices of one book on one day beside those of another on another day, range by range. Charges at the
/// rate of another charge are left out: they say nothing new.
[[nodiscard]] PriceDifferences price_differences(const PriceBook& before, Instant day_before,
                                                 const PriceBook& after, Instant day_after);

}  // namespace firn::pricing
