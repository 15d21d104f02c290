#include "core/io/first_line.hpp"

#include "core/io/csv_line.hpp"
#include "core/io/input_file.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <utility>

namespace firn::io {

namespace {

/// A trace is opened several times: to recognise it, to place it in time, once for each copy.
bool can_be_opened_again(const std::string& path) {
    struct stat status {};
    return ::stat(path.c_str(), &status) != 0 || S_ISREG(status.st_mode) || S_ISDIR(status.st_mode);
}

Diagnostics read_once_only(const std::string& path) {
    return failure({.code = "file-not-regular",
                    .where = {.file = path},
                    .what = "this is a pipe or a device, which can be read only once",
                    .expected = "a file: a trace is read more than once",
                    .remedy = "write it to a file first; gzip is read as it is"});
}

}  // namespace

Result<FirstLine> read_first_line(const std::string& path) {
    if (!can_be_opened_again(path)) return read_once_only(path);
    Result<LineBlocks> blocks = LineBlocks::open(path);
    if (!blocks) return blocks.error();
    FirstLine first{.blocks = std::move(*blocks), .line = {}};
    for (;;) {
        const Result<bool> more = first.blocks.next();
        if (!more) return more.error();
        if (!*more) return empty_file(path);
        first.number = first.blocks.first_line();
        first.next = 0;
        const std::string_view text = first.blocks.text();
        for (; first.next < text.size(); ++first.number) {
            const std::size_t end = std::min(text.find('\n', first.next), text.size() - 1) + 1;
            first.line = without_line_end(text.substr(first.next, end - first.next));
            first.next = end;
            if (!trimmed(first.line).empty()) return first;
        }
    }
}

}  // namespace firn::io
