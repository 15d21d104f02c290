#pragma once

#include "core/workload/file_source.hpp"

namespace firn::workload {

/// Two sources with the same files.
struct TwoSources {
    FileSource first{};
    FileSource second{};
};

/// Reads a source once for two who take its files: a block waits until both have had it. It waits for nobody
/// once the other source is gone. Both are asked by one thread.
///
/// Memory: the blocks by which one is ahead of the other.
[[nodiscard]] TwoSources read_twice(FileSource files);

}  // namespace firn::workload
