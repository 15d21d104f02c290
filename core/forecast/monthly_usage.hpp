#pragma once

#include "core/forecast/alongside.hpp"
#include "core/units/billing_period.hpp"
#include "core/units/bytes.hpp"
#include "core/units/time.hpp"
#include "core/usage/usage.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace firn::forecast {

/// Where and how the files of the coming months are stored.
struct StoragePlan {
    BillingPeriod first;
    std::string price_book{};
    std::string region{};
    std::string storage_class{};
    Bytes bundle_size{};
    std::optional<Duration> max_age{};  ///< of a bundle; none: it waits until it is full
    std::int64_t stock_archives = 0;
    Bytes stock_bytes{};
    usage::Rules rules{};
    usage::BillingSettings billing{};
    // Of a history of bills:
    bool are_archives = false;           ///< what arrives is sent as it is: no tar, no bundle size
    bool has_overhead_in_bytes = false;  ///< archives are not counted: their overhead is part of the bytes
    bool states_uploads = true;          ///< false: their requests go alongside, or none are billed
    std::optional<Bytes> part_size{};    ///< of uploads; none: as the service takes them
    std::optional<Alongside> alongside{};
};

/// Files of a month and their bytes.
struct MonthlyArrivals {
    std::int64_t items = 0;
    Bytes bytes{};
};

/// Numbers of a path as whole files and bytes, rounded to 40 binary digits, so that the last digits of a
/// machine's logarithm do not show. At most 2^53 bytes a month.
[[nodiscard]] MonthlyArrivals arrivals_of(double items, double bytes_per_item);

/// How many archives a month's files make: bundles of the bundle size and half a file, or one each max_age
/// where that comes first; never more than files.
[[nodiscard]] std::int64_t archives_of(const MonthlyArrivals& arrivals, BillingPeriod month,
                                       const StoragePlan& plan);

/// What drives the charges of a month: twice the mean of the bytes that lie there (so that it is whole), and
/// the archives that are sent.
struct ModelledMonth {
    std::int64_t stored_twice = 0;
    std::int64_t archives_sent = 0;
};

/// The same months as usage_of() has them.
[[nodiscard]] std::vector<ModelledMonth> modelled(const std::vector<MonthlyArrivals>& arrivals,
                                                  const StoragePlan& plan);

/// What the service meters of these months, one after the other from StoragePlan::first: what arrived before
/// lies there all month, what arrives comes evenly and lies there half of it on average. A tar has 1,024
/// bytes, and 512 and half of 512 a file. How near this is to the simulation: docs/forecast.md.
[[nodiscard]] usage::Usage usage_of(const std::vector<MonthlyArrivals>& arrivals, const StoragePlan& plan);

}  // namespace firn::forecast
