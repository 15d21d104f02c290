#include "core/service/deaths.hpp"

#include "core/random/exponential.hpp"

#include <algorithm>

namespace firn::service {

Deaths::Deaths(const std::vector<Deletions>& deletions, std::uint64_t seed, Vault& vault, LifeQueue& queue)
    : deletions_{deletions},
      lives_{seed, "deletions/lives"},
      standing_entries_{seed, "deletions/standing"},
      vault_{vault},
      queue_{queue} {}

void Deaths::stored(std::uint64_t archive, const StoredArchive& stored) {
    std::uint64_t draw = files_;
    for (const DyingFiles& files : stored.dying) {
        if (files.files != 0) add(archive, files, draw, stored.stored);
        draw += files.files;
    }
    files_ += stored.files;
}

void Deaths::standing(std::uint64_t archive, const ArchiveRecord& record) {
    const std::uint64_t draw = standing_entries_.at(standing_++) >> 32U;
    std::uint64_t parts = 0;
    for (std::uint32_t entry = 0; entry < deletions_.size(); ++entry) {
        parts += deletions_[entry].share.parts();
        if (draw >= parts) continue;
        add(archive, {.entry = entry, .files = 1, .bytes = record.live, .last_arrival = record.stored},
            files_, Duration{0});
        break;
    }
    files_ += 1;
}

void Deaths::add(std::uint64_t archive, const DyingFiles& files, std::uint64_t first_draw, Duration now) {
    Group group{archive, first_draw, files.entry, files.files, files.bytes};
    const Deletions& deletions = deletions_[files.entry];
    const Duration at =
        deletions.keep ? std::max(now, files.last_arrival + *deletions.keep) : next_death(group, now);
    if (at >= queue_.horizon()) return;
    if (unused_.empty()) {
        unused_.push_back(groups_.size());
        groups_.emplace_back();
    }
    const std::uint64_t number = unused_.back();
    unused_.pop_back();
    groups_[number] = group;
    plan(number, at);
}

void Deaths::plan(std::uint64_t group, Duration at) {
    if (at >= queue_.horizon()) return unused_.push_back(group);
    queue_.push(at, {LifeEventKind::files_die, 0, group});
}

// The first of n exponential lives ends after an exponential time with an n-th of their mean.
Duration Deaths::next_death(Group& group, Duration now) const {
    const Duration mean = *deletions_[group.entry].mean_life / group.files;
    return now + random::exponential(lives_.at(group.next_draw++), mean);
}

std::uint64_t Deaths::die(std::uint64_t number, Duration now) {
    Group& group = groups_[number];
    group.archive = vault_.today(group.archive);
    const std::uint64_t archive = group.archive;
    const std::uint32_t dying = deletions_[group.entry].keep ? group.files : 1;
    const Bytes bytes{dying == group.files ? group.bytes.count() : group.bytes.count() / group.files};
    vault_.let_die(archive, dying, bytes, now);
    group.files -= dying;
    group.bytes -= bytes;
    if (group.files == 0 || vault_.find(archive) == nullptr) {
        unused_.push_back(number);
    } else {
        plan(number, next_death(group, now));
    }
    return archive;
}

}  // namespace firn::service
