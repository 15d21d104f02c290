#pragma once

#include "core/pricing/price_book.hpp"
#include "core/pricing/rounding.hpp"
#include "core/units/billing_period.hpp"
#include "core/units/money.hpp"
#include "core/usage/billing_settings.hpp"
#include "core/usage/rules.hpp"

#include <optional>
#include <string>
#include <vector>

namespace firn::pricing {

/// One line of a bill: a quantity at a unit price.
///
///     storage  glacier  TimedStorage-ByteHrs  52900 GB-Mo  at 0.010  529.00
struct LineItem {
    ChargeType charge = ChargeType::other;
    std::string storage_class{};  ///< may be empty
    std::string kind{};           ///< of requests and overheads; empty where several make one line
    std::string tier{};           ///< may be empty
    std::string usage_type{};     ///< with the region's prefix
    std::string operation{};      ///< of the vendor's reports; may be empty
    std::string sku{};            ///< the vendor's name of the price; may be empty
    std::string unit{};           ///< "GB-Mo", "GB", "Requests", "Units"; a currency for adjustments
    Rational quantity{};
    Rational
        free_quantity{};  ///< used beside it at no cost, because the book or somebody says so many are free
    UnitPrice unit_price{};
    Money cost_exact{};
    Money cost{};                       ///< as the bill's rounding shows it
    std::vector<std::string> steps{};   ///< how it came about; only when asked for
    std::vector<std::string> doubts{};  ///< why a number in it is not confirmed
};

/// The bill of one month.
struct PeriodBill {
    BillingPeriod month;
    usage::Rules rules{};  ///< as applied; the retrieval rule only where a peak fee is in force
    std::vector<LineItem> lines{};
    Money total_exact{};
    Money total{};                           ///< the sum of the lines' costs as shown
    std::vector<std::string> notes{};        ///< what a reader of the month's bill should know
    std::optional<Money> converted_total{};  ///< the total in the currency of Bill::exchange
};

/// Provisional: what the model says; an invoice is what the vendor sends.
struct Bill {
    std::string price_book{};
    std::string region{};
    std::string currency{};
    Rounding rounding = Rounding::invoice;
    std::vector<PeriodBill> periods{};  ///< by month
    Money total_exact{};
    Money total{};
    std::vector<std::string> notes{};  ///< what holds for the whole bill: what-ifs, prices held flat
    std::optional<usage::Exchange> exchange{};
    std::optional<Money> converted_total{};  ///< the sum of the months' converted totals
};

}  // namespace firn::pricing
