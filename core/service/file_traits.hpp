#pragma once

#include "core/random/chance.hpp"
#include "core/service/life_settings.hpp"
#include "core/service/place_settings.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace firn::service {

/// Which files a batch asks for: one owner's, or each with a chance.
struct Selection {
    std::string name{};  ///< of the restore: its stream is "restores/<name>/selection"
    std::optional<std::uint64_t> owner{};
    random::Chance share{};
};

/// Most selections of a run: a file has a bit for each.
inline constexpr std::size_t kMostSelections = 8;
/// Most entries of Life::deletions.
inline constexpr std::size_t kMostDeletions = 200;

/// What is to be known of each file besides its size and time.
struct FileTraits {
    GroupBy group_by = GroupBy::arrival;
    Duration expiry_step = std::chrono::hours{24};
    std::vector<Selection> selections{};
    std::vector<Deletions> deletions{};
    /// Keys that the run watches, by their hash.
    std::unordered_map<std::uint64_t, std::uint32_t> watched{};
};

}  // namespace firn::service
