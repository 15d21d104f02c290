#pragma once

#include "core/diag/result.hpp"
#include "core/units/bytes.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace firn::io {

/// A file that appears whole or not at all: text goes into a temporary file of the same folder, `commit`
/// writes it through to the disk and gives it its name. Without `commit` nothing is left and an older file of
/// that name stays as it was. A name that ends in ".gz" gets gzip. An existing file keeps its permissions; a
/// symbolic link keeps pointing to where it did; a device or pipe (/dev/stdout) is written directly.
///
/// Errors of all functions, at the path: `output-folder-missing`, `output-is-directory`,
/// `output-not-writable` (folder or file without write permission; one that nobody may write is refused to
/// the superuser too), `output-disk-full`, `output-failed` (what else the system says).
class OutputFile {
  public:
    [[nodiscard]] static Result<OutputFile> create(const std::string& path);

    OutputFile(OutputFile&&) noexcept;
    OutputFile& operator=(OutputFile&&) noexcept;
    ~OutputFile();

    /// Adds text; the number of bytes of text so far.
    [[nodiscard]] Result<Bytes> append(std::string_view text);

    /// Ends the file and gives it its name; the size it has on the disk. Nothing may be appended afterwards.
    [[nodiscard]] Result<Bytes> commit();

  private:
    struct State;
    explicit OutputFile(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

/// Writes a file of this text as an OutputFile does; the size it has on the disk.
[[nodiscard]] Result<Bytes> write_file_atomically(const std::string& path, std::string_view text);

}  // namespace firn::io
