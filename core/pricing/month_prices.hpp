#pragma once

#include "core/diag/result.hpp"
#include "core/pricing/price_book.hpp"
#include "core/units/billing_period.hpp"
#include "core/usage/usage.hpp"

#include <optional>
#include <string>
#include <vector>

namespace firn::pricing {

/// The part of a month in which a tariff has one set of prices.
struct PricePiece {
    Instant from{};
    Instant until{};
    const PricePeriod* listed = nullptr;  ///< nullptr: the book has no price then, the usage states one
};

/// A tariff as it applies to one month: the book's prices then, or the what-if prices stated in the usage.
/// It points into the book and the usage.
struct MonthTariff {
    const Tariff* tariff = nullptr;
    std::size_t pool = 0;  ///< the tariff of the book whose bands and free amount it fills: often itself
    std::vector<PricePiece> pieces{};
    const usage::PriceOverride* stated_price = nullptr;
    const usage::PriceOverride* stated_free = nullptr;
    std::vector<Band> stated_bands{};  ///< of stated_price: one band without end
    Rational stated_amount{};          ///< of stated_free, in billing units

    [[nodiscard]] const std::vector<Band>& bands(const PricePiece& piece) const;
    [[nodiscard]] Rational free(const PricePiece& piece) const;
    /// The piece that holds the instant, nullptr where no price is known.
    [[nodiscard]] const PricePiece* piece_at(Instant instant) const;
    /// True when it has a price then; without an instant, at any time of the month.
    [[nodiscard]] bool has_price(std::optional<Instant> at) const;
};

/// What names a tariff. An empty class, kind or tier stands for any.
struct TariffKey {
    std::optional<ChargeType> charge{};
    std::string storage_class{};
    std::string kind{};
    std::string tier{};
};

/// "transfer_out", "requests (upload) of glacier", "retrieval (bulk) of deep_archive"
[[nodiscard]] std::string to_text(const TariffKey& key);
[[nodiscard]] TariffKey key_of(const Tariff& tariff);

/// The tariffs of a month, in the order of charges. Errors: `class-unknown`, `kind-unknown`, `tier-unknown`,
/// `override-unused` (no such charge), `override-contradicts` (two values for one thing).
[[nodiscard]] Result<std::vector<MonthTariff>> month_prices(const usage::Period& period,
                                                            const PriceBook& book);

/// The tariff that a key names at an instant, or in the month. Where retrievals have tiers, a key without one
/// means `standard`. Errors: `class-unknown`, `kind-unknown`, `tier-unknown`, `charge-ambiguous` (several
/// prices), `price-absent` (the book has no such charge).
[[nodiscard]] Result<std::size_t> find_tariff(const std::vector<MonthTariff>& tariffs, const TariffKey& key,
                                              std::optional<Instant> at, const PriceBook& book,
                                              const SourceLocation& where);

}  // namespace firn::pricing
