#include "core/backup/arrival_sums.hpp"

#include <cstddef>

namespace firn::backup {
namespace {

/// More than what a tar adds to any file.
constexpr std::uint64_t kMostTarFraming = 2048;

}  // namespace

std::optional<Trouble> ArrivalSums::add(const workload::FileBlock& block) {
    UInt128 bytes = bytes_;
    UInt128 arrivals = arrivals_;
    UInt128 byte_arrivals = byte_arrivals_;
    for (std::size_t i = 0; i < block.files(); ++i) {
        const auto arrival = static_cast<std::uint64_t>(block.arrivals[i].count());
        const auto size = static_cast<std::uint64_t>(block.sizes[i].count());
        arrivals += arrival;
        byte_arrivals += static_cast<UInt128>(arrival) * size;
        bytes += size;
    }
    files_ += block.files();
    bytes_ = bytes;
    arrivals_ = arrivals;
    byte_arrivals_ = byte_arrivals;
    const UInt128 most = bytes_ + static_cast<UInt128>(files_) * kMostTarFraming;
    if (most <= static_cast<UInt128>(kMostBytes.count())) return std::nullopt;
    return Trouble{Trouble::Kind::bytes_out_of_range, {}};
}

void ArrivalSums::take_from(ReplayResult& result) const {
    result.latency.sum -= arrivals_;
    if (files_ > 0) result.latency.mean = Duration{static_cast<std::int64_t>(result.latency.sum / files_)};
    result.at_risk.integral = ByteTime{result.at_risk.integral.byte_microseconds() - byte_arrivals_};
}

}  // namespace firn::backup
