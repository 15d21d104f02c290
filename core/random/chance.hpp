#pragma once

#include "core/units/rational.hpp"

#include <cstdint>

namespace firn::random {

/// A probability as a whole number of 2^-32, 0 to 1: so that draws are compared as integers.
///
///     Chance::of(parse_decimal("0.25"))     2^30 of 2^32
class Chance {
  public:
    constexpr Chance() = default;

    /// The nearest multiple of 2^-32. `probability` is from 0 to 1.
    [[nodiscard]] static Chance of(const Rational& probability) {
        const Integer parts = floor_of(probability * (std::uint64_t{1} << 32U) + Rational{1, 2});
        return Chance{static_cast<std::uint64_t>(parts)};
    }

    /// The same of part / whole, without fractions. part <= whole < 2^63, whole > 0.
    [[nodiscard]] static constexpr Chance of(std::uint64_t part, std::uint64_t whole) {
        const UInt128 doubled = (static_cast<UInt128>(part) << 33U) + whole;
        return Chance{static_cast<std::uint64_t>(doubled / (static_cast<UInt128>(whole) * 2))};
    }

    /// Whether it happens: by the high 32 of 64 random bits.
    [[nodiscard]] constexpr bool happens(std::uint64_t random_bits) const {
        return (random_bits >> 32U) < parts_;
    }
    [[nodiscard]] constexpr bool is_zero() const { return parts_ == 0; }
    [[nodiscard]] constexpr std::uint64_t parts() const { return parts_; }

    /// This share of a number, rounded down. `number` is below 2^63.
    [[nodiscard]] constexpr std::uint64_t share_of(std::uint64_t number) const {
        return static_cast<std::uint64_t>(static_cast<UInt128>(number) * parts_ >> 32U);
    }

    friend constexpr bool operator==(Chance, Chance) = default;

  private:
    constexpr explicit Chance(std::uint64_t parts) : parts_{parts} {}
    std::uint64_t parts_ = 0;
};

}  // namespace firn::random
