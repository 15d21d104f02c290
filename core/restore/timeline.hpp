#pragma once

#include "core/restore/wish.hpp"
#include "core/storage/retrieval_times.hpp"
#include "core/units/bytes.hpp"
#include "core/units/time.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace firn::restore {

/// Archives that are asked for together, in one tier.
///
///     Round{.at = 3 h, .tier = 1, .first = 2048, .archives = 1024, ...}     archives 2049 to 3072
struct Round {
    Duration at{};           ///< since the wish's start
    std::size_t tier = 0;    ///< of the tiers of the class
    std::int64_t first = 0;  ///< archives before these
    std::int64_t archives = 0;
    Bytes bytes{};
    std::int64_t copy_days = 0;  ///< 0: no copy that somebody pays for
};

/// The round of these archives; it has no copy days yet.
[[nodiscard]] Round round_of(const Wish& wish, Duration at, std::size_t tier, std::int64_t first,
                             std::int64_t archives);

/// How long a retrieval is taken to last.
enum class Speed {
    longest,  ///< each as long as the vendor's longest time: what a deadline is held against
    typical,  ///< evenly spread between the vendor's two times
};

/// What becomes of a round. Times since the wish's start.
struct RoundTimes {
    Duration requested{};  ///< the last of its requests
    Duration ready{};      ///< the last of its archives
    Duration download_begins{};
    Duration downloaded{};
};

struct Timeline {
    std::vector<RoundTimes> rounds{};  ///< in the order of the rounds; at typical speed each at the latest
    Duration requested{};
    Duration ready{};
    Duration downloaded{};
    Duration ends{};  ///< the last file is unpacked
};

/// Requests one after the other at the service's rate, retrieval by tier, download over the link in the order
/// in which archives become ready (while later ones are still being retrieved), unpacking of each archive
/// after its download. `rounds` are in the order of their requests.
[[nodiscard]] Timeline timeline_of(const std::vector<Round>& rounds,
                                   const std::vector<storage::RetrievalTime>& tiers, const Wish& wish,
                                   Speed speed);

}  // namespace firn::restore
