#pragma once

#include "core/diag/result.hpp"
#include "core/io/gzip.hpp"
#include "core/io/input_file.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace firn::io {

/// The bytes of a file; those of a gzip file (recognised by its first bytes) unpacked, all members one after
/// the other.
class ByteStream {
  public:
    /// Errors: those of InputFile::open.
    [[nodiscard]] static Result<ByteStream> open(const std::string& path);

    /// The same; `witness` is shown all bytes of the file as they lie on the disk, in their order.
    using Witness = std::function<void(std::span<const char>)>;
    [[nodiscard]] static Result<ByteStream> open(const std::string& path, Witness witness);

    /// The next bytes, at least one unless the end is reached. Errors: `gzip-truncated`, `gzip-corrupt`,
    /// `file-read-failed`.
    [[nodiscard]] Result<std::size_t> read(std::span<char> room);

    [[nodiscard]] const std::string& path() const { return file_.path(); }

  private:
    ByteStream(InputFile file, Witness witness);
    Result<std::size_t> read_file(std::span<char> room);
    Result<bool> fetch();
    Result<std::size_t> read_plain(std::span<char> room);
    Result<std::size_t> read_packed(std::span<char> room);
    Result<bool> next_member();
    void drop_padding();

    InputFile file_;
    Witness witness_;
    std::vector<char> fetched_;
    std::span<const char> waiting_;  ///< the part of fetched_ that nobody has got yet
    std::optional<GzipUnpacker> unpacker_;
    bool between_members_ = false;
};

}  // namespace firn::io
