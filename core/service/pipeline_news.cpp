#include "core/service/pipeline_news.hpp"

#include "core/backup/ordered_files.hpp"

#include <utility>

namespace firn::service {

PipelineNews::PipelineNews(PipelineListeners listeners, const BundlingPolicy& bundling, std::uint64_t seed)
    : listeners_{std::move(listeners)},
      bundling_{bundling},
      representatives_{seed, "backup/representatives"} {}

void PipelineNews::stored(const Bundle& bundle, Duration done) const {
    if (!listeners_.on_stored) return;
    listeners_.on_stored({.stored = done,
                          .bytes = bundle.archive,
                          .raw = bundle.raw,
                          .files = static_cast<std::uint32_t>(bundle.files()),
                          .from_backfill = bundle.from_backfill,
                          .representative = representative_of(bundle),
                          .dying = bundle.dying,
                          .selected = bundle.selected,
                          .watched = bundle.watched,
                          .arrivals = bundle.arrivals,
                          .numbers = bundle.numbers});
}

FilePlace PipelineNews::representative_of(const Bundle& bundle) const {
    if (bundle.sizes.empty()) return {};
    const std::uint64_t chosen = representatives_.below(bundle.number, bundle.files());
    if (bundle.files() == 1 && bundle.raw == bundle.archive) return {Bytes{0}, bundle.raw};
    std::uint64_t offset = 512;
    for (std::uint64_t i = 0; i < chosen; ++i) {
        offset += backup::tar_bytes_of(bundle.sizes[i]);
    }
    return {bundling_.compression.of_offset(Bytes{static_cast<std::int64_t>(offset)}), bundle.sizes[chosen]};
}

void PipelineNews::file_failed(Failure::Kind kind, const File& file, Duration now) const {
    if (!listeners_.on_failure) return;
    listeners_.on_failure({.kind = kind,
                           .at = now,
                           .number = file.from_backfill() ? file.number - kFirstBackfillFile : file.number,
                           .from_backfill = file.from_backfill(),
                           .attempts = file.failed_attempts,
                           .bytes = file.size});
}

void PipelineNews::upload_failed(const Uploads::Ended& ended) const {
    if (!listeners_.on_failure) return;
    const Bundle& bundle = ended.bundle;
    const bool is_over = ended.outcome == Uploads::Ended::Outcome::given_up;
    listeners_.on_failure(
        {.kind = is_over ? Failure::Kind::upload_given_up : Failure::Kind::upload_attempt,
         .at = ended.upload.done,
         .number = bundle.from_backfill ? bundle.number - kFirstBackfillArchive : bundle.number,
         .from_backfill = bundle.from_backfill,
         .attempts = bundle.failed_attempts,
         .bytes = bundle.raw,
         .files = bundle.numbers});
}

}  // namespace firn::service
