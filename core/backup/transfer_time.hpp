#pragma once

#include "core/sim/kernels.hpp"
#include "core/units/byte_rate.hpp"
#include "core/units/bytes.hpp"
#include "core/units/rational.hpp"
#include "core/units/time.hpp"

#include <cstdint>
#include <span>

namespace firn::backup {

/// Time that bytes take at a rate: ceil(bytes * 10^6 / rate) microseconds, exact for all sizes and rates.
///
///     TransferTime{ByteRate{10'000'000}}.of(Bytes{259'229})    25,923 us
class TransferTime {
  public:
    /// What a transfer that takes longer is said to take; far beyond any time that a replay accepts.
    static constexpr Duration kTooLong{std::int64_t{1} << 61U};

    explicit TransferTime(ByteRate rate);

    [[nodiscard]] Duration of(Bytes bytes) const {
        if (bytes.count() > largest_fast_) [[unlikely]]
            return exactly(bytes);
        const std::uint64_t scaled =
            static_cast<std::uint64_t>(bytes.count()) * numerator_ + (denominator_ - 1);
        const auto high_half =
            static_cast<std::uint64_t>((static_cast<UInt128>(scaled) * reciprocal_) >> 64U);
        return Duration{static_cast<std::int64_t>(high_half >> shift_)};
    }

    /// `latency` and the time of each of many transfers, none of them larger than `largest`.
    void of_all(std::span<const Bytes> bytes, Bytes largest, Duration latency, const sim::Kernels& kernels,
                std::span<Duration> times) const;

  private:
    [[nodiscard]] Duration exactly(Bytes bytes) const;

    // 10^6 / rate as a reduced fraction.
    std::uint64_t numerator_;
    std::uint64_t denominator_;
    // floor(n / denominator) = (n * reciprocal) >> (64 + shift) for all n below 2^63 (Granlund, Montgomery:
    // "Division by invariant integers using multiplication", 1994): several times faster than the division.
    std::uint64_t reciprocal_;
    unsigned shift_;
    std::int64_t largest_fast_;
    // The same for n below 2^31, in 64-bit arithmetic of which processors do several at once.
    std::uint64_t short_reciprocal_;
    unsigned short_shift_;
    std::int64_t largest_short_;
};

}  // namespace firn::backup
