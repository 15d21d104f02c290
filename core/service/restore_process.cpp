#include "core/service/restore_process.hpp"

#include "core/random/exponential.hpp"
#include "core/units/rational.hpp"

#include <algorithm>

namespace firn::service {

namespace {

RetrievalLine line_of(const Restore& restore) {
    return {.name = restore.name,
            .tier = restore.tier,
            .ranges = restore.ranges,
            .pacing = restore.pacing,
            .bytes_per_hour = restore.bytes_per_hour,
            .deadline = restore.deadline,
            .within = restore.within};
}

}  // namespace

RestoreProcess::RestoreProcess(const Restore& restore, std::uint32_t index, Duration lookup,
                               std::uint64_t seed, RetrievalDesk& desk, LifeQueue& queue)
    : restore_{restore},
      index_{index},
      lookup_{lookup},
      desk_{desk},
      queue_{queue},
      line_{desk.open(line_of(restore))},
      gaps_{random::Stream{seed, "restores/" + restore.name + "/gaps"}},
      files_{seed, "restores/" + restore.name + "/files"},
      living_{seed, "restores/" + restore.name + "/living"},
      selection_{random::Stream{seed, "restores/" + restore.name + "/selection"}},
      made_{restore.from} {
    switch (restore.origin) {
        case Restore::Origin::rate:
            plan_next_random();
            break;
        case Restore::Origin::trace:
            plan_next_watched();
            break;
        case Restore::Origin::batch:
            queue_.push(restore.at + lookup_, {LifeEventKind::request, index_, 0});
            break;
    }
}

void RestoreProcess::stored(std::uint64_t archive, const StoredArchive& stored) {
    if (restore_.origin != Restore::Origin::batch || !restore_.selection || is_over_) return;
    for (const SelectedFiles& files : stored.selected) {
        if (files.selection != *restore_.selection || files.files == 0) continue;
        selected_.push_back({archive, files.files, stored.files, files.bytes});
    }
}

void RestoreProcess::standing(std::uint64_t archive, Bytes bytes, std::optional<std::uint64_t> owner) {
    if (restore_.origin != Restore::Origin::batch || !restore_.selection) return;
    const bool is_selected =
        restore_.standing_owner
            ? owner == restore_.standing_owner
            : restore_.standing_share.happens(selection_.at(kFirstStandingFile + standing_++));
    if (is_selected) selected_.push_back({archive, 1, 1, bytes});
}

void RestoreProcess::ask(Vault& vault, const WatchedFiles& watched, Duration now) {
    switch (restore_.origin) {
        case Restore::Origin::rate:
            ask_randomly(vault, now);
            break;
        case Restore::Origin::trace:
            ask_for_watched(vault, watched, now);
            break;
        case Restore::Origin::batch:
            restore_.selection ? ask_for_selected(vault, now) : ask_for_all(vault, now);
            desk_.all_asked(line_, now);
            is_over_ = true;
            break;
    }
    desk_.start(line_, now);
}

void RestoreProcess::plan_next_random() {
    if (made_ >= queue_.horizon()) return;
    made_ += random::exponential(gaps_.at(asked_), restore_.mean_gap);
    if (made_ >= restore_.until.value_or(queue_.horizon())) return;
    queue_.push(made_ + lookup_, {LifeEventKind::request, index_, 0});
}

void RestoreProcess::ask_randomly(Vault& vault, Duration now) {
    const auto archive = vault.catalogue().random_file(files_, asked_++);
    if (archive) {
        const FilePlace place = vault.representative_of(*archive);
        desk_.ask(line_,
                  {.made = made_,
                   .archive = *archive,
                   .size = place.size,
                   .place = place,
                   .destination = restore_.destination},
                  now);
    } else {
        desk_.not_found(line_, 1, made_);
    }
    plan_next_random();
}

void RestoreProcess::plan_next_watched() {
    if (asked_ == restore_.requests.size()) return;
    queue_.push(restore_.requests[asked_].at + lookup_, {LifeEventKind::request, index_, 0});
}

void RestoreProcess::ask_for_watched(Vault& vault, const WatchedFiles& watched, Duration now) {
    const WatchedRequest& request = restore_.requests[asked_++];
    const auto found = watched.find(request.key, vault);
    if (found) {
        desk_.ask(line_,
                  {.made = request.at,
                   .archive = found->archive,
                   .size = found->place.size,
                   .place = found->place,
                   .destination = request.destination},
                  now);
    } else {
        desk_.not_found(line_, 1, request.at);
    }
    plan_next_watched();
}

void RestoreProcess::ask_for_all(Vault& vault, Duration now) {
    const std::uint64_t end = vault.catalogue().end_number();
    for (std::uint64_t number = vault.catalogue().begin_number(); number < end; ++number) {
        const ArchiveRecord* record = vault.find(number);
        if (record == nullptr) continue;
        desk_.ask(line_,
                  {.made = restore_.at,
                   .archive = number,
                   .files = record->live_files,
                   .size = vault.content_of(number).live,
                   .destination = restore_.destination},
                  now);
    }
}

// Which files of an archive have died nobody knows: the selected ones are taken to have died like the others.
// What this leaves of a file is a whole one by chance, so that in the mean over archives as many live as
// should.
void RestoreProcess::ask_for_selected(Vault& vault, Duration now) {
    constexpr unsigned kPartBits = 32;
    constexpr std::uint64_t kRest = (std::uint64_t{1} << kPartBits) - 1;
    std::uint64_t draw = 0;
    for (const Selected& selected : selected_) {
        const std::uint64_t parts = selected.files * vault.living_share(selected.archive, selected.of);
        const bool is_one_more = (living_.at(draw++) >> kPartBits) < (parts & kRest);
        const std::uint64_t files = (parts >> kPartBits) + (is_one_more ? 1U : 0U);
        if (files == 0) continue;
        const UInt128 bytes = static_cast<UInt128>(selected.bytes.count()) * files / selected.files;
        desk_.ask(line_,
                  {.made = restore_.at,
                   .archive = vault.today(selected.archive),
                   .files = static_cast<std::uint32_t>(files),
                   .size = Bytes{static_cast<std::int64_t>(bytes)},
                   .destination = restore_.destination},
                  now);
    }
    selected_.clear();
}

}  // namespace firn::service
