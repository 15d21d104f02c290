#pragma once

#include "core/scenario/batch.hpp"
#include "core/scenario/field_makers.hpp"
#include "core/scenario/frequency.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace firn::scenario {

// Makers of rows that the backup service has beside the plain pipeline. A *limit* may be "none"; what is
// *stated* has no default and is absent until it is.

/// "0.0001 %", at most six decimals, from `low` to `high` millionths of a percent.
[[nodiscard]] Field fine_percent_field(Field field, Member<Rational> member, std::int64_t low,
                                       std::int64_t high);
[[nodiscard]] Field percent_limit_field(Field field, Member<std::optional<Rational>> member, std::int64_t low,
                                        std::int64_t high);
[[nodiscard]] Field stated_percent_field(Field field, Member<std::optional<Rational>> member,
                                         std::int64_t low, std::int64_t high);

[[nodiscard]] Field count_limit_field(Field field, Member<std::optional<std::int64_t>> member,
                                      std::int64_t low, std::int64_t high);
[[nodiscard]] Field stated_count_field(Field field, Member<std::optional<std::int64_t>> member,
                                       std::int64_t low, std::int64_t high);
[[nodiscard]] Field rate_limit_field(Field field, Member<std::optional<ByteRate>> member);

[[nodiscard]] Field stated_bytes_field(Field field, Member<std::optional<Bytes>> member, Bytes low,
                                       Bytes high);
[[nodiscard]] Field stated_duration_field(Field field, Member<std::optional<Duration>> member, Duration low,
                                          Duration high);
[[nodiscard]] Field stated_instant_field(Field field, Member<std::optional<Instant>> member);

/// true or false
[[nodiscard]] Field boolean_field(Field field, Member<bool> member);
/// "20/day"
[[nodiscard]] Field frequency_field(Field field, Member<std::optional<Frequency>> member);
/// "all", "5 %", "owner alice"
[[nodiscard]] Field batch_field(Field field, Member<std::optional<Batch>> member);
/// The path of a file that may be absent.
[[nodiscard]] Field stated_path_field(Field field, Member<std::string> member);

}  // namespace firn::scenario
