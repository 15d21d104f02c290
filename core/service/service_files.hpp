#pragma once

#include "core/service/life_settings.hpp"
#include "core/workload/file_source.hpp"
#include "core/workload/standing_files.hpp"

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace firn::service {

/// What a run of the whole service reads beside the live files.
struct ServiceFiles {
    workload::FileSource backfill{};  ///< empty: there is none
    /// Keys that the run watches, by their hash.
    std::unordered_map<std::uint64_t, std::uint32_t> watched{};
    /// Of the restores by trace, in the order of the scenario's list; those of the others are empty.
    std::vector<std::vector<WatchedRequest>> requests{};
    std::vector<WatchedDeletion> deletions{};
    /// Of the last archives of the stock.
    workload::StandingKeys stock{};
};

}  // namespace firn::service
