#include "core/service/compaction.hpp"

#include "core/units/rational.hpp"

#include <algorithm>

namespace firn::service {

namespace {

UInt128 count_of(Bytes bytes) { return static_cast<std::uint64_t>(bytes.count()); }

/// What its living files take in an archive of their own, rounded up.
Bytes bytes_of_living(const ArchiveRecord& record) {
    if (record.raw == Bytes{}) return record.bytes;
    const UInt128 raw = count_of(record.raw);
    return Bytes{static_cast<std::int64_t>((count_of(record.bytes) * count_of(record.live) + raw - 1) / raw)};
}

}  // namespace

Compactor::Compactor(const Compaction& compaction, const RetrievalTier& tier, Bytes bundle_size,
                     std::uint64_t seed, Vault& vault, LifeQueue& queue, LifeOutages& outages)
    : compaction_{compaction},
      tier_{tier},
      bundle_size_{bundle_size},
      times_{seed, "retrieval/compaction/times"},
      representatives_{seed, "compaction/representatives"},
      vault_{vault},
      queue_{queue},
      outages_{outages} {}

void Compactor::look_at(std::uint64_t archive, Duration now) {
    constexpr unsigned kPartBits = 32;
    ArchiveRecord* record = vault_.find(archive);
    if (record == nullptr || record->in_compaction != 0) return;
    const UInt128 dead = count_of(record->raw - record->live) << kPartBits;
    if (dead <= count_of(record->raw) * compaction_.dead_share.parts()) return;
    record->in_compaction = 1;
    vault_.meter().retrieved(compaction_.tier, record->bytes, now);
    const Duration wait{times_.between(outcome_.archives++, tier_.shortest.count(), tier_.longest.count())};
    outcome_.bytes_read += count_of(record->bytes);
    queue_.push(outages_.resume(now) + wait, {LifeEventKind::compaction_reads, 0, archive});
}

void Compactor::read(std::uint64_t archive, Duration now) {
    constexpr Duration kDay = std::chrono::hours{24};
    const ArchiveRecord* record = vault_.find(archive);
    if (record == nullptr) return;
    vault_.read(archive, Reader::compaction, now);
    if (olds_.empty()) {
        queue_.push((now / kDay + 1) * kDay, {LifeEventKind::compaction_closes, 0, directory_});
    }
    olds_.push_back(archive);
    filled_ += bytes_of_living(*record);
    if (filled_ >= bundle_size_) close(directory_, now);
}

void Compactor::close(std::uint64_t directory, Duration now) {
    if (directory != directory_) return;
    const ArchiveRecord together = new_archive(now);
    if (together.live_files != 0) {
        outcome_.new_archives += 1;
        outcome_.new_bytes += count_of(together.bytes);
        outcome_.live_bytes += count_of(together.live);
        const std::uint64_t number = vault_.store_compacted(together, now);
        for (const std::uint64_t old : olds_)
            vault_.replace(old, number, now);
    }
    olds_.clear();
    filled_ = Bytes{};
    directory_ += 1;
}

ArchiveRecord Compactor::new_archive(Duration now) {
    ArchiveRecord together{.stored = now};
    for (const std::uint64_t number : olds_) {
        const ArchiveRecord* old = vault_.find(number);
        if (old != nullptr) take(*old, together);
    }
    together.raw = together.live;
    return together;
}

void Compactor::take(const ArchiveRecord& old, ArchiveRecord& together) {
    const Bytes part = bytes_of_living(old);
    together.live_files += old.live_files;
    if (representatives_.below(drawn_++, together.live_files) < old.live_files) {
        // Dead files before it are gone: at most so far into its part.
        const Bytes within{std::max<std::int64_t>(0, (part - old.representative.size).count())};
        together.representative = {together.bytes + std::min(old.representative.offset, within),
                                   old.representative.size};
    }
    together.bytes += part;
    together.live += old.live;
}

}  // namespace firn::service
