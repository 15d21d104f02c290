#include "core/io/temporary_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <utility>

namespace firn::io {

namespace {

constexpr int kNamesToTry = 100;

/// The name is on the disk once its folder is; a file system that cannot sync folders has no more to offer.
void sync_folder(const std::string& folder) {
    const FileHandle handle{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (handle.is_open()) ::fsync(handle.get());
}

}  // namespace

TemporaryFile::~TemporaryFile() {
    if (!name_.empty()) ::unlink(name_.c_str());
}

bool TemporaryFile::open(std::optional<mode_t> mode) {
    constexpr mode_t kUsualMode = S_IRUSR | S_IWUSR | S_IRGRP | S_IWGRP | S_IROTH | S_IWOTH;
    handle_ = FileHandle{::open(folder_.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, kUsualMode)};
    if (!handle_.is_open() && !open_named()) return false;
    return !mode || ::fchmod(handle_.get(), *mode) == 0;
}

bool TemporaryFile::drop_name() {
    const std::string name = std::exchange(name_, {});
    return name.empty() || ::unlink(name.c_str()) == 0;
}

bool TemporaryFile::open_named() {
    std::string name = folder_ + "/.firn-XXXXXX";
    handle_ = FileHandle{::mkostemp(name.data(), O_CLOEXEC)};
    if (handle_.is_open()) name_ = name;
    return handle_.is_open();
}

/// Links the nameless file into its folder; a link, unlike a rename, replaces nothing.
bool TemporaryFile::give_name() {
    const std::string unnamed = "/proc/self/fd/" + std::to_string(handle_.get());
    for (int i = 0; i < kNamesToTry; ++i) {
        const std::string name = folder_ + "/.firn-" + std::to_string(::getpid()) + "-" + std::to_string(i);
        if (::linkat(AT_FDCWD, unnamed.c_str(), AT_FDCWD, name.c_str(), AT_SYMLINK_FOLLOW) == 0) {
            name_ = name;
            return true;
        }
        if (errno != EEXIST) return false;
    }
    return false;
}

bool TemporaryFile::rename_to(const std::string& path) {
    if (::fsync(handle_.get()) != 0) return false;
    if (name_.empty() && !give_name()) return false;
    if (!handle_.close()) return false;
    if (std::rename(name_.c_str(), path.c_str()) != 0) return false;
    name_.clear();
    sync_folder(folder_);
    return true;
}

}  // namespace firn::io
