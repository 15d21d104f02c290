#include "core/io/output_target.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <climits>
#include <cstdlib>
#include <cstring>
#include <memory>

namespace firn::io {

namespace {

constexpr mode_t kAnyoneMayWrite = S_IWUSR | S_IWGRP | S_IWOTH;
constexpr mode_t kPermissions = 07777;

Diagnostics folder_missing(const std::string& path, const std::string& folder) {
    return failure({.code = "output-folder-missing",
                    .where = {.file = path},
                    .what = "the folder " + folder + " does not exist",
                    .remedy = "make it first: mkdir -p " + folder});
}

Diagnostics is_directory(const std::string& path) {
    return failure({.code = "output-is-directory",
                    .where = {.file = path},
                    .what = "this is a folder, not the name of a file",
                    .remedy = "name a file in it"});
}

Diagnostics not_writable(const std::string& path, const std::string& what) {
    return failure({.code = "output-not-writable",
                    .where = {.file = path},
                    .what = what + " may not be written to",
                    .remedy = "choose another place, or give write permission: chmod u+w"});
}

std::string folder_of(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    if (slash == std::string::npos) return ".";
    return slash == 0 ? "/" : path.substr(0, slash);
}

/// The file behind a symbolic link; the path itself where there is none.
std::string behind_links(const std::string& path) {
    const std::unique_ptr<char, decltype(&std::free)> real{::realpath(path.c_str(), nullptr), &std::free};
    return real ? std::string{real.get()} : path;
}

/// What is read-only for everyone is refused to the superuser too, whom the system would let through.
bool may_write(const std::string& path, const struct stat& status) {
    return (status.st_mode & kAnyoneMayWrite) != 0 &&
           ::faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) == 0;
}

}  // namespace

Result<OutputTarget> output_target(const std::string& path) {
    if (path.empty() || path.back() == '/') return is_directory(path);
    OutputTarget target{.path = path, .folder = {}, .mode = {}};
    struct stat status {};
    if (::stat(path.c_str(), &status) == 0) {
        if (S_ISDIR(status.st_mode)) return is_directory(path);
        if (!may_write(path, status)) return not_writable(path, "the file");
        target.path = S_ISREG(status.st_mode) ? behind_links(path) : path;
        target.mode = status.st_mode & kPermissions;
        target.is_special = !S_ISREG(status.st_mode);
    }
    target.folder = folder_of(target.path);
    if (target.is_special) return target;
    if (::stat(target.folder.c_str(), &status) != 0 || !S_ISDIR(status.st_mode))
        return folder_missing(path, target.folder);
    if (!may_write(target.folder, status)) return not_writable(path, "the folder " + target.folder);
    return target;
}

Diagnostics write_failed(const std::string& path, int error) {
    if (error == ENOSPC || error == EDQUOT || error == EFBIG) {
        return failure({.code = "output-disk-full",
                        .where = {.file = path},
                        .what = std::string{"there is no room for the file: "} + std::strerror(error),
                        .remedy = "make room or choose another disk; nothing half-written was left"});
    }
    if (error == EACCES || error == EPERM || error == EROFS) return not_writable(path, "the place");
    return failure({.code = "output-failed",
                    .where = {.file = path},
                    .what = std::string{"the file cannot be written: "} + std::strerror(error)});
}

}  // namespace firn::io
