#pragma once

#include "core/restore/way.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace firn::restore {

/// So many archives in a tier.
struct TierShare {
    std::size_t tier = 0;
    std::int64_t archives = 0;
};

/// All at once: a round for each hour that the service needs to take the requests, of several hours where
/// that would be more than 2,000 rounds and no largest hour makes a fee. The slowest tier first.
[[nodiscard]] std::vector<Round> rounds_at_once(const Wish& wish, const Service& service,
                                                std::vector<TierShare> shares);

/// In each hour what the link downloads in an hour; at longer distances where that would be more than 2,000
/// rounds.
[[nodiscard]] std::vector<Round> rounds_by_link(const Wish& wish, std::size_t tier);

/// For a link that is busy from `begin` on: in each hour what it takes then, asked for so much earlier as its
/// tier takes at most, in the slowest of the tiers that is quick enough (`tiers` from the slowest to the
/// fastest, which takes at most until `begin`). Only what is downloaded first needs a quick tier.
[[nodiscard]] std::vector<Round> rounds_when_due(const Wish& wish, const Service& service,
                                                 const std::vector<std::size_t>& tiers, Duration begin);

/// What provisioned capacity serves: three expedited retrievals in five minutes and 150 MB/s a unit
/// (docs/restore-plan.md). Absent where it would last longer than the month of a unit.
[[nodiscard]] std::optional<std::vector<Round>> rounds_by_capacity(const Wish& wish, std::size_t tier,
                                                                   BoughtCapacity capacity);

/// On each day what is free on it. Absent where an archive is larger than that.
[[nodiscard]] std::optional<std::vector<Round>> rounds_by_allowance(const Wish& wish, const Service& service);

/// The schedules with the least fee of those that end by the deadline: over all hours that may be used, and,
/// where a month ends on the way, within the first month alone. Empty where none ends by then.
[[nodiscard]] std::vector<std::vector<Round>> rounds_by_deadline(const Wish& wish, const Service& service,
                                                                 Duration deadline);

/// The most archives of a slower tier, the others in the faster ones as given, with which all is back by the
/// deadline; 0 where not even one is.
[[nodiscard]] std::int64_t most_in_tier(const Wish& wish, const Service& service, std::size_t slow,
                                        const std::vector<TierShare>& slower, std::size_t fast,
                                        Duration deadline);

}  // namespace firn::restore
