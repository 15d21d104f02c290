#pragma once

#include "core/backup/pipeline_settings.hpp"
#include "core/backup/replay.hpp"
#include "core/diag/result.hpp"
#include "core/service/failure.hpp"
#include "core/service/file_traits.hpp"
#include "core/service/life_result.hpp"
#include "core/service/life_settings.hpp"
#include "core/service/place_settings.hpp"
#include "core/service/pool_watch.hpp"
#include "core/service/service_result.hpp"
#include "core/service/service_series.hpp"
#include "core/workload/file_source.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace firn::service {

/// The whole service: the pipeline, the place it runs in, and what happens to archives afterwards.
struct ServiceSettings {
    backup::PipelineSettings pipeline{};
    Place place{};
    FileTraits traits{};
    Life life{};
    /// What lies in the vault at the start, in the scenario's class.
    std::vector<StandingArchives> standing{};
    std::uint64_t seed = 1;
};

/// Of more archives nobody keeps the size of each.
inline constexpr std::uint64_t kMostArchiveSizes = 20'000'000;

/// What a run reads, and who wants to hear of it.
struct ServiceStreams {
    workload::FileSource live{};
    workload::FileSource backfill{};  ///< empty: there is none
    std::function<void(const Failure&)> on_failure{};
    backup::ReplayProgressCallback progress{};
    /// Asked from time to time while archives live on: true ends the run with an error without diagnostics.
    /// While files arrive their source can do that.
    std::function<bool()> is_cancelled{};
    /// Whether to find BackfillOutcome::live_without: costs as much again until the backfill is done.
    bool compare_backfill = false;
    /// Filled at the end, if it is there and they are at most kMostArchiveSizes: the sizes of the archives
    /// that lie there then, in the order in which they were stored.
    std::vector<Bytes>* archive_sizes = nullptr;
    /// Filled in the course of the run, if it is there; makes it slower.
    ServiceSeries* series = nullptr;
    /// Likewise.
    PoolWatch* pools = nullptr;
};

struct ServiceOutcome {
    PipelineOutcome pipeline;
    LifeResult life;
};

/// Runs the service from event to event (docs/backup-service.md). Memory: what is under way, at most 64 bytes
/// for each living archive, and the quantiles.
///
/// Errors: those of the sources and of backup::replay().
[[nodiscard]] Result<ServiceOutcome> run_service(const ServiceSettings& settings,
                                                 const backup::ReplayOptions& options,
                                                 ServiceStreams streams);

}  // namespace firn::service
