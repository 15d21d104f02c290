#pragma once

#include "core/planner/policy_runs.hpp"

namespace firn::planner {

/// What happens to the files of a workload, to see what depends on them.
enum class FileChange {
    none,
    half_as_many,   ///< every second file, beginning with the first
    twice_as_many,  ///< each file twice, at the same instant
    half_as_large,  ///< rounded down
    twice_as_large,
};

/// The workload with that change; keys stay with their files.
[[nodiscard]] OpenFiles changed(OpenFiles open, FileChange change);

}  // namespace firn::planner
