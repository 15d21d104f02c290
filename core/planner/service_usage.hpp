#pragma once

#include "core/backup/replay_result.hpp"
#include "core/scenario/scenario.hpp"
#include "core/service/life_result.hpp"
#include "core/service/life_settings.hpp"
#include "core/usage/usage.hpp"

#include <vector>

namespace firn::planner {

/// Takes what was deleted out of the months, and adds what compaction stored: as the vault really was.
void apply_life(const service::LifeResult& life, std::vector<backup::MonthlyUsage>& months);

/// Adds to the usage of a replay what its archives' life used: retrievals by hour and tier, copies, transfer
/// out, early deletions. The months of the usage begin with those of the life.
void add_life_usage(const service::LifeResult& life, const service::RetrievalSettings& retrieval,
                    const scenario::Scenario& scenario, usage::Usage& usage);

/// Adds what lies there in other classes than the scenario's, all the time.
void add_standing_usage(const std::vector<service::StandingArchives>& standing,
                        const scenario::Scenario& scenario, usage::Usage& usage);

}  // namespace firn::planner
