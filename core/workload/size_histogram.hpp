#pragma once

#include "core/units/bytes.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace firn::workload {

/// Many sizes in little memory: all of them up to `kExactSizes`, beyond that counted in steps of less than
/// 0.4 %.
class SizeHistogram {
  public:
    static constexpr std::size_t kExactSizes = std::size_t{1} << 20;

    void add(Bytes size);

    [[nodiscard]] bool is_exact() const { return counts_.empty(); }

    /// The size of this rank in ascending order, from 1; there must be as many sizes. Above `kExactSizes`
    /// sizes rounded down to the step.
    [[nodiscard]] Bytes of_rank(std::int64_t rank);

  private:
    void count(Bytes size);

    std::vector<Bytes> sizes_;
    std::vector<std::int64_t> counts_;
};

}  // namespace firn::workload
