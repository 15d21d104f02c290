#include "core/service/watched_files.hpp"

#include "core/service/retrieval_range.hpp"

#include <algorithm>

namespace firn::service {

void WatchedFiles::stored(std::uint64_t archive, std::span<const WatchedFile> files) {
    for (const WatchedFile& file : files) {
        files_.resize(std::max<std::size_t>(files_.size(), std::size_t{file.key} + 1));
        files_[file.key] = Found{archive, kNoGroup, {file.offset, file.size}};
    }
}

std::optional<WatchedFiles::Found> WatchedFiles::find(std::uint32_t key, Vault& vault) const {
    if (key >= files_.size() || !files_[key]) return std::nullopt;
    Found found = *files_[key];
    found.archive = vault.today(found.archive);
    const ArchiveRecord* record = vault.find(found.archive);
    if (record == nullptr) return std::nullopt;
    // Compaction may have brought it nearer to the begin.
    const std::int64_t size = RetrievalRange::compressed(found.place.size.count(), record->bytes.count(),
                                                         vault.raw_of(found.archive).count());
    const Bytes last{std::max<std::int64_t>(0, record->bytes.count() - size)};
    found.place.offset = std::min(found.place.offset, last);
    return found;
}

}  // namespace firn::service
