#include "core/backup/arrival_sums.hpp"

#include <cstddef>

namespace firn::backup {
namespace {

/// More than what a tar adds to any file.
constexpr std::uint64_t kMostTarFraming = 2048;

}  // namespace

std::optional<Trouble> ArrivalSums::add(const workload::FileBlock& block) {
    const std::size_t files = block.files();
    if (files == 0) return std::nullopt;
    const Duration base = block.arrivals.front();
    const auto before = static_cast<std::uint64_t>(base.count());
    const sim::TimedSums sums = kernels_->sums_of(block.arrivals, base, block.sizes);
    files_ += files;
    bytes_ += sums.amounts;
    arrivals_ += sums.times + static_cast<UInt128>(before) * files;
    byte_arrivals_ += sums.products + before * sums.amounts;
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
