#pragma once

#include "core/backup/pipeline_settings.hpp"
#include "core/units/rational.hpp"
#include "core/workload/file_source.hpp"

#include <cstdint>

namespace firn::bench {

/// The results of W1, as the line of the reference has them.
struct W1Line {
    std::uint64_t archives = 0;
    std::uint64_t timeouts = 0;
    std::int64_t billed = 0;
    std::uint64_t requests = 0;
    std::int64_t makespan = 0;
    UInt128 wait_sum = 0;
    UInt128 lat_sum = 0;
    std::int64_t lat_mean = 0;
    std::int64_t lat_p95 = 0;
    std::int64_t lat_max = 0;
    std::uint64_t check = 0;

    friend bool operator==(const W1Line&, const W1Line&) = default;
};

/// The baseline: the pipeline written as one would by hand, an event loop on std::priority_queue.
///
/// The queue holds plain structs (time, sequence number, kind, payload) ordered by time, then sequence: the
/// one next arrival, the end of each running fetch, the age-out of the open directory (stale ones are known
/// by a generation number) and the end of each running upload. The two waiting lines are std::deque; a bundle
/// keeps the arrivals of its files in a std::vector that is reused; latencies go into one reserved vector,
/// whose 95th percentile is taken with std::nth_element. Only what W1 needs: bundles, calls of one size, an
/// age-out.
[[nodiscard]] W1Line run_event_loop(const backup::PipelineSettings& settings, std::uint64_t files,
                                    workload::FileSource source);

}  // namespace firn::bench
