#pragma once

#include "core/units/bytes.hpp"
#include "core/units/rational.hpp"

#include <algorithm>
#include <cstdint>

namespace firn::service {

/// What is left of an archive when it is compressed: exactly this part of it, rounded where bytes are whole.
///
///     Compression::of(80 %)      a tar of 25,600 bytes: 20,480; of 25,601: 20,481
class Compression {
  public:
    /// Nothing is compressed.
    constexpr Compression() = default;

    /// `share` is above 0 and at most 1. Its denominator, reduced, is below 2^32; of another share the
    /// nearest multiple of 2^-32 is taken, at least one.
    [[nodiscard]] static Compression of(const Rational& share) {
        constexpr std::uint64_t kFinest = std::uint64_t{1} << 32U;
        if (denominator(share) < kFinest)
            return {static_cast<std::uint64_t>(Integer{numerator(share)}),
                    static_cast<std::uint64_t>(Integer{denominator(share)})};
        const Integer parts = floor_of(share * kFinest + Rational{1, 2});
        return {std::max<std::uint64_t>(1, static_cast<std::uint64_t>(parts)), kFinest};
    }

    /// The archive as it is sent, rounded up.
    [[nodiscard]] constexpr Bytes of_archive(Bytes tar) const {
        return bytes_of((product(tar) + whole_ - 1) / whole_);
    }
    /// Where in the archive as it is sent a byte of its tar lies, rounded down.
    [[nodiscard]] constexpr Bytes of_offset(Bytes offset) const { return bytes_of(product(offset) / whole_); }

    [[nodiscard]] Rational share() const { return Rational{part_, whole_}; }

    friend constexpr bool operator==(Compression, Compression) = default;

  private:
    constexpr Compression(std::uint64_t part, std::uint64_t whole) : part_{part}, whole_{whole} {}

    [[nodiscard]] constexpr UInt128 product(Bytes bytes) const {
        return static_cast<UInt128>(bytes.count()) * part_;
    }
    [[nodiscard]] static constexpr Bytes bytes_of(UInt128 count) {
        return Bytes{static_cast<std::int64_t>(count)};
    }

    std::uint64_t part_ = 1;
    std::uint64_t whole_ = 1;
};

}  // namespace firn::service
