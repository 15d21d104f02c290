#include "core/service/vault.hpp"

#include <algorithm>

namespace firn::service {

Vault::Vault(const Life& life, Instant start, Duration horizon, std::uint64_t seed)
    : horizon_{horizon},
      meter_{start, horizon, life.minimum_duration, life.minimum_size},
      damage_{life.mean_time_to_damage, horizon, seed} {}

std::uint64_t Vault::add(const ArchiveRecord& record, const ArchiveContent& content) {
    const Duration lies = horizon_ - std::max(record.stored, Duration{0});
    reads_.archive_microseconds += static_cast<std::uint64_t>(lies.count());
    return catalogue_.add(record, content);
}

std::uint64_t Vault::store(const ArchiveRecord& record, const ArchiveContent& content) {
    deletions_.files += record.live_files;
    deletions_.bytes += content.live;
    reads_.backfill_unread += record.from_backfill;
    return add(record, content);
}

std::uint64_t Vault::store_compacted(const ArchiveRecord& record, const ArchiveContent& content,
                                     Duration now) {
    meter_.added(record, content.raw, now);
    const std::uint64_t number = add(record, content);
    damage_.compacted(number);
    return number;
}

void Vault::replace(std::uint64_t old, std::uint64_t by, Duration now) {
    ArchiveRecord* record = catalogue_.find(old);
    if (record == nullptr) return;
    moved_[old] = {by, record->live_files, static_cast<std::uint32_t>(catalogue_.files_of(by))};
    const std::uint32_t retrieval = record->retrieval;
    remove(old, *record, now);
    if (tell_replaced_) tell_replaced_(old, by);
    if (tell_moved_ && retrieval != ArchiveRecord::kNoRetrieval) tell_moved_(retrieval);
}

void Vault::let_die(std::uint64_t number, std::uint64_t files, Bytes bytes, Duration now) {
    ArchiveRecord* record = catalogue_.find(number);
    if (record == nullptr || files == 0) return;
    const bool is_last = files >= record->live_files;
    const std::uint64_t dying = is_last ? record->live_files : files;
    const Bytes live = catalogue_.content_of(number).live;
    const Bytes dead = is_last ? live : std::min(bytes, live);
    deletions_.files_deleted += dying;
    deletions_.bytes_deleted += dead;
    if (is_last) {
        remove(number, *record, now);
    } else {
        catalogue_.let_die(number, static_cast<std::uint32_t>(dying), dead);
        deletions_.dead_most = std::max(deletions_.dead_most, catalogue_.dead());
    }
}

void Vault::remove(std::uint64_t number, ArchiveRecord& record, Duration now) {
    deletions_.archives_deleted += 1;
    deletions_.archives_deleted_early += meter_.removed(record, catalogue_.raw_of(number), now) ? 1U : 0U;
    damage_.removed(number, record, now);
    if (record.read == 0) note_read(record, now);
    reads_.archive_microseconds -= static_cast<std::uint64_t>((horizon_ - now).count());
    catalogue_.remove(number);
}

bool Vault::read(std::uint64_t number, Reader reader, Duration now) {
    ArchiveRecord* record = catalogue_.find(number);
    if (record == nullptr) return false;
    reads_.reads += 1;
    if (record->read == 0) note_read(*record, now);
    return damage_.read(number, *record, reader, now);
}

void Vault::note_read(ArchiveRecord& record, Duration now) {
    record.read = 1;
    if (record.from_backfill == 0) return;
    reads_.backfill_unread -= 1;
    reads_.backfill_read = now;
}

std::uint64_t Vault::today(std::uint64_t number) const {
    // What lies there has not moved.
    while (catalogue_.find(number) == nullptr) {
        const auto move = moved_.find(number);
        if (move == moved_.end()) break;
        number = move->second.to;
    }
    return number;
}

std::uint64_t Vault::living_share(std::uint64_t number, std::uint32_t files) const {
    constexpr unsigned kPartBits = 32;
    std::uint64_t share = std::uint64_t{1} << kPartBits;
    std::uint64_t of = files;
    for (auto move = moved_.find(number); move != moved_.end(); move = moved_.find(number)) {
        share = static_cast<std::uint64_t>(static_cast<UInt128>(share) * move->second.living / of);
        number = move->second.to;
        of = move->second.together;
    }
    const ArchiveRecord* record = catalogue_.find(number);
    return record == nullptr
               ? 0
               : static_cast<std::uint64_t>(static_cast<UInt128>(share) * record->live_files / of);
}

std::optional<std::uint32_t> Vault::lived_when_moved(std::uint64_t number) const {
    const auto move = moved_.find(number);
    if (move == moved_.end()) return std::nullopt;
    return move->second.living;
}

void Vault::describe(LifeResult& result) const {
    result.damage = damage_.outcome(catalogue_);
    result.reads = reads_;
    for (std::uint64_t n = catalogue_.begin_number(); n < catalogue_.end_number(); ++n) {
        const ArchiveRecord* record = catalogue_.find(n);
        result.reads.never_read += record != nullptr && record->read == 0 ? 1U : 0U;
    }
    result.deletions = deletions_;
    result.deletions.files_living = catalogue_.files();
    result.deletions.bytes_living = catalogue_.live();
    result.deletions.dead_now = catalogue_.dead();
    result.archives = catalogue_.archives();
    result.bytes = catalogue_.bytes();
    result.months = meter_.months();
}

}  // namespace firn::service
