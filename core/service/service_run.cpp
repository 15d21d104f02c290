#include "core/service/service_run.hpp"

#include "core/service/service_loop.hpp"
#include "core/service/without_backfill.hpp"
#include "core/workload/read_twice.hpp"

#include <optional>
#include <utility>

namespace firn::service {

Result<ServiceOutcome> run_service(const ServiceSettings& settings, const backup::ReplayOptions& options,
                                   ServiceStreams streams) {
    std::optional<WithoutBackfill> without;
    if (streams.compare_backfill && streams.backfill) {
        workload::TwoSources live = workload::read_twice(std::move(streams.live));
        streams.live = std::move(live.first);
        without.emplace(settings, options, std::move(live.second));
    }
    ServiceLoop run{settings, options, std::move(streams)};
    while (run.advance()) {
        if (without) without->follow(run);
    }
    if (run.error()) return *run.error();
    ServiceOutcome outcome = run.finish();
    if (without) outcome.pipeline.backfill->live_without = without->latency(run);
    return outcome;
}

}  // namespace firn::service
