#pragma once

#include <cstdint>

namespace firn::workload {

/// A number without unit in millionths: a growth of 15 % a year is 1,150,000, a share of a half 500,000.
struct Factor {
    std::int64_t millionths = 1'000'000;

    /// The value times 2^32, rounded down. Not negative, at most a thousand million.
    [[nodiscard]] constexpr std::uint64_t q32() const {
        const auto whole = static_cast<std::uint64_t>(millionths / kOne);
        const auto rest = static_cast<std::uint64_t>(millionths % kOne);
        return (whole << 32U) + (rest << 32U) / kOne;
    }

    friend constexpr bool operator==(Factor, Factor) = default;

    static constexpr std::int64_t kOne = 1'000'000;
};

}  // namespace firn::workload
