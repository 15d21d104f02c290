#pragma once

#include "core/backup/replay_result.hpp"
#include "core/backup/trouble.hpp"
#include "core/sim/kernels.hpp"
#include "core/workload/file_source.hpp"

#include <cstdint>
#include <optional>

namespace firn::backup {

/// Sums over the files as they arrive; no bundle size changes them.
class ArrivalSums {
  public:
    explicit ArrivalSums(const sim::Kernels& kernels) : kernels_{&kernels} {}

    [[nodiscard]] std::optional<Trouble> add(const workload::FileBlock& block);

    /// Latencies and bytes at risk last from the arrival, not from the scenario's start: takes the arrivals
    /// away from a result's sums of confirmation times.
    void take_from(ReplayResult& result) const;

    [[nodiscard]] std::uint64_t files() const { return files_; }

  private:
    const sim::Kernels* kernels_;
    std::uint64_t files_ = 0;
    UInt128 bytes_ = 0;
    UInt128 arrivals_ = 0;
    UInt128 byte_arrivals_ = 0;
};

}  // namespace firn::backup
