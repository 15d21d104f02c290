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

}  // namespace

Directories::Directories(const backup::BundlePolicy& policy, const BundlingPolicy& bundling, KeptOfFiles kept)
    : bundle_size_{policy.size},
      max_age_{policy.max_age},
      bundling_{bundling},
      grouped_{bundling.by != GroupBy::arrival},
      alone_{policy.packing == backup::Packing::each_alone},
      kept_{kept} {}

void Directories::join(const File& file, Duration now) {
    if (alone_ || (bundling_.alone_above && file.size > *bundling_.alone_above)) {
        send_alone(file, now);
        return;
    }
    const std::uint32_t slot = directory_of(file, now);
    Bundle& bundle = directories_[slot].bundle;
    add(bundle, file);
    if (bundle.raw >= bundle_size_) close(slot, now, false);
}

std::uint32_t& Directories::slot_of(std::uint64_t group, bool from_backfill) {
    if (!grouped_) return single_[from_backfill ? 1 : 0];
    return by_group_[from_backfill ? 1 : 0].try_emplace(group, kNone).first->second;
}

std::uint32_t Directories::directory_of(const File& file, Duration now) {
    std::uint32_t& slot = slot_of(file.group, file.from_backfill());
    if (slot == kNone) slot = open(file, now);
    return slot;
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
    directory.opened = now;
    directory.group = file.group;
    directory.before = last_;
    directory.after = kNone;
    (last_ == kNone ? first_ : directories_[last_].after) = slot;
    last_ = slot;
    return slot;
}

void Directories::add(Bundle& bundle, const File& file) {
    // The two blocks at the end of a tar are counted from the beginning.
    const Bytes offset = bundle.archive - Bytes{static_cast<std::int64_t>(backup::kTarEnd)} + kTarHeader;
    note(bundle, file);
    const auto sent = compressed_offset(static_cast<std::uint64_t>(offset.count()), bundling_.compression);
    note_traits(bundle, file, Bytes{static_cast<std::int64_t>(sent)});
    bundle.raw += file.size;
    bundle.archive += Bytes{static_cast<std::int64_t>(backup::tar_bytes_of(file.size))};
}

void Directories::note(Bundle& bundle, const File& file) const {
    bundle.arrivals.push_back(file.arrival);
    if (kept_.sizes) bundle.sizes.push_back(file.size);
    if (kept_.numbers) bundle.numbers.push_back(file.number);
}

void Directories::note_traits(Bundle& bundle, const File& file, Bytes offset) {
    if (file.dying != kLivesOn && file.watched == kNotWatched) {
        DyingFiles& dying = found_or_added(
            bundle.dying, [&](const DyingFiles& d) { return d.entry == file.dying; },
            DyingFiles{.entry = file.dying});
        ++dying.files;
        dying.bytes += file.size;
        dying.last_arrival = std::max(dying.last_arrival, file.arrival);
    }
    for (unsigned bits = file.selected, s = 0; bits != 0; bits >>= 1U, ++s) {
        if ((bits & 1U) == 0) continue;
        SelectedFiles& selected = found_or_added(
            bundle.selected, [&](const SelectedFiles& f) { return f.selection == s; },
            SelectedFiles{.selection = s});
        ++selected.files;
        selected.bytes += file.size;
    }
    if (file.watched != kNotWatched)
        bundle.watched.push_back({file.watched, offset, file.size, file.arrival, file.dying});
}

void Directories::send_alone(const File& file, Duration now) {
    Bundle bundle = spare();
    bundle.from_backfill = file.from_backfill();
    note(bundle, file);
    note_traits(bundle, file, Bytes{0});
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
    finish(directory.bundle, now);
    if (grouped_) {
        by_group_[directory.bundle.from_backfill ? 1 : 0].erase(directory.group);
    } else {
        single_[directory.bundle.from_backfill ? 1 : 0] = kNone;
    }
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
    bundle.number = next_number_++;
    const auto tar = static_cast<std::uint64_t>(bundle.archive.count());
    const UInt128 parts = static_cast<UInt128>(tar) * bundling_.compression.parts();
    bundle.archive = Bytes{static_cast<std::int64_t>((parts + 0xFFFF'FFFFU) >> 32U)};
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
