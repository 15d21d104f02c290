#include "core/service/compaction.hpp"

#include "core/service/retrieval_range.hpp"
#include "core/units/rational.hpp"

#include <algorithm>

namespace firn::service {

namespace {

UInt128 count_of(Bytes bytes) { return static_cast<std::uint64_t>(bytes.count()); }

/// What its living files take in an archive of their own, rounded up.
Bytes bytes_of_living(Bytes archive, const ArchiveContent& content) {
    if (content.raw == Bytes{}) return archive;
    const UInt128 raw = count_of(content.raw);
    return Bytes{static_cast<std::int64_t>((count_of(archive) * count_of(content.live) + raw - 1) / raw)};
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
    const ArchiveContent content = vault_.content_of(archive);
    const UInt128 dead = count_of(content.raw - content.live) << kPartBits;
    if (dead <= count_of(content.raw) * compaction_.dead_share.parts()) return;
    record->in_compaction = 1;
    const Duration at = outages_.resume(now);
    if (at > now) {
        queue_.push(at, {LifeEventKind::compaction_begins, 0, archive});
    } else {
        begin(archive, now);
    }
}

void Compactor::begin(std::uint64_t archive, Duration now) {
    const ArchiveRecord* record = vault_.find(archive);
    if (record == nullptr) return;
    vault_.meter().retrieved(compaction_.tier, record->bytes, now);
    const Duration wait{times_.between(outcome_.archives++, tier_.shortest.count(), tier_.longest.count())};
    outcome_.bytes_read += count_of(record->bytes);
    queue_.push(now + wait, {LifeEventKind::compaction_reads, 0, archive});
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
    filled_ += vault_.content_of(archive).live;
    if (filled_ >= bundle_size_) close(directory_, now);
}

void Compactor::close(std::uint64_t directory, Duration now) {
    if (directory != directory_) return;
    const auto [record, content] = new_archive(now);
    if (record.live_files != 0) {
        outcome_.new_archives += 1;
        outcome_.new_bytes += count_of(record.bytes);
        outcome_.live_bytes += count_of(content.live);
        const std::uint64_t number = vault_.store_compacted(record, content, now);
        for (const std::uint64_t old : olds_)
            vault_.replace(old, number, now);
    }
    olds_.clear();
    filled_ = Bytes{};
    directory_ += 1;
}

Compactor::Together Compactor::new_archive(Duration now) {
    Together together{.record = {.stored = now}};
    for (const std::uint64_t number : olds_) {
        if (vault_.find(number) != nullptr) take(number, together);
    }
    together.content.raw = together.content.live;
    return together;
}

void Compactor::take(std::uint64_t number, Together& together) {
    const ArchiveRecord& old = *vault_.find(number);
    const ArchiveContent content = vault_.content_of(number);
    const Bytes part = bytes_of_living(old.bytes, content);
    together.record.live_files += old.live_files;
    if (representatives_.below(drawn_++, together.record.live_files) < old.live_files) {
        // Dead files before it are gone: at most so far into its part.
        const FilePlace& place = content.representative;
        const std::int64_t size =
            RetrievalRange::compressed(place.size.count(), old.bytes.count(), content.raw.count());
        const Bytes within{std::max<std::int64_t>(0, part.count() - size)};
        together.content.representative = {together.record.bytes + std::min(place.offset, within),
                                           place.size};
    }
    together.record.bytes += part;
    together.content.live += content.live;
}

}  // namespace firn::service
