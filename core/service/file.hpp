#pragma once

#include "core/units/bytes.hpp"
#include "core/units/time.hpp"

#include <cstdint>
#include <limits>

namespace firn::service {

/// The numbers of the backfill's files begin here; live files are numbered from 0.
inline constexpr std::uint64_t kFirstBackfillFile = std::uint64_t{1} << 40U;
/// Where a batch of a share takes each archive that lies there at the start as a file, their numbers begin
/// here, in the order of the stock.
inline constexpr std::uint64_t kFirstStandingFile = std::uint64_t{1} << 41U;

inline constexpr std::uint32_t kNotWatched = std::numeric_limits<std::uint32_t>::max();
inline constexpr std::uint8_t kLivesOn = std::numeric_limits<std::uint8_t>::max();

/// A file on its way into an archive, with all that was drawn and looked up for it when it came.
struct File {
    /// Of the backfill: the start.
    Duration arrival{};
    Bytes size{};
    std::uint64_t number = 0;
    /// Files of one group share directories.
    std::uint64_t group = 0;
    /// Its place among the keys that the run watches.
    std::uint32_t watched = kNotWatched;
    std::uint8_t failed_attempts = 0;
    /// A bit for each selection that has it.
    std::uint8_t selected = 0;
    /// The entry of Life::deletions that it falls under.
    std::uint8_t dying = kLivesOn;
    bool vanished = false;
    bool first_attempt_fails = false;

    [[nodiscard]] bool from_backfill() const { return number >= kFirstBackfillFile; }
};

}  // namespace firn::service
