#include "core/workload/batch_sizes.hpp"

#include "core/units/rational.hpp"
#include "core/workload/fixed_point.hpp"

#include <algorithm>
#include <cassert>

namespace firn::workload {

namespace {

/// The weight of a batch of n files beside that of one file, which is 2^32.
std::uint64_t weight(const Batches& batches, std::int64_t n) {
    if (batches.shape == Batches::Shape::zeta) {
        const std::int64_t log = log2_q32(static_cast<std::uint64_t>(n) << 32U);
        return exp2_q32(static_cast<std::int64_t>(-static_cast<Int128>(log) * batches.exponent.millionths /
                                                  Factor::kOne));
    }
    if (batches.mean.millionths <= Factor::kOne) return n == 1 ? kOneQ32 : 0;
    // The ratio of neighbours is 1 - 1 / mean.
    const std::int64_t mean = batches.mean.millionths;
    const auto ratio = static_cast<std::uint64_t>((static_cast<UInt128>(mean - Factor::kOne) << 32U) /
                                                  static_cast<std::uint64_t>(mean));
    const Int128 log = static_cast<Int128>(log2_q32(std::max<std::uint64_t>(ratio, 1))) * (n - 1);
    return log < -(std::int64_t{64} << 32) ? 0 : exp2_q32(static_cast<std::int64_t>(log));
}

}  // namespace

BatchSizes::BatchSizes(const Batches& batches) {
    assert(batches.largest >= 1 && batches.largest <= Batches::kLargest);
    std::vector<std::uint64_t> weights;
    UInt128 all = 0;
    for (std::int64_t n = 1; n <= batches.largest; ++n) {
        weights.push_back(weight(batches, n));
        all += weights.back();
    }
    UInt128 so_far = 0;
    UInt128 files = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        so_far += weights[i];
        files += static_cast<UInt128>(weights[i]) * (i + 1);
        // so_far / all of the 2^64 draws; weights are below 2^33, so their sum is below 2^50.
        if (i + 1 < weights.size()) {
            const UInt128 high = (so_far << 32U) / all;
            const UInt128 rest = (so_far << 32U) % all;
            const UInt128 limit = (high << 32U) + (rest << 32U) / all;
            limits_.push_back(static_cast<std::uint64_t>(std::min(limit, UInt128{UINT64_MAX})));
        }
    }
    mean_ = static_cast<std::uint64_t>((files << 32U) / all);
}

std::int64_t BatchSizes::files(std::uint64_t random_bits) const {
    const auto limit = std::upper_bound(limits_.begin(), limits_.end(), random_bits);
    return limit - limits_.begin() + 1;
}

}  // namespace firn::workload
