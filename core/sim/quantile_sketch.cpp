#include "core/sim/quantile_sketch.hpp"

#include <cassert>

namespace firn::sim {

std::uint64_t QuantileSketch::value_at(std::uint64_t rank) const {
    assert(rank > 0);
    std::uint64_t seen = 0;
    std::size_t bucket = 0;
    while (bucket < kBuckets && (seen += counts_[bucket]) < rank) {
        ++bucket;
    }
    assert(bucket < kBuckets);
    return upper_edge(bucket);
}

}  // namespace firn::sim
