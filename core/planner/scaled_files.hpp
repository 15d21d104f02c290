#pragma once

#include "core/planner/policy_runs.hpp"
#include "core/units/time.hpp"

#include <chrono>
#include <cstdint>

namespace firn::planner {

/// What happens to the files of a workload, to see what depends on them.
enum class FileChange {
    none,
    half_as_many,   ///< every second file, beginning with the first
    twice_as_many,  ///< each file twice, at the same instant
    half_as_large,  ///< rounded down
    twice_as_large,
    more_each_year,   ///< 5/4 times as many after one year, 25/16 after two, straight in between
    fewer_each_year,  ///< likewise 4/5, 16/25
};

/// A year of 365.25 days: after so long growth has changed by the whole of its share.
inline constexpr Duration kYearOfGrowth{std::chrono::hours{8766}};

/// How many files a file stands for that arrives so long after the start, in 2^32nds: 5/4 or 4/5 a year.
///
///     growth_weight(more_each_year, 6 months) = 9/8     growth_weight(fewer_each_year, 18 months) = 18/25
[[nodiscard]] std::uint64_t growth_weight(FileChange change, Duration arrival);

/// The workload with that change; keys stay with their files. With growth each file comes as many times as
/// the sum of the weights passes a whole number with it.
[[nodiscard]] OpenFiles changed(OpenFiles open, FileChange change);

}  // namespace firn::planner
