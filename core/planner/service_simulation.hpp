#pragma once

#include "core/backup/replay.hpp"
#include "core/diag/result.hpp"
#include "core/pricing/price_book.hpp"
#include "core/scenario/scenario.hpp"
#include "core/service/service_run.hpp"
#include "core/workload/file_source.hpp"

#include <cstdint>
#include <functional>
#include <unordered_map>
#include <vector>

namespace firn::planner {

/// Files that a run of the whole service reads beside the live ones.
struct ServiceFiles {
    workload::FileSource backfill{};  ///< empty: there is none
    /// Keys that the run watches, by their hash.
    std::unordered_map<std::uint64_t, std::uint32_t> watched{};
    /// Of the restores by trace, in the order of the scenario's list; those of the others are empty.
    std::vector<std::vector<service::WatchedRequest>> requests{};
    std::vector<service::WatchedDeletion> deletions{};
};

/// What a scenario's service is, but for the workers between store and vault.
[[nodiscard]] service::ServiceSettings service_of(const scenario::Scenario& scenario,
                                                  const pricing::PriceBook& book, const ServiceFiles& files);

}  // namespace firn::planner
