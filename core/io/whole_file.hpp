#pragma once

#include "core/diag/result.hpp"
#include "core/units/bytes.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace firn::io {

/// The largest file that is taken into memory in one piece, unpacked: 2 GiB.
inline constexpr Bytes kLargestWholeFile = Bytes::from_gib(2);

/// The bytes of a file in one piece, without a byte order mark; those of a gzip file unpacked. Behind them
/// lie 64 bytes more that may be read, as fast parsers want.
class WholeFile {
  public:
    /// Errors: those of ByteStream, `file-empty` (also when nothing but blanks was packed),
    /// `file-too-large`.
    [[nodiscard]] static Result<WholeFile> read(const std::string& path);

    [[nodiscard]] std::string_view text() const { return {bytes_.get() + begin_, size_ - begin_}; }
    /// How many bytes may be read from the beginning of `text` on.
    [[nodiscard]] std::size_t readable() const { return room_ - begin_; }

  private:
    struct Freed {
        void operator()(char* bytes) const;
    };

    WholeFile() = default;
    [[nodiscard]] bool grow();

    std::unique_ptr<char, Freed> bytes_;
    std::size_t begin_ = 0;
    std::size_t size_ = 0;
    std::size_t room_ = 0;
};

}  // namespace firn::io
