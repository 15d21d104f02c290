#pragma once

#include "core/workload/file_source.hpp"

#include <cstdint>

namespace firn::workload {

/// The reference workload W1: `files` files in bursts of about 4096 that load 32 fetchers to 161 %, with
/// pauses of up to two minutes between; sizes from 8 KiB to 256 MiB with a heavy tail. The first files of
/// replicate 0:
///
///     arrival (us)   105      515     664     760
///     size (bytes)   259229   8734    15015   13135
///
/// Whole numbers only, from splitmix64 by counter: the same files on every machine. Depends on nothing but
/// its two arguments; in particular not on the scenario's seed. Defined in docs/simulation-model.md.
[[nodiscard]] FileSource reference_w1(std::uint64_t files, std::uint64_t replicate = 0);

}  // namespace firn::workload
