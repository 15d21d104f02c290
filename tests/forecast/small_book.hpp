#pragma once

#include "core/pricing/price_book.hpp"

namespace firn::forecast {

/// A book of one class: 0.01 a GB-month, 0.05 a thousand uploads, 0.02 a GB retrieved, at all times.
[[nodiscard]] inline pricing::PriceBook small_book() {
    const auto always = [](const UnitPrice& price) {
        pricing::PricePeriod period{.from = std::chrono::sys_days{std::chrono::year{2000} / 1 / 1},
                                    .until = pricing::open_end()};
        period.bands.push_back({.price = price});
        return std::vector<pricing::PricePeriod>{period};
    };
    pricing::PriceBook book{.name = "small", .region = "here", .currency = "USD", .gb = Bytes{1'000'000'000}};
    book.classes.push_back({.name = "cold"});
    book.tariffs.push_back({.charge = usage::ChargeType::storage,
                            .storage_class = "cold",
                            .unit = pricing::BillingUnit::gb_month,
                            .usage_type = "Storage",
                            .periods = always(UnitPrice{Rational{1, 100}})});
    book.tariffs.push_back({.charge = usage::ChargeType::requests,
                            .storage_class = "cold",
                            .kind = "upload",
                            .unit = pricing::BillingUnit::requests,
                            .usage_type = "Uploads",
                            .periods = always(UnitPrice{Rational{5, 100'000}})});
    book.tariffs.push_back({.charge = usage::ChargeType::retrieval,
                            .storage_class = "cold",
                            .unit = pricing::BillingUnit::gb,
                            .usage_type = "Retrieval",
                            .periods = always(UnitPrice{Rational{2, 100}})});
    return book;
}

}  // namespace firn::forecast
