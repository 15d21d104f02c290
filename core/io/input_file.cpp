#include "core/io/input_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace firn::io {

namespace {

Diagnostics missing(const std::string& path) {
    return failure({.code = "file-missing",
                    .where = {.file = path},
                    .what = "there is no such file",
                    .remedy = "check the spelling; a relative path starts at the folder in which firn runs"});
}

Diagnostics is_directory(const std::string& path) {
    return failure({.code = "file-is-directory",
                    .where = {.file = path},
                    .what = "this is a folder, not a file",
                    .remedy = "name one of the files in it"});
}

Diagnostics not_readable(const std::string& path) {
    return failure({.code = "file-not-readable",
                    .where = {.file = path},
                    .what = "the file may not be read",
                    .remedy = "give yourself permission: chmod u+r FILE"});
}

Diagnostics read_failed(const std::string& path, int error) {
    return failure({.code = "file-read-failed",
                    .where = {.file = path},
                    .what = std::string{"the file cannot be read: "} + std::strerror(error)});
}

constexpr mode_t kAnyoneMayRead = S_IRUSR | S_IRGRP | S_IROTH;

}  // namespace

Diagnostics cannot_open(const std::string& path, int error) {
    if (error == ENOENT || error == ENOTDIR) return missing(path);
    if (error == EACCES || error == EPERM) return not_readable(path);
    return read_failed(path, error);
}

Diagnostics empty_file(const std::string& path) {
    return failure({.code = "file-empty", .where = {.file = path}, .what = "the file is empty"});
}

std::optional<Diagnostic> opening_fault(const std::string& path, bool may_be_folder) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) return cannot_open(path, errno).front();
    if (S_ISDIR(status.st_mode) && may_be_folder) return std::nullopt;
    if (!S_ISDIR(status.st_mode) && !S_ISREG(status.st_mode)) return std::nullopt;
    const Result<InputFile> file = InputFile::open(path);
    return file ? std::nullopt : std::optional{file.error().front()};
}

InputFile::InputFile(std::string path, FileHandle handle)
    : path_{std::move(path)}, handle_{std::move(handle)} {}

Result<InputFile> InputFile::open(const std::string& path) {
    FileHandle handle{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
    if (!handle.is_open()) return cannot_open(path, errno);
    struct stat status {};
    if (::fstat(handle.get(), &status) != 0) return read_failed(path, errno);
    if (S_ISDIR(status.st_mode)) return is_directory(path);
    if (S_ISREG(status.st_mode)) {
        if ((status.st_mode & kAnyoneMayRead) == 0) return not_readable(path);
        if (status.st_size == 0) return empty_file(path);
    }
    return InputFile{path, std::move(handle)};
}

Result<std::size_t> InputFile::read(std::span<char> room) {
    std::size_t filled = 0;
    while (filled < room.size()) {
        const ssize_t n = ::read(handle_.get(), room.data() + filled, room.size() - filled);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return read_failed(path_, errno);
        if (n == 0) break;
        filled += static_cast<std::size_t>(n);
    }
    return filled;
}

}  // namespace firn::io
