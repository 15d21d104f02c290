#pragma once

#include "core/diag/result.hpp"

#include <map>
#include <string>
#include <vector>

namespace firn::cli {

/// Writes files with their texts, by path, and makes the folders that they lack; the paths that were written.
/// All files are made before the first gets its name, and when one cannot be made, neither files nor new
/// folders are left. Errors: those of io::OutputFile.
[[nodiscard]] Result<std::vector<std::string>> write_files(const std::map<std::string, std::string>& files);

}  // namespace firn::cli
