#include "core/io/file_head.hpp"

#include "core/io/byte_stream.hpp"

#include <sys/stat.h>

#include <span>

namespace firn::io {

namespace {

/// A trace is opened several times: to recognise it, to place it in time, once for each copy.
bool can_be_opened_again(const std::string& path) {
    struct stat status {};
    return ::stat(path.c_str(), &status) != 0 || S_ISREG(status.st_mode) || S_ISDIR(status.st_mode);
}

}  // namespace

Result<bool> check_can_be_opened_again(const std::string& path) {
    if (can_be_opened_again(path)) return true;
    return failure({.code = "file-not-regular",
                    .where = {.file = path},
                    .what = "this is a pipe or a device, which can be read only once",
                    .expected = "a file: a trace is read more than once",
                    .remedy = "write it to a file first; gzip is read as it is"});
}

Result<std::string> read_file_head(const std::string& path) {
    const Result<bool> again = check_can_be_opened_again(path);
    if (!again) return again.error();
    Result<ByteStream> bytes = ByteStream::open(path);
    if (!bytes) return bytes.error();
    std::string head(kHeadBytes, '\0');
    std::size_t filled = 0;
    while (filled < head.size()) {
        const Result<std::size_t> n = bytes->read(std::span{head}.subspan(filled));
        if (!n && filled == 0) return n.error();
        if (!n || *n == 0) break;  // who reads the rows will say what is wrong, and where
        filled += *n;
    }
    const bool is_whole = filled < head.size();
    head.resize(filled);
    if (head.starts_with("\xEF\xBB\xBF")) head.erase(0, 3);
    const std::size_t last_end = head.rfind('\n');
    if (!is_whole && last_end != std::string::npos) head.resize(last_end + 1);
    return head;
}

}  // namespace firn::io
