#include "core/service/archive_life.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace firn::service {

namespace {

ArchiveRecord record_of(const StoredArchive& archive) {
    ArchiveRecord record{.stored = archive.stored, .bytes = archive.bytes, .live_files = archive.files};
    record.from_backfill = archive.from_backfill ? 1 : 0;
    return record;
}

ArchiveContent content_of(const StoredArchive& archive) {
    return {.raw = archive.raw, .live = archive.raw, .representative = archive.representative};
}

/// Of archives that lie there nobody knows the files: each is taken as one.
ArchiveRecord record_of(const StandingArchives& standing, Bytes bytes) {
    return {.stored = -standing.age, .bytes = bytes, .live_files = 1};
}

/// So many bytes, spread over archives as evenly as whole bytes allow: the first ones have one more.
Bytes share_of(const StandingArchives& standing, std::uint64_t archive) {
    const auto stored = static_cast<std::uint64_t>(standing.stored.count());
    const std::uint64_t more = archive < stored % standing.archives ? 1 : 0;
    return Bytes{static_cast<std::int64_t>(stored / standing.archives + more)};
}

/// What a column of its last archives says of one; nullopt: nothing.
template <class Value>
std::optional<Value> known(const StandingArchives& standing, const std::vector<Value>& column,
                           std::uint64_t archive) {
    const std::uint64_t first = standing.archives - column.size();
    if (archive < first) return std::nullopt;
    return column[archive - first];
}

}  // namespace

ArchiveLife::ArchiveLife(Life life, Instant start, Duration horizon, std::uint64_t seed,
                         const std::vector<StandingArchives>& standing, Bytes bundle_size)
    : life_{std::move(life)},
      start_{start},
      queue_{horizon},
      vault_{life_, start, horizon, seed},
      midnight_{start},
      desk_{life_.retrieval, midnight_, seed, vault_, queue_, outages_},
      deaths_{life_, seed, vault_, watched_, queue_},
      overwritten_{seed, "changes/overwritten"},
      overwritten_files_{seed, "changes/files"} {
    const RetrievalSettings& retrieval = life_.retrieval;
    for (const Restore& restore : life_.restores) {
        const auto index = static_cast<std::uint32_t>(restores_.size());
        restores_.emplace_back(restore, index, retrieval.lookup, seed, desk_, queue_);
    }
    if (life_.restore_test) {
        const auto index = static_cast<std::uint32_t>(restores_.size());
        tests_.emplace(*life_.restore_test, index, retrieval.lookup, seed, desk_, queue_);
    }
    if (life_.audit) {
        auditor_.emplace(*life_.audit, retrieval.tiers[life_.audit->tier], seed, queue_, outages_);
    }
    if (life_.compaction) {
        compactor_.emplace(*life_.compaction, retrieval.tiers[life_.compaction->tier], bundle_size, seed,
                           vault_, queue_, outages_);
    }
    for (std::size_t i = 0; i < life_.watched_deletions.size(); ++i) {
        queue_.push(life_.watched_deletions[i].at, {LifeEventKind::watched_file_dies, 0, i});
    }
    plan_months();
    add_standing(standing);
}

void ArchiveLife::plan_months() {
    if (!life_.restore_test && !life_.full_check_months) return;
    const BillingPeriod first = BillingPeriod::containing(start_);
    const Instant end = start_ + queue_.horizon();
    int months = first.begin() == start_ ? 0 : 1;
    for (BillingPeriod month = first.plus_months(months); month.begin() < end; month = month.next()) {
        queue_.push(month.begin() - start_,
                    {LifeEventKind::month_begins, 0, static_cast<std::uint64_t>(months++)});
    }
}

bool ArchiveLife::needs_catalogue() const {
    return !life_.restores.empty() || life_.restore_test || life_.audit || life_.mean_time_to_damage ||
           !life_.deletions.empty() || !life_.watched_deletions.empty() || !life_.overwrites.is_zero();
}

void ArchiveLife::add_standing(const std::vector<StandingArchives>& standing) {
    for (const StandingArchives& some : standing) {
        if (!needs_catalogue()) {
            unlisted_archives_ += some.archives;
            unlisted_bytes_ += some.stored;
            continue;
        }
        for (std::uint64_t i = 0; i < some.archives; ++i) {
            const ArchiveRecord record = record_of(some, share_of(some, i));
            const std::uint64_t number = vault_.store(record, ArchiveContent::of_one_file(record.bytes));
            deaths_.standing(number, record, known(some, some.watched, i).value_or(kNotWatched));
            for (RestoreProcess& restore : restores_)
                restore.standing(number, record.bytes, known(some, some.owners, i));
        }
        count_unknown(some);
    }
}

void ArchiveLife::count_unknown(const StandingArchives& standing) {
    const auto asks_for_owner = [](const Restore& restore) { return restore.standing_owner.has_value(); };
    const auto asks_by_key = [](const Restore& restore) { return restore.origin == Restore::Origin::trace; };
    const auto& restores = life_.restores;
    if (std::any_of(restores.begin(), restores.end(), asks_for_owner))
        standing_owners_unknown_ += standing.archives - standing.owners.size();
    if (!life_.watched_deletions.empty() || std::any_of(restores.begin(), restores.end(), asks_by_key))
        standing_keys_unknown_ += standing.archives - standing.watched.size();
}

void ArchiveLife::set_outages(std::function<Duration(Duration)> resume,
                              std::function<Duration(Duration, Duration)> end_of) {
    outages_ = {std::move(resume), std::move(end_of)};
}

void ArchiveLife::store(const StoredArchive& archive) {
    run_until(archive.stored);
    if (archive.stored >= queue_.horizon()) return;
    midnight_.pass(archive.stored, bytes());
    overwrite(archive);
    const std::uint64_t number = vault_.store(record_of(archive), content_of(archive));
    watched_.stored(number, archive.watched);
    deaths_.stored(number, archive);
    for (RestoreProcess& restore : restores_)
        restore.stored(number, archive);
}

void ArchiveLife::overwrite(const StoredArchive& archive) {
    if (life_.overwrites.is_zero() || archive.from_backfill) return;
    draws_.resize(archive.files);
    overwritten_.fill(arrived_, draws_);
    arrived_ += archive.files;
    for (const std::uint64_t draw : draws_) {
        if (!life_.overwrites.happens(draw)) continue;
        const auto number = vault_.catalogue().random_file(overwritten_files_, overwrites_++);
        if (!number) continue;
        ++replaced_;
        files_died(deaths_.overwrite(*number, archive.stored), archive.stored);
    }
}

void ArchiveLife::run_until(Duration t) {
    while (next() < t)
        step();
}

void ArchiveLife::step() {
    const Duration now = next();
    midnight_.pass(now, bytes());
    handle(queue_.pop(), now);
}

void ArchiveLife::handle(const LifeEvent& event, Duration now) {
    switch (event.kind) {
        case LifeEventKind::retrieval_ready:
            return desk_.retrieval_ready(event.number, now);
        case LifeEventKind::download_latency_ends:
            return desk_.begin_transfer(event.number, now);
        case LifeEventKind::download_ends:
            return desk_.download_ended(event.number, now);
        case LifeEventKind::copy_expires:
            return desk_.copy_expires(event.number);
        case LifeEventKind::files_die:
            return files_died(deaths_.die(event.number, now), now);
        case LifeEventKind::watched_file_dies:
            return die_watched(event.number, now);
        case LifeEventKind::compaction_reads:
            return compactor_->read(event.number, now);
        case LifeEventKind::compaction_closes:
            return compactor_->close(event.number, now);
        case LifeEventKind::audit_reads:
            return auditor_->read(event.number, vault_, now);
        case LifeEventKind::month_begins:
            return begin_month(event.number, now);
        case LifeEventKind::compaction_begins:
            return compactor_->begin(event.number, now);
        case LifeEventKind::audit:
            return auditor_->audit(event.number, vault_, now);
        case LifeEventKind::request:
            return request(event, now);
        case LifeEventKind::line_may_start:
            return desk_.line_may_start(event.index, now);
    }
}

void ArchiveLife::request(const LifeEvent& event, Duration now) {
    if (event.index < restores_.size()) {
        restores_[event.index].ask(vault_, watched_, now);
    } else {
        tests_->ask(vault_, Duration{static_cast<std::int64_t>(event.number)}, now);
    }
}

void ArchiveLife::begin_month(std::uint64_t months, Duration now) {
    if (tests_) tests_->begin(now);
    if (!life_.full_check_months || months == 0 || months % *life_.full_check_months != 0) return;
    full_checks_.push_back({BillingPeriod::containing(start_ + now), archives(), bytes()});
}

void ArchiveLife::die_watched(std::uint64_t number, Duration now) {
    const std::uint32_t key = life_.watched_deletions[number].key;
    const auto found = watched_.find(key, vault_);
    if (!found) {
        ++unmatched_deletions_;
        return;
    }
    files_died(deaths_.remove(key, *found, now), now);
}

void ArchiveLife::files_died(std::uint64_t archive, Duration now) {
    if (compactor_) compactor_->look_at(archive, now);
}

void ArchiveLife::download_ended(std::uint64_t id, Duration now) {
    if (now >= queue_.horizon()) return;
    midnight_.pass(now, bytes());
    desk_.download_ended(id, now);
}

std::vector<Bytes> ArchiveLife::sizes() const {
    std::vector<Bytes> sizes;
    for (std::uint64_t i = 0; i < unlisted_archives_; ++i)
        sizes.push_back(share_of({.archives = unlisted_archives_, .stored = unlisted_bytes_}, i));
    const Catalogue& catalogue = vault_.catalogue();
    for (std::uint64_t number = catalogue.begin_number(); number < catalogue.end_number(); ++number) {
        if (const ArchiveRecord* record = catalogue.find(number)) sizes.push_back(record->bytes);
    }
    return sizes;
}

LifeResult ArchiveLife::result() {
    run_until(queue_.horizon());
    LifeResult result;
    vault_.describe(result);
    result.deletions.unmatched = unmatched_deletions_;
    result.deletions.overwritten = replaced_;
    result.archives = archives();
    result.bytes = bytes();
    result.standing_owners_unknown = standing_owners_unknown_;
    result.standing_keys_unknown = standing_keys_unknown_;
    for (std::size_t i = 0; i < restores_.size(); ++i) {
        RestoreOutcome outcome = desk_.outcome(restores_[i].line());
        if (outcome.complete) outcome.batch_time = *outcome.complete - life_.restores[i].at;
        result.restores.push_back(std::move(outcome));
    }
    if (tests_) tests_->describe(result);
    if (auditor_) result.audit = auditor_->outcome();
    if (compactor_) result.compaction = compactor_->outcome();
    result.full_checks = std::move(full_checks_);
    return result;
}

}  // namespace firn::service
