#include "core/backup/transfer_time.hpp"

#include <algorithm>
#include <bit>
#include <cassert>
#include <numeric>

namespace firn::backup {
namespace {

constexpr std::uint64_t kMicrosecondsPerSecond = 1'000'000;
constexpr std::uint64_t kTwoTo31 = std::uint64_t{1} << 31U;
constexpr std::uint64_t kTwoTo63 = std::uint64_t{1} << 63U;

}  // namespace

TransferTime::TransferTime(ByteRate rate) {
    assert(rate.bytes_per_second() > 0);
    const auto per_second = static_cast<std::uint64_t>(rate.bytes_per_second());
    const std::uint64_t common = std::gcd(per_second, kMicrosecondsPerSecond);
    numerator_ = kMicrosecondsPerSecond / common;
    denominator_ = per_second / common;
    if (denominator_ == 1) {
        // The reciprocal of 1 would need 65 bits.
        numerator_ *= 2;
        denominator_ = 2;
    }
    const auto log = static_cast<unsigned>(std::bit_width(denominator_ - 1));
    shift_ = log - 1;
    reciprocal_ = static_cast<std::uint64_t>((static_cast<UInt128>(kTwoTo63) << log) / denominator_) + 1;
    largest_fast_ = static_cast<std::int64_t>((kTwoTo63 - denominator_) / numerator_);
    short_shift_ = 31 + log;
    short_reciprocal_ =
        static_cast<std::uint64_t>((static_cast<UInt128>(1) << short_shift_) / denominator_) + 1;
    largest_short_ = denominator_ < kTwoTo31
                         ? static_cast<std::int64_t>((kTwoTo31 - denominator_) / numerator_)
                         : std::int64_t{-1};
}

void TransferTime::of_all(std::span<const Bytes> bytes, Bytes largest, Duration latency,
                          const sim::Kernels& kernels, std::span<Duration> times) const {
    if (largest.count() <= largest_short_) {
        kernels.times_of({.offset = latency,
                          .numerator = numerator_,
                          .round_up = denominator_ - 1,
                          .reciprocal = short_reciprocal_,
                          .shift = short_shift_},
                         bytes, times);
        return;
    }
    std::transform(bytes.begin(), bytes.end(), times.begin(),
                   [&](Bytes count) { return latency + of(count); });
}

Duration TransferTime::exactly(Bytes bytes) const {
    const UInt128 scaled = static_cast<UInt128>(bytes.count()) * numerator_;
    const UInt128 microseconds = (scaled + denominator_ - 1) / denominator_;
    return Duration{static_cast<std::int64_t>(
        std::min(microseconds, static_cast<UInt128>(static_cast<std::uint64_t>(kTooLong.count()))))};
}

}  // namespace firn::backup
