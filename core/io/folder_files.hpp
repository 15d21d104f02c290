#pragma once

#include "core/diag/result.hpp"

#include <string>
#include <vector>

namespace firn::io {

/// The paths with, in place of each folder, the files that lie directly in it: by name, without those whose
/// names begin with a dot. Error: `folder-without-files`, also for a folder that cannot be read.
[[nodiscard]] Result<std::vector<std::string>> files_of(const std::vector<std::string>& paths);

}  // namespace firn::io
