#include "core/service/deaths.hpp"

#include "core/random/exponential.hpp"

#include <algorithm>

namespace firn::service {

namespace {

/// With entries alone every file ends by its own, and nobody needs to find it.
bool must_find_files(const Life& life) {
    const bool ends_otherwise = !life.overwrites.is_zero() || !life.watched_deletions.empty();
    return !life.deletions.empty() && ends_otherwise;
}

}  // namespace

Deaths::Deaths(const Life& life, std::uint64_t seed, Vault& vault, WatchedFiles& watched, LifeQueue& queue)
    : deletions_{life.deletions},
      entries_{life.deletions},
      tracks_{must_find_files(life)},
      lives_{seed, "deletions/lives"},
      living_{seed, "deletions/living"},
      places_{seed, "deletions/places"},
      standing_entries_{random::Stream{seed, "deletions/standing"}},
      vault_{vault},
      watched_{watched},
      queue_{queue},
      groups_{tracks_} {
    if (tracks_) vault_.when_replaced([this](std::uint64_t old, std::uint64_t by) { groups_.move(old, by); });
}

void Deaths::stored(std::uint64_t archive, const StoredArchive& stored) {
    std::uint64_t draw = files_;
    for (const DyingFiles& files : stored.dying) {
        if (files.files == 0) continue;
        add({.archive = archive,
             .next_draw = draw,
             .entry = files.entry,
             .files = files.files,
             .bytes = files.bytes},
            files.last_arrival, stored.stored);
        draw += files.files;
    }
    for (const WatchedFile& file : stored.watched)
        add_watched(archive, file, draw++, stored.stored);
    files_ += stored.files;
}

void Deaths::standing(std::uint64_t archive, const ArchiveRecord& record, std::uint32_t key) {
    const std::uint8_t entry =
        entries_.empty() ? kLivesOn : entries_.entry_of(standing_entries_.at(standing_++));
    const std::uint64_t draw = files_++;
    if (key != kNotWatched) {
        const WatchedFile file{
            .key = key, .offset = {}, .size = record.bytes, .arrival = record.stored, .entry = entry};
        watched_.stored(archive, {&file, 1});
        return add_watched(archive, file, draw, Duration{0});
    }
    if (entry == kLivesOn) return;
    add({.archive = archive, .next_draw = draw, .entry = entry, .files = 1, .bytes = record.bytes},
        record.stored, Duration{0});
}

void Deaths::add_watched(std::uint64_t archive, const WatchedFile& file, std::uint64_t draw, Duration now) {
    const bool lives_on = file.entry == kLivesOn;
    if (lives_on && !tracks_) return;
    add({.archive = archive,
         .next_draw = draw,
         .entry = lives_on ? kNoEntry : file.entry,
         .files = 1,
         .key = file.key,
         .bytes = file.size},
        file.arrival, now);
}

void Deaths::add(FileGroup group, Duration last_arrival, Duration now) {
    Duration at = Duration::max();
    if (end_together(group)) {
        at = std::max(now, last_arrival + *deletions_[group.entry].keep);
    } else if (group.entry != kNoEntry) {
        at = next_death(group, now);
    }
    if (at >= queue_.horizon() && !tracks_) return;
    const std::uint64_t number = groups_.add(group);
    if (group.key != kNotWatched) watched_.belongs(group.key, number);
    plan(number, at);
}

bool Deaths::end_together(const FileGroup& group) const {
    return group.entry != kNoEntry && deletions_[group.entry].keep.has_value();
}

// The first of n exponential lives ends after an exponential time with an n-th of their mean.
Duration Deaths::next_death(FileGroup& group, Duration now) const {
    const Duration mean = *deletions_[group.entry].mean_life / group.files;
    return now + random::exponential(lives_.at(group.next_draw++), mean);
}

void Deaths::plan(std::uint64_t number, Duration at) {
    FileGroup& group = groups_.at(number);
    if (at >= queue_.horizon()) {
        if (!tracks_) groups_.release(number);
        return;
    }
    group.is_planned = true;
    group.files_then = group.files;
    queue_.push(at, {LifeEventKind::files_die, 0, number});
}

std::uint64_t Deaths::die(std::uint64_t number, Duration now) {
    FileGroup& group = groups_.at(number);
    group.is_planned = false;
    group.archive = vault_.today(group.archive);
    const std::uint64_t archive = group.archive;
    if (group.files == 0 || vault_.find(archive) == nullptr) {
        groups_.release(number);
        return archive;
    }
    const std::uint32_t files = group.files;
    const std::uint32_t dying = end_together(group) ? files : is_of_the_living(group) ? 1 : 0;
    if (dying > 0) end(number, dying, now);
    if (dying < files) plan(number, next_death(group, now));
    return archive;
}

/// Each of the files that lived when a death was planned is as likely its own; one that has gone otherwise
/// meanwhile does not die again.
bool Deaths::is_of_the_living(const FileGroup& group) {
    if (group.files == group.files_then) return true;
    return living_.below(drawn_living_++, group.files_then) < group.files;
}

std::uint64_t Deaths::overwrite(std::uint64_t archive, Duration now) {
    const ArchiveRecord* record = vault_.find(archive);
    if (record == nullptr) return archive;
    std::uint64_t files = record->live_files;
    Bytes bytes = vault_.content_of(archive).live;
    if (tracks_) {
        std::uint64_t place = places_.below(drawn_places_++, files);
        for (const std::uint64_t number : groups_.of(archive)) {
            const FileGroup& group = groups_.at(number);
            if (place < group.files) {
                end(number, 1, now);
                return archive;
            }
            place -= group.files;
            files -= group.files;
            bytes -= group.bytes;
        }
    }
    vault_.let_die(archive, 1, Bytes{bytes.count() / static_cast<std::int64_t>(files)}, now);
    return archive;
}

std::uint64_t Deaths::remove(std::uint32_t key, const WatchedFiles::Found& found, Duration now) {
    if (found.group != WatchedFiles::kNoGroup) {
        end(found.group, 1, now);
    } else {
        watched_.forget(key);
        vault_.let_die(found.archive, 1, found.place.size, now);
    }
    return found.archive;
}

/// So many files of a group end, with the mean of their bytes.
void Deaths::end(std::uint64_t number, std::uint32_t files, Duration now) {
    FileGroup& group = groups_.at(number);
    const std::uint64_t archive = group.archive;
    const Bytes bytes{files == group.files ? group.bytes.count() : group.bytes.count() / group.files};
    group.files -= files;
    group.bytes -= bytes;
    if (group.files == 0) leave(number);
    vault_.let_die(archive, files, bytes, now);
}

void Deaths::leave(std::uint64_t number) {
    const FileGroup& group = groups_.at(number);
    if (group.key != kNotWatched) watched_.forget(group.key, number);
    if (!group.is_planned) groups_.release(number);
}

}  // namespace firn::service
