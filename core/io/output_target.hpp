#pragma once

#include "core/diag/result.hpp"

#include <sys/types.h>

#include <optional>
#include <string>

namespace firn::io {

/// Where output goes, after symbolic links: "results/plan.json" lies in folder "results".
struct OutputTarget {
    std::string path;
    std::string folder;
    /// Permissions for the new file.
    std::optional<mode_t> mode{};
    /// A device or a pipe: nothing to rename over.
    bool is_special = false;
};

/// Looks at the path and its folder before anything is written.
/// Errors: `output-folder-missing`, `output-is-directory`, `output-not-writable`.
[[nodiscard]] Result<OutputTarget> output_target(const std::string& path);

/// The error for what the system said while writing: `output-disk-full`, `output-not-writable`,
/// `output-failed`.
[[nodiscard]] Diagnostics write_failed(const std::string& path, int error);

}  // namespace firn::io
