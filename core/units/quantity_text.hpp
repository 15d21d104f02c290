#pragma once

#include "core/units/billing_period.hpp"
#include "core/units/byte_rate.hpp"
#include "core/units/bytes.hpp"
#include "core/units/expected.hpp"
#include "core/units/money.hpp"
#include "core/units/quantity_error.hpp"
#include "core/units/time.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace firn {

/// One parser a quantity: the only places where text becomes a number that measures something. A number is
/// decimal
/// ("25", "0.7"), never negative unless said so; a blank may stand between number and unit; every unit must
/// be written.

/// Bytes, exact: "25 MB", "24 MiB", "0.1 GiB" (not a whole number of bytes: allowed here, as an average over
/// a month). Units: B, kB (KB), MB, GB, TB, PB of powers of 1000; KiB, MiB, GiB, TiB, PiB of powers of 1024.
[[nodiscard]] Expected<Rational, QuantityError> parse_byte_amount(std::string_view text);

/// A whole number of bytes, 0 to 2^63 - 1.
[[nodiscard]] Expected<Bytes, QuantityError> parse_bytes(std::string_view text);

/// A duration of whole microseconds: "35 s", "90 days", "1.5 h". Units: us, ms, s, min, h, days, weeks (and
/// usual spellings).
[[nodiscard]] Expected<Duration, QuantityError> parse_duration(std::string_view text);

/// "20 MB/s", "1 Gbit/s" (a bit is an eighth of a byte): a whole number of bytes per second, at least 1.
[[nodiscard]] Expected<ByteRate, QuantityError> parse_byte_rate(std::string_view text);

/// A price for one ("0.010") or for a thousand ("0.05/1000"); any whole number may follow the slash.
[[nodiscard]] Expected<UnitPrice, QuantityError> parse_unit_price(std::string_view text);

/// A whole number from 0 to 2^63 - 1, without unit.
[[nodiscard]] Expected<std::int64_t, QuantityError> parse_count(std::string_view text);

/// A number that is not negative, exact, without unit: "1.440".
[[nodiscard]] Expected<Rational, QuantityError> parse_amount(std::string_view text);

/// RFC 3339, see parse_rfc3339().
[[nodiscard]] Expected<Instant, QuantityError> parse_instant(std::string_view text);

/// "2013-03".
[[nodiscard]] Expected<BillingPeriod, QuantityError> parse_month(std::string_view text);

/// "true" or "false"; "yes", "on" and "1" are refused.
[[nodiscard]] Expected<bool, QuantityError> parse_boolean(std::string_view text);

}  // namespace firn
