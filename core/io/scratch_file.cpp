#include "core/io/scratch_file.hpp"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace firn::io {

namespace {

Diagnostics disk_full(const std::string& folder, std::int64_t wanted, int error) {
    constexpr std::int64_t kMega = 1'000'000;
    return failure(
        {.code = "sort-disk-full",
         .where = {.file = folder},
         .what = fmt::format("there is no room here to sort the trace: {}; {} MB were needed so far",
                             std::strerror(error), (wanted + kMega - 1) / kMega),
         .expected = "room for 16 bytes a row, twice that when there are very many rows",
         .remedy = "make room, or name a folder of a larger disk: TMPDIR=/large/disk firn ...; "
                   "nothing was left"});
}

Diagnostics sort_failed(const std::string& folder, const char* what, int error) {
    return failure({.code = "sort-failed",
                    .where = {.file = folder},
                    .what = fmt::format("{} to sort the trace: {}", what, std::strerror(error)),
                    .expected = "a folder that exists and may be written to",
                    .remedy = "name another folder: TMPDIR=/large/disk firn ..."});
}

Diagnostics write_refused(const std::string& folder, std::int64_t wanted, int error) {
    const bool full = error == ENOSPC || error == EDQUOT || error == EFBIG;
    return full ? disk_full(folder, wanted, error)
                : sort_failed(folder, "no temporary file can be written here", error);
}

}  // namespace

Result<ScratchFile> ScratchFile::create(const std::string& folder) {
    TemporaryFile file{folder};
    if (!file.open(S_IRUSR | S_IWUSR) || !file.drop_name()) return write_refused(folder, 0, errno);
    return ScratchFile{std::move(file), folder};
}

Result<bool> ScratchFile::append(std::span<const std::byte> bytes) {
    const std::int64_t wanted = size_ + static_cast<std::int64_t>(bytes.size());
    while (!bytes.empty()) {
        const ssize_t n = ::pwrite(file_.handle().get(), bytes.data(), bytes.size(), size_);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return write_refused(folder_, wanted, errno);
        bytes = bytes.subspan(static_cast<std::size_t>(n));
        size_ += n;
    }
    return true;
}

Result<bool> ScratchFile::read_at(std::int64_t offset, std::span<std::byte> room) const {
    while (!room.empty()) {
        const ssize_t n = ::pread(file_.handle().get(), room.data(), room.size(), offset);
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) {
            return sort_failed(folder_, "a temporary file cannot be read again", n < 0 ? errno : EIO);
        }
        room = room.subspan(static_cast<std::size_t>(n));
        offset += n;
    }
    return true;
}

}  // namespace firn::io
