#include "core/workload/reference_w1.hpp"

#include "core/random/splitmix.hpp"

#include <algorithm>
#include <bit>

namespace firn::workload {
namespace {

using random::kGolden;
using random::mix;

/// A number that is log-uniform in steps: `smallest` is doubled for each trailing zero bit of the draw's high
/// half (at most `doublings` times), then up to as much again is added by its low half.
std::uint64_t heavy_tailed(std::uint64_t draw, std::uint64_t smallest, unsigned doublings) {
    const auto zeros =
        static_cast<unsigned>(std::countr_zero((draw >> 32U) | (std::uint64_t{1} << doublings)));
    const std::uint64_t base = smallest << zeros;
    return base + (((draw & 0xFFFFFFFFU) * base) >> 32U);
}

/// One draw in 4096 adds a pause of up to two minutes. Computed always and masked: no branch to guess.
std::uint64_t gap(std::uint64_t draw) {
    const std::uint64_t pause = ((draw & 0xFFFFFFFFU) * 120'000'000U) >> 32U;
    return heavy_tailed(draw, 55, 12) + (draw >> 52U == 0 ? pause : 0);
}

class ReferenceW1 {
  public:
    ReferenceW1(std::uint64_t files, std::uint64_t replicate)
        : left_{files}, counter_{random::seed(replicate)} {}

    Result<bool> operator()(FileBlock& block) {
        const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(left_, kFilesPerBlock));
        block.arrivals.resize(count);
        block.sizes.resize(count);
        for (std::size_t i = 0; i < count; ++i) {
            // Draw n is mix(seed + (n + 1) * golden): the counter walks there instead of multiplying.
            arrival_ += gap(mix(counter_ += kGolden));
            block.arrivals[i] = Duration{static_cast<std::int64_t>(arrival_)};
            block.sizes[i] =
                Bytes{static_cast<std::int64_t>(heavy_tailed(mix(counter_ += kGolden), 8192, 14))};
        }
        left_ -= count;
        return count > 0;
    }

  private:
    std::uint64_t left_;
    std::uint64_t counter_;
    std::uint64_t arrival_ = 0;
};

}  // namespace

FileSource reference_w1(std::uint64_t files, std::uint64_t replicate) {
    return ReferenceW1{files, replicate};
}

}  // namespace firn::workload
