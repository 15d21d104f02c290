#pragma once

#include "core/backup/pipeline_settings.hpp"
#include "core/backup/replay.hpp"
#include "core/pricing/price_book.hpp"
#include "core/scenario/scenario.hpp"

namespace firn::planner {

/// The pipeline that a scenario describes.
[[nodiscard]] backup::PipelineSettings pipeline_of(const scenario::Scenario& scenario,
                                                   const pricing::PriceBook& book);

/// How a scenario is replayed: its start, months, opening stock.
[[nodiscard]] backup::ReplayOptions replay_options_of(const scenario::Scenario& scenario);

}  // namespace firn::planner
