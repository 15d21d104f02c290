#include "core/io/whole_file.hpp"

#include "core/io/byte_stream.hpp"
#include "core/io/input_file.hpp"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <span>

namespace firn::io {

namespace {

constexpr std::size_t kBehind = 64;
constexpr std::size_t kFirstRoom = std::size_t{1} << 20;
constexpr std::size_t kReadAtOnce = std::size_t{1} << 18;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

Diagnostics too_large(const std::string& path) {
    return failure({.code = "file-too-large",
                    .where = {.file = path},
                    .what = "the file has more than " + to_text(kLargestWholeFile),
                    .expected = "a price list of one service; those are some hundred MB at most"});
}

}  // namespace

void WholeFile::Freed::operator()(char* bytes) const { std::free(bytes); }

/// Large blocks move by their pages: nothing is copied, and what is not used costs no memory.
bool WholeFile::grow() {
    const std::size_t room = room_ == 0 ? kFirstRoom : room_ * 2;
    void* const moved = std::realloc(bytes_.get(), room);
    if (moved == nullptr) return false;
    (void)bytes_.release();
    bytes_.reset(static_cast<char*>(moved));
    room_ = room;
    return true;
}

Result<WholeFile> WholeFile::read(const std::string& path) {
    auto stream = ByteStream::open(path);
    if (!stream) return stream.error();
    WholeFile file;
    for (;;) {
        if (file.room_ < file.size_ + kReadAtOnce + kBehind && !file.grow()) return too_large(path);
        const auto got = stream->read(std::span{file.bytes_.get() + file.size_, kReadAtOnce});
        if (!got) return got.error();
        if (*got == 0) break;
        file.size_ += *got;
        if (static_cast<std::int64_t>(file.size_) > kLargestWholeFile.count()) return too_large(path);
    }
    std::memset(file.bytes_.get() + file.size_, 0, kBehind);
    if (file.text().starts_with(kByteOrderMark)) file.begin_ = kByteOrderMark.size();
    if (file.text().find_first_not_of(" \t\r\n") == std::string_view::npos) return empty_file(path);
    return file;
}

}  // namespace firn::io
