#include "core/backup/file_places.hpp"

namespace firn::backup {

namespace {

/// Of a file in a tar, before its content.
constexpr std::uint64_t kTarHeader = 512;

}  // namespace

void FilePlaces::append(const OrderedFiles& files) {
    const auto end = files.tar_before.begin() + static_cast<std::ptrdiff_t>(files.files);
    tar_before_.insert(tar_before_.end(), files.tar_before.begin(), end);
    for (std::size_t i = 0; i < files.files; ++i)
        sizes_.push_back(files.size(i));
}

Bytes FilePlaces::offset(std::uint64_t first, std::uint64_t file) const {
    const std::uint64_t before = tar_before_[file - forgotten_] - tar_before_[first - forgotten_];
    return Bytes{static_cast<std::int64_t>(before + kTarHeader)};
}

void FilePlaces::forget_before(std::uint64_t number) {
    const std::size_t useless = number - forgotten_;
    if (useless * 2 < sizes_.size()) return;
    const auto count = static_cast<std::ptrdiff_t>(useless);
    tar_before_.erase(tar_before_.begin(), tar_before_.begin() + count);
    sizes_.erase(sizes_.begin(), sizes_.begin() + count);
    forgotten_ = number;
}

}  // namespace firn::backup
