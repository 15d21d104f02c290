#include "core/service/life_after_pass.hpp"

#include "core/service/horizon.hpp"

#include <algorithm>

namespace firn::service {

namespace {

bool is_plain(const Place& place) {
    const bool no_limits = !place.staging && !place.link && place.schedule.changes.empty();
    const bool no_faults = place.faults.fetch_failure.is_zero() && place.faults.upload_failure.is_zero() &&
                           place.faults.vanished.is_zero();
    const bool no_outages = place.planned_outages.empty() && place.random_outages.empty();
    const bool by_arrival = place.bundling.by == GroupBy::arrival && !place.bundling.alone_above &&
                            place.bundling.compression == BundlingPolicy{}.compression;
    return no_limits && no_faults && no_outages && by_arrival;
}

}  // namespace

bool can_follow_pass(const ServiceSettings& settings) {
    const FileTraits& traits = settings.traits;
    const bool knows_no_file =
        traits.selections.empty() && traits.deletions.empty() && traits.watched.empty();
    return is_plain(settings.place) && knows_no_file;
}

LifeAfterPass::LifeAfterPass(const ServiceSettings& settings, const backup::ReplayOptions& options)
    : representatives_{settings.seed, "backup/representatives"},
      keeps_places_{asks_for_files(settings.life)},
      life_{settings.life, options.start,     horizon_of(options),
            settings.seed, settings.standing, settings.pipeline.bundle_size} {}

void LifeAfterPass::sent(const backup::SentArchive& archive) {
    // Whatever closes later is stored later too, or at the same time and after.
    store_until(archive.closed);
    OnItsWay sent{.stored = archive.done,
                  .bytes = archive.archive,
                  .raw = archive.raw,
                  .representative = representative_of(archive),
                  .files = static_cast<std::uint32_t>(archive.files)};
    const auto later = std::find_if(on_their_way_.rbegin(), on_their_way_.rend(),
                                    [&](const OnItsWay& other) { return other.stored <= sent.stored; });
    on_their_way_.insert(later.base(), sent);
}

FilePlace LifeAfterPass::representative_of(const backup::SentArchive& archive) const {
    if (archive.places == nullptr) return {Bytes{0}, archive.raw};
    if (!keeps_places_) return {};
    const std::uint64_t chosen = archive.first + representatives_.below(archive.number, archive.files);
    return {archive.places->offset(archive.first, chosen), archive.places->size(chosen)};
}

void LifeAfterPass::store_until(Duration t) {
    for (; stored_ < on_their_way_.size() && on_their_way_[stored_].stored <= t; ++stored_) {
        const OnItsWay& archive = on_their_way_[stored_];
        life_.store({.stored = archive.stored,
                     .bytes = archive.bytes,
                     .raw = archive.raw,
                     .files = archive.files,
                     .representative = archive.representative});
    }
    forget_stored();
}

/// Moves what is kept only when that is the smaller part.
void LifeAfterPass::forget_stored() {
    if (stored_ * 2 < on_their_way_.size()) return;
    on_their_way_.erase(on_their_way_.begin(), on_their_way_.begin() + static_cast<std::ptrdiff_t>(stored_));
    stored_ = 0;
}

LifeResult LifeAfterPass::result() {
    store_until(Duration::max());
    return life_.result();
}

}  // namespace firn::service
