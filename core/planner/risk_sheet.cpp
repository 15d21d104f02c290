#include "core/planner/risk_sheet.hpp"

#include "core/backup/transfer_time.hpp"
#include "core/service/life_settings.hpp"
#include "core/storage/retrieval_times.hpp"

#include <algorithm>
#include <cstddef>

namespace firn::planner {

namespace {

Duration longest_retrieval(const scenario::Scenario& scenario) {
    const auto tiers = storage::retrieval_times(scenario.storage_class, scenario.start);
    return tiers.empty() ? service::RetrievalTier{}.longest : tiers.front().longest;
}

Holes holes_of(const service::DeletionOutcome& deletions) {
    return {.dead = deletions.dead_now, .dead_most = deletions.dead_most, .living = deletions.bytes_living};
}

std::vector<RestoreRisk> restores_of(const service::LifeResult& life) {
    std::vector<RestoreRisk> restores;
    for (const service::RestoreOutcome& outcome : life.restores) {
        restores.push_back({.name = outcome.name,
                            .restored = outcome.restored,
                            .open = outcome.open,
                            .time = outcome.time,
                            .batch_time = outcome.batch_time});
    }
    return restores;
}

}  // namespace

Rational Holes::dead_share() const {
    const Bytes all = dead + living;
    return all == Bytes{} ? Rational{0} : Rational{dead.count(), all.count()};
}

Duration time_to_one_file(const scenario::Scenario& scenario, Bytes restore_read, Bytes file) {
    const scenario::RetrievalWay& way = scenario.life.retrieval;
    const ByteRate link = scenario.place.link.value_or(way.download_rate);
    const backup::TransferTime download{std::min(link, way.download_rate)};
    const backup::TransferTime unpack{way.unpack_rate};
    return way.lookup + longest_retrieval(scenario) + way.download_latency + download.of(restore_read) +
           unpack.of(file);
}

RiskSheet risk_of(const backup::ReplayResult& replay, const std::optional<service::ServiceOutcome>& service,
                  const scenario::Scenario& scenario) {
    RiskSheet risk{.oldest_unprotected = service ? service->pipeline.oldest_unprotected : replay.latency.max};
    const auto files = static_cast<std::int64_t>(replay.files);
    const Bytes mean_file = files == 0 ? Bytes{} : Bytes{replay.raw_bytes.count() / files};
    risk.restore_time = time_to_one_file(scenario, backup::mean_restore_read(replay), mean_file);
    if (replay.archives > 0) risk.files_per_archive = Rational{replay.files, replay.archives};
    if (service) {
        risk.holes = holes_of(service->life.deletions);
        risk.restores = restores_of(service->life);
    }
    return risk;
}

}  // namespace firn::planner
