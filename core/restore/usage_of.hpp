#pragma once

#include "core/restore/timeline.hpp"
#include "core/usage/usage.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace firn::restore {

/// How the class of a wish is used when archives are asked for.
struct ClassUse {
    bool has_retrieval_charge = true;  ///< else only requests are billed
    bool makes_copies = false;         ///< somebody pays for them, by the day
    std::string download_request{};    ///< kind of the request that reads a copy; empty: none is billed
    bool has_peak_fee = false;         ///< what lies there counts
};

/// Provisioned capacity that a plan buys at its start.
struct BoughtCapacity {
    std::int64_t units = 0;
};

/// Gives each round the fewest days for which its copy lies there until it is downloaded, or the wish's.
void set_copy_days(std::vector<Round>& rounds, const Timeline& longest, const Wish& wish);

/// Whether each copy lies there until it is downloaded: in a vault for 24 hours after it is ready, elsewhere
/// for its days.
[[nodiscard]] bool copies_last(const std::vector<Round>& rounds, const Timeline& longest, const Wish& wish,
                               const ClassUse& use);

/// What the rounds use: retrievals with their copies, requests that read these, transfer out in the months of
/// the download, and where the largest hour makes the fee what lies there.
[[nodiscard]] usage::Usage usage_of(const std::vector<Round>& rounds, const Timeline& longest,
                                    const std::vector<storage::RetrievalTime>& tiers, const Wish& wish,
                                    const ClassUse& use, BoughtCapacity capacity);

}  // namespace firn::restore
