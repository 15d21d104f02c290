#include "core/workload/size_histogram.hpp"

#include <algorithm>
#include <bit>
#include <cassert>

namespace firn::workload {

namespace {

constexpr unsigned kStepBits = 8;  ///< 256 steps for each doubling
constexpr std::size_t kSteps = std::size_t{1} << kStepBits;
constexpr std::size_t kDoublings = 63 - kStepBits;

/// Sizes below 256 have steps of their own; above, a step keeps the nine leading bits.
std::size_t step_of(Bytes size) {
    const auto value = static_cast<std::uint64_t>(size.count());
    if (value < kSteps) return value;
    const auto doubling = static_cast<unsigned>(std::bit_width(value)) - 1 - kStepBits;
    return (doubling + 1) * kSteps + (value >> doubling) - kSteps;
}

/// The smallest size of a step.
Bytes size_of(std::size_t step) {
    if (step < kSteps) return Bytes{static_cast<std::int64_t>(step)};
    const std::size_t doubling = step / kSteps - 1;
    return Bytes{static_cast<std::int64_t>((kSteps + step % kSteps) << doubling)};
}

}  // namespace

void SizeHistogram::add(Bytes size) {
    if (!is_exact()) {
        count(size);
        return;
    }
    sizes_.push_back(size);
    if (sizes_.size() <= kExactSizes) return;
    counts_.assign((kDoublings + 1) * kSteps, 0);
    for (const Bytes each : sizes_)
        count(each);
    sizes_ = {};
}

void SizeHistogram::count(Bytes size) { ++counts_[step_of(size)]; }

Bytes SizeHistogram::of_rank(std::int64_t rank) {
    assert(rank > 0);
    if (is_exact()) {
        const auto place = sizes_.begin() + (rank - 1);
        std::nth_element(sizes_.begin(), place, sizes_.end());
        return *place;
    }
    std::size_t step = 0;
    for (std::int64_t seen = counts_[0]; seen < rank; seen += counts_[step])
        ++step;
    return size_of(step);
}

}  // namespace firn::workload
