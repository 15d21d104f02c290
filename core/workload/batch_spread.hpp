#pragma once

#include "core/units/time.hpp"
#include "core/workload/file_source.hpp"

namespace firn::workload {

/// The source with the files of one instant spread over a time: file k (from 0) of the n files of instant t
/// arrives at t + floor(k * spread / n). Batches that then overlap are merged by arrival, equal arrivals in
/// the order of the source.
///
///     spread 6 s:   0 s a b c | 3 s d e      becomes     0 s a | 2 s b | 3 s d | 4 s c | 6 s e
///
/// Memory: the files of the batches that overlap.
[[nodiscard]] FileSource spread_batches(FileSource source, Duration spread);

}  // namespace firn::workload
