#pragma once

#include "core/scenario/scenario.hpp"
#include "core/service/life_result.hpp"
#include "core/service/service_result.hpp"
#include "core/units/time.hpp"

namespace firn::report {

/// A run of the whole service (docs/backup-service.md), to be told: by service_sentences(), service_tables()
/// and service_json(). Only what the scenario asks for is told.
struct ServiceTold {
    const scenario::Scenario& scenario;
    const service::PipelineOutcome& pipeline;
    const service::LifeResult& life;
    /// Instants of the outcomes count from here.
    Instant start;
};

}  // namespace firn::report
