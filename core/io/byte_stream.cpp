#include "core/io/byte_stream.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace firn::io {

namespace {

constexpr std::size_t kFetchAtOnce = 1 << 15;

Diagnostics truncated(const std::string& path) {
    return failure({.code = "gzip-truncated",
                    .where = {.file = path},
                    .what = "the gzip file ends too early",
                    .remedy = "get the file again; `gzip -t FILE` tells whether it is whole"});
}

Diagnostics corrupt(const std::string& path) {
    return failure({.code = "gzip-corrupt",
                    .where = {.file = path},
                    .what = "the gzip file is damaged",
                    .remedy = "get the file again; `gzip -t FILE` tells whether it is whole"});
}

}  // namespace

ByteStream::ByteStream(InputFile file, Witness witness)
    : file_{std::move(file)}, witness_{std::move(witness)}, fetched_(kFetchAtOnce) {}

Result<ByteStream> ByteStream::open(const std::string& path) { return open(path, {}); }

Result<ByteStream> ByteStream::open(const std::string& path, Witness witness) {
    Result<InputFile> file = InputFile::open(path);
    if (!file) return file.error();
    ByteStream stream{std::move(*file), std::move(witness)};
    const Result<bool> some = stream.fetch();
    if (!some) return some.error();
    if (!*some) return empty_file(path);
    if (starts_as_gzip({stream.waiting_.data(), stream.waiting_.size()})) stream.unpacker_.emplace();
    return stream;
}

Result<std::size_t> ByteStream::read(std::span<char> room) {
    return unpacker_ ? read_packed(room) : read_plain(room);
}

Result<std::size_t> ByteStream::read_file(std::span<char> room) {
    Result<std::size_t> n = file_.read(room);
    if (n && witness_) witness_(room.first(*n));
    return n;
}

/// Reads on from the file; false at its end.
Result<bool> ByteStream::fetch() {
    const Result<std::size_t> n = read_file(fetched_);
    if (!n) return n.error();
    waiting_ = std::span<const char>{fetched_}.first(*n);
    return *n > 0;
}

Result<std::size_t> ByteStream::read_plain(std::span<char> room) {
    if (waiting_.empty()) return read_file(room);
    const std::size_t n = std::min(room.size(), waiting_.size());
    std::copy_n(waiting_.begin(), n, room.begin());
    waiting_ = waiting_.subspan(n);
    return n;
}

Result<std::size_t> ByteStream::read_packed(std::span<char> room) {
    std::span<char> left = room;
    while (left.size() == room.size()) {
        if (between_members_) {
            const Result<bool> another = next_member();
            if (!another) return another.error();
            if (!*another) return std::size_t{0};
        }
        if (waiting_.empty()) {
            const Result<bool> some = fetch();
            if (!some) return some.error();
            if (!*some) return truncated(path());
        }
        const UnpackStatus status = unpacker_->unpack(waiting_, left);
        if (status == UnpackStatus::corrupt) return corrupt(path());
        between_members_ = status == UnpackStatus::member_ended;
    }
    return room.size() - left.size();
}

/// Goes on to the member that follows; false when none does.
Result<bool> ByteStream::next_member() {
    drop_padding();
    while (waiting_.empty()) {
        const Result<bool> some = fetch();
        if (!some) return some.error();
        if (!*some) return false;
        drop_padding();
    }
    unpacker_->begin_member();
    between_members_ = false;
    return true;
}

/// Tapes and block devices fill the last block after a member with zeros.
void ByteStream::drop_padding() {
    const auto end = std::find_if(waiting_.begin(), waiting_.end(), [](char c) { return c != '\0'; });
    waiting_ = waiting_.subspan(static_cast<std::size_t>(end - waiting_.begin()));
}

}  // namespace firn::io
