#pragma once

#include "core/units/time.hpp"
#include "core/workload/file_source.hpp"

#include <vector>

namespace firn::workload {

/// The source with each file so much later (not negative).
[[nodiscard]] FileSource delayed(FileSource source, Duration delay);

/// The files of all sources by arrival; equal arrivals in the order of the sources, then in the order of
/// each. All sources have the same columns of keys, or none. Memory: a block for each source.
[[nodiscard]] FileSource merged(std::vector<FileSource> sources);

}  // namespace firn::workload
