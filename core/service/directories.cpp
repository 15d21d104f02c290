#include "core/service/directories.hpp"

#include "core/backup/ordered_files.hpp"

#include <algorithm>
#include <utility>

namespace firn::service {

namespace {

constexpr Bytes kTarHeader{512};

/// Finds the item of a short list, or adds it.
template <class List, class Belongs, class Item>
auto& found_or_added(List& list, Belongs belongs, const Item& item) {
    const auto found = std::find_if(list.begin(), list.end(), belongs);
    return found != list.end() ? *found : list.emplace_back(item);
}

void note_selections(Bundle& bundle, const File& file) {
    for (unsigned bits = file.selected, s = 0; bits != 0; bits >>= 1U, ++s) {
        if ((bits & 1U) == 0) continue;
        SelectedFiles& selected = found_or_added(
            bundle.selected, [&](const SelectedFiles& f) { return f.selection == s; },
            SelectedFiles{.selection = s});
        ++selected.files;
        selected.bytes += file.size;
    }
}

}  // namespace

Directories::Directories(const backup::BundlePolicy& policy, const BundlingPolicy& bundling, KeptOfFiles kept,
                         std::size_t deletions)
    : bundle_size_{policy.size},
      max_age_{policy.max_age},
      bundling_{bundling},
      alone_{policy.packing == backup::Packing::each_alone},
      kept_{kept},
      deletions_{deletions} {}

void Directories::join(const File& file, Duration now) {
    if (alone_ || (bundling_.alone_above && file.size > *bundling_.alone_above)) {
        send_alone(file, now);
        return;
    }
    const std::uint32_t slot = directory_of(file, now);
    Directory& directory = directories_[slot];
    add(directory, file);
    if (directory.bundle.raw >= bundle_size_) close(slot, now, false);
}

std::uint32_t Directories::directory_of(const File& file, Duration now) {
    const std::uint32_t directory = by_group_.find(file.group, file.from_backfill());
    return directory == kNone ? open(file, now) : directory;
}

std::uint32_t Directories::open(const File& file, Duration now) {
    std::uint32_t slot = static_cast<std::uint32_t>(directories_.size());
    if (free_.empty()) {
        directories_.emplace_back();
    } else {
        slot = free_.back();
        free_.pop_back();
    }
    Directory& directory = directories_[slot];
    directory.bundle = spare();
    directory.bundle.from_backfill = file.from_backfill();
    directory.bundle.archive = Bytes{static_cast<std::int64_t>(backup::kTarEnd)};
    if (deletions_ > 0) directory.dying.begin(deletions_);
    directory.opened = now;
    directory.group = file.group;
    directory.before = last_;
    directory.after = kNone;
    (last_ == kNone ? first_ : directories_[last_].after) = slot;
    last_ = slot;
    by_group_.add(file.group, file.from_backfill(), slot);
    return slot;
}

void Directories::add(Directory& directory, const File& file) const {
    Bundle& bundle = directory.bundle;
    if (file.watched != kNotWatched) {
        watch(bundle, file);
    } else if (deletions_ > 0) {
        directory.dying.add(file, static_cast<std::uint32_t>(bundle.files()));
    }
    note_selections(bundle, file);
    note(bundle, file);
    bundle.raw += file.size;
    bundle.archive += Bytes{static_cast<std::int64_t>(backup::tar_bytes_of(file.size))};
}

/// Where in the archive as it is sent the next file begins; an archive of one file is the file itself.
Bytes Directories::offset_of_next(const Bundle& bundle) const {
    if (bundle.archive == Bytes{0}) return Bytes{0};
    // The two blocks at the end of a tar are counted from the beginning.
    const Bytes offset = bundle.archive - Bytes{static_cast<std::int64_t>(backup::kTarEnd)} + kTarHeader;
    return bundling_.compression.of_offset(offset);
}

void Directories::note(Bundle& bundle, const File& file) const {
    bundle.arrivals.push_back(file.arrival);
    if (kept_.sizes) bundle.sizes.push_back(file.size);
    if (kept_.numbers) bundle.numbers.push_back(file.number);
}

void Directories::watch(Bundle& bundle, const File& file) const {
    bundle.watched.push_back({file.watched, offset_of_next(bundle), file.size, file.arrival, file.dying});
}

void Directories::send_alone(const File& file, Duration now) {
    Bundle bundle = spare();
    bundle.from_backfill = file.from_backfill();
    if (file.watched != kNotWatched) {
        watch(bundle, file);
    } else if (file.dying != kLivesOn) {
        bundle.dying.push_back({file.dying, 1, file.size, file.arrival});
    }
    note_selections(bundle, file);
    note(bundle, file);
    bundle.raw = file.size;
    bundle.archive = file.size;
    finish(bundle, now);
    closed_.push_back(std::move(bundle));
}

void Directories::age_out() { close(first_, next_age_out(), true); }

void Directories::close_all(bool of_backfill, Duration now) {
    for (std::uint32_t slot = first_; slot != kNone;) {
        const std::uint32_t after = directories_[slot].after;
        if (directories_[slot].bundle.from_backfill == of_backfill) close(slot, now, false);
        slot = after;
    }
}

void Directories::close(std::uint32_t slot, Duration now, bool by_age) {
    unlink(slot);
    Directory& directory = directories_[slot];
    directory.bundle.by_age = by_age;
    if (deletions_ > 0) directory.dying.list(directory.bundle.dying);
    finish(directory.bundle, now);
    by_group_.remove(directory.group, directory.bundle.from_backfill);
    closed_.push_back(std::move(directory.bundle));
    free_.push_back(slot);
}

void Directories::unlink(std::uint32_t slot) {
    const Directory& directory = directories_[slot];
    (directory.before == kNone ? first_ : directories_[directory.before].after) = directory.after;
    (directory.after == kNone ? last_ : directories_[directory.after].before) = directory.before;
}

void Directories::finish(Bundle& bundle, Duration now) {
    bundle.closed = now;
    bundle.number = bundle.from_backfill ? next_of_backfill_++ : next_number_++;
    bundle.archive = bundling_.compression.of_archive(bundle.archive);
}

Bundle Directories::spare() {
    if (spare_.empty()) return {};
    Bundle bundle = std::move(spare_.back());
    spare_.pop_back();
    return bundle;
}

void Directories::recycle(Bundle bundle) {
    bundle.clear();
    spare_.push_back(std::move(bundle));
}

}  // namespace firn::service
