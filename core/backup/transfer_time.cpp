#include "core/backup/transfer_time.hpp"

#include <algorithm>
#include <bit>
#include <cassert>
#include <numeric>

namespace firn::backup {
namespace {

constexpr std::uint64_t kMicrosecondsPerSecond = 1'000'000;
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
}

Duration TransferTime::exactly(Bytes bytes) const {
    const UInt128 scaled = static_cast<UInt128>(bytes.count()) * numerator_;
    const UInt128 microseconds = (scaled + denominator_ - 1) / denominator_;
    return Duration{static_cast<std::int64_t>(
        std::min(microseconds, static_cast<UInt128>(static_cast<std::uint64_t>(kTooLong.count()))))};
}

}  // namespace firn::backup
