#pragma once

#include "core/io/file_handle.hpp"

#include <sys/types.h>

#include <optional>
#include <string>

namespace firn::io {

/// A file in the making that vanishes unless it is given a name. Where the file system can, it has no name
/// until then, so that nothing is left even when the program is killed.
///
/// Functions that return a bool leave the reason of a failure in errno.
class TemporaryFile {
  public:
    explicit TemporaryFile(std::string folder) : folder_{std::move(folder)} {}
    TemporaryFile(TemporaryFile&& other) noexcept = default;
    TemporaryFile& operator=(TemporaryFile&&) = delete;
    ~TemporaryFile();

    [[nodiscard]] bool open(std::optional<mode_t> mode);

    /// For a file that never gets a name: takes away the one that it has where the file system insisted.
    [[nodiscard]] bool drop_name();

    /// Its content is on the disk when this returns true.
    [[nodiscard]] bool rename_to(const std::string& path);

    [[nodiscard]] const FileHandle& handle() const { return handle_; }

  private:
    [[nodiscard]] bool open_named();
    [[nodiscard]] bool give_name();

    std::string folder_;
    FileHandle handle_;
    std::string name_;  ///< empty while it has none
};

}  // namespace firn::io
