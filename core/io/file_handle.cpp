#include "core/io/file_handle.hpp"

#include <unistd.h>

#include <utility>

namespace firn::io {

FileHandle::FileHandle(FileHandle&& other) noexcept : descriptor_{std::exchange(other.descriptor_, -1)} {}

FileHandle& FileHandle::operator=(FileHandle&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    return *this;
}

FileHandle::~FileHandle() { close(); }

int FileHandle::release() { return std::exchange(descriptor_, -1); }

bool FileHandle::close() {
    const int descriptor = std::exchange(descriptor_, -1);
    return descriptor < 0 || ::close(descriptor) == 0;
}

}  // namespace firn::io
