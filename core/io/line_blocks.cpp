#include "core/io/line_blocks.hpp"

#include "core/io/input_file.hpp"

#include <algorithm>
#include <cstring>
#include <span>
#include <utility>

namespace firn::io {

namespace {

/// Fits the second-level cache together with the columns that it becomes; grows only for longer lines.
constexpr std::size_t kUsualBuffer = std::size_t{1} << 16;

Diagnostics at_line(Diagnostics diagnostics, std::size_t line) {
    for (Diagnostic& diagnostic : diagnostics)
        diagnostic.where.line = line;
    return diagnostics;
}

}  // namespace

LineBlocks::LineBlocks(ByteStream bytes) : bytes_{std::move(bytes)}, buffer_(kUsualBuffer) {}

Result<LineBlocks> LineBlocks::open(const std::string& path) {
    Result<ByteStream> bytes = ByteStream::open(path);
    if (!bytes) return bytes.error();
    return LineBlocks{std::move(*bytes)};
}

Result<bool> LineBlocks::next() {
    drop_lines();
    while (!at_end_) {
        const Result<bool> more = fill();
        if (!more) return at_line(more.error(), first_line_);
        at_end_ = !*more;
        if (at_start_ && !drop_byte_order_mark()) continue;
        if (find_lines()) break;
        if (filled_end_ > kLongestLine) return line_too_long();
    }
    if (lines_end_ == 0) lines_end_ = filled_end_;
    if (std::memchr(buffer_.data(), '\0', filled_end_) != nullptr) return binary();
    return lines_end_ > 0;
}

void LineBlocks::drop_lines() {
    first_line_ += static_cast<std::size_t>(std::count(text().begin(), text().end(), '\n'));
    std::copy(buffer_.begin() + static_cast<std::ptrdiff_t>(lines_end_),
              buffer_.begin() + static_cast<std::ptrdiff_t>(filled_end_), buffer_.begin());
    filled_end_ -= lines_end_;
    lines_end_ = 0;
}

/// Reads into the free part of the buffer; false at the end of the file.
Result<bool> LineBlocks::fill() {
    if (filled_end_ == buffer_.size()) buffer_.resize(std::min(buffer_.size() * 2, kLongestLine + 1));
    const Result<std::size_t> n = bytes_.read(std::span{buffer_}.subspan(filled_end_));
    if (!n) return n.error();
    filled_end_ += *n;
    return *n > 0;
}

/// Finds the end of the last whole line; false when there is none yet.
bool LineBlocks::find_lines() {
    const std::string_view filled{buffer_.data(), filled_end_};
    lines_end_ = filled.rfind('\n') + 1;
    return lines_end_ > 0;
}

/// False while too little is read to know whether there is one.
bool LineBlocks::drop_byte_order_mark() {
    constexpr std::string_view kMark = "\xEF\xBB\xBF";
    if (filled_end_ < kMark.size() && !at_end_) return false;
    at_start_ = false;
    if (!std::string_view{buffer_.data(), filled_end_}.starts_with(kMark)) return true;
    std::copy(buffer_.begin() + kMark.size(), buffer_.begin() + static_cast<std::ptrdiff_t>(filled_end_),
              buffer_.begin());
    filled_end_ -= kMark.size();
    return true;
}

Diagnostics LineBlocks::line_too_long() const {
    return failure({.code = "line-too-long",
                    .where = {.file = path(), .line = first_line_},
                    .what = "the line has more than " + std::to_string(kLongestLine) + " bytes",
                    .expected = "text with one row a line",
                    .remedy = "check that this is the right file"});
}

Diagnostics LineBlocks::binary() const {
    const std::string_view filled{buffer_.data(), filled_end_};
    const std::string_view before = filled.substr(0, filled.find('\0'));
    const auto line = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
    return failure(
        {.code = "file-binary",
         .where = {.file = path(), .line = first_line_ + line, .column = before.size() - before.rfind('\n')},
         .what = "this is not text: it holds NUL characters",
         .expected = "text, plain or packed with gzip",
         .remedy = "check that this is the right file; text in UTF-16 must be saved as UTF-8"});
}

}  // namespace firn::io
