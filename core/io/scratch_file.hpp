#pragma once

#include "core/diag/result.hpp"
#include "core/io/temporary_file.hpp"
#include "core/units/bytes.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace firn::io {

/// A file without a name for what does not fit into memory: it is written at its end, read anywhere, and gone
/// with its last user, also when the program is killed.
///
/// Errors of all functions, at the folder: `sort-disk-full`, and `sort-failed` (no such folder, no
/// permission, and what else the system says).
class ScratchFile {
  public:
    [[nodiscard]] static Result<ScratchFile> create(const std::string& folder);

    /// All of the bytes go to the end of the file, or it is an error.
    [[nodiscard]] Result<bool> append(std::span<const std::byte> bytes);

    /// Fills the room with the bytes from `offset` on; that many must have been appended.
    [[nodiscard]] Result<bool> read_at(std::int64_t offset, std::span<std::byte> room) const;

    [[nodiscard]] Bytes size() const { return Bytes{size_}; }

  private:
    explicit ScratchFile(TemporaryFile file, std::string folder)
        : file_{std::move(file)}, folder_{std::move(folder)} {}

    TemporaryFile file_;
    std::string folder_;
    std::int64_t size_ = 0;
};

}  // namespace firn::io
