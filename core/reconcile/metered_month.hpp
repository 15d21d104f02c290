#pragma once

#include "core/diag/diagnostic.hpp"
#include "core/pricing/price_book.hpp"
#include "core/statement/statement.hpp"
#include "core/usage/usage.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <utility>

namespace firn::reconcile {

/// A quantity of a statement with how exactly it is known: the sum of numbers each printed with `places`
/// decimals.
struct PrintedQuantity {
    Rational amount{};
    std::int64_t rows = 0;
    unsigned places = 3;

    /// The whole number of units that it stands for, each unit `factor` of the quantity's own, when the
    /// printed decimals cannot tell it from one; otherwise the product as it is.
    [[nodiscard]] Rational in_units(const Rational& factor) const;
};

/// A month of a statement as it is turned into usage.
class MeteredMonth {
  public:
    MeteredMonth(BillingPeriod month, const pricing::PriceBook& book, unsigned places)
        : month_{month}, book_{book}, places_{places} {}

    /// Adds a line that this tariff bills. `is_free`: at the price zero.
    void add(const pricing::Tariff& tariff, const statement::Line& line);

    /// The month's usage, and notes on it.
    [[nodiscard]] usage::Period finish(Diagnostics& notes) const;

  private:
    using ClassTier = std::pair<std::string, std::string>;
    struct Billed {
        PrintedQuantity quantity{};
        const pricing::Tariff* tariff = nullptr;
        bool has_free_rows = false;
    };

    void add_storage(usage::Period& period, Diagnostics& notes) const;
    void add_retrievals(usage::Period& period, Diagnostics& notes) const;
    void add_rest(usage::Period& period, Diagnostics& notes) const;
    [[nodiscard]] usage::ArchiveAmount archives_of(const std::string& storage_class, bool& is_known,
                                                   Diagnostics& notes) const;
    [[nodiscard]] Rational bytes_of(const Billed& billed, Diagnostics& notes) const;
    [[nodiscard]] Rational gb() const { return Rational{book_.gb.count()}; }

    BillingPeriod month_;
    const pricing::PriceBook& book_;
    unsigned places_;
    std::map<std::size_t, Billed> by_tariff_;  ///< by its place in the book
};

}  // namespace firn::reconcile
