#pragma once

#include <cstdlib>
#include <string>

namespace firn::cli {

/// Where a sort puts what does not fit into memory: $TMPDIR, or "" for the usual place.
[[nodiscard]] inline std::string scratch_folder() {
    const char* folder = std::getenv("TMPDIR");
    return folder == nullptr ? std::string{} : std::string{folder};
}

}  // namespace firn::cli
