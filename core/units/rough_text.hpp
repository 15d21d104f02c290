#pragma once

#include <cstdint>
#include <string>

namespace firn {

/// `count` as a multiple of `unit` in three significant digits, halves away from zero; from 1000 on, all
/// digits of the whole number. `count` is at least `unit`, and `unit` at least 1. Integers only, so that
/// every machine prints the same digits.
///
///     rough_multiple(25'000'000, 1'000'000) == "25.0"     rough_multiple(9'996, 1'000) == "10.0"
[[nodiscard]] std::string rough_multiple(std::uint64_t count, std::uint64_t unit);

}  // namespace firn
