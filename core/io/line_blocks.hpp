#pragma once

#include "core/diag/result.hpp"
#include "core/io/byte_stream.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace firn::io {

/// The longest line of text that is read, without its end: 1 MiB.
inline constexpr std::size_t kLongestLine = std::size_t{1} << 20;

/// The text of a file, plain or gzip, in blocks of whole lines and in constant memory. A byte order mark is
/// left out.
class LineBlocks {
  public:
    /// Errors: those of ByteStream::open.
    [[nodiscard]] static Result<LineBlocks> open(const std::string& path);

    /// Goes on to the next lines; false at the end. Errors, at the line that was reached: `line-too-long`,
    /// `file-binary` (a NUL), and those of ByteStream::read.
    [[nodiscard]] Result<bool> next();

    /// Whole lines with their ends; only the last line of the file may lack its end. Valid until `next` is
    /// called.
    [[nodiscard]] std::string_view text() const { return {buffer_.data(), lines_end_}; }

    /// The number of the first line of `text`, from 1.
    [[nodiscard]] std::size_t first_line() const { return first_line_; }

    [[nodiscard]] const std::string& path() const { return bytes_.path(); }

    /// The lines of a stream that is open.
    explicit LineBlocks(ByteStream bytes);

  private:
    void drop_lines();
    Result<bool> fill();
    bool find_lines();
    bool drop_byte_order_mark();
    [[nodiscard]] Diagnostics line_too_long() const;
    [[nodiscard]] Diagnostics binary() const;

    ByteStream bytes_;
    std::vector<char> buffer_;
    std::size_t lines_end_ = 0;   ///< of the whole lines
    std::size_t filled_end_ = 0;  ///< of all that was read
    std::size_t first_line_ = 1;
    bool at_start_ = true;
    bool at_end_ = false;
};

}  // namespace firn::io
