#pragma once

#include "core/backup/replay.hpp"
#include "core/diag/result.hpp"
#include "core/pricing/bill.hpp"
#include "core/pricing/price.hpp"
#include "core/pricing/price_book.hpp"
#include "core/scenario/scenario.hpp"
#include "core/usage/usage.hpp"

namespace firn::planner {

/// One run of a scenario: what the pipeline did, what the service metered, what it would bill.
struct Simulation {
    backup::ReplayResult replay;
    usage::Usage usage;
    pricing::Bill bill;
};

/// What a run needs beside its scenario.
struct SimulationOptions {
    backup::Quantiles quantiles = backup::Quantiles::exact;
    /// Uploads that end past the horizon lengthen it.
    bool extend_horizon = false;
    pricing::PricingOptions pricing{};
    backup::ReplayProgressCallback progress{};
};

/// Runs a scenario with these files. Errors: those of the source, of backup::replay() and of
/// pricing::price().
[[nodiscard]] Result<Simulation> simulate(const scenario::Scenario& scenario, workload::FileSource& files,
                                          const pricing::PriceBook& book,
                                          const SimulationOptions& options = {});

}  // namespace firn::planner
