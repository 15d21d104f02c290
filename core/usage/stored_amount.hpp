#pragma once

#include "core/usage/usage.hpp"

#include <optional>
#include <string>

namespace firn::usage {

/// Byte-hours of the entry in that month, without overhead, exact.
[[nodiscard]] Rational byte_hours(const Storage& storage, BillingPeriod month);

/// Archives times the hours they lay there, exact; nullopt when the number of archives is not known.
[[nodiscard]] std::optional<Rational> archive_hours(const Storage& storage, BillingPeriod month);

}  // namespace firn::usage
