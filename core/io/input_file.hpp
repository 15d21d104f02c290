#pragma once

#include "core/diag/result.hpp"
#include "core/io/file_handle.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>

namespace firn::io {

/// A file that is open for reading.
class InputFile {
  public:
    /// Errors: `file-missing`, `file-is-directory`, `file-not-readable` (also for the superuser, when nobody
    /// may read it), `file-empty`.
    [[nodiscard]] static Result<InputFile> open(const std::string& path);

    /// The next bytes, as many as there is room for unless the end is nearer; zero at the end. Error:
    /// `file-read-failed`.
    [[nodiscard]] Result<std::size_t> read(std::span<char> room);

    [[nodiscard]] const std::string& path() const { return path_; }

  private:
    InputFile(std::string path, FileHandle handle);
    std::string path_;
    FileHandle handle_;
};

/// Why a file cannot be read, as far as that can be told without reading it; none for pipes and devices.
[[nodiscard]] std::optional<Diagnostic> opening_fault(const std::string& path, bool may_be_folder);

/// The error for what the system said while opening: `file-missing`, `file-not-readable`, `file-read-failed`.
[[nodiscard]] Diagnostics cannot_open(const std::string& path, int error);

/// The error `file-empty`, for files whose emptiness shows only when they are read.
[[nodiscard]] Diagnostics empty_file(const std::string& path);

}  // namespace firn::io
