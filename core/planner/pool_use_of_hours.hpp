#pragma once

#include "core/planner/pool_runs.hpp"
#include "core/scenario/scenario.hpp"
#include "core/sim/worker_schedule.hpp"
#include "core/units/rational.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace firn::planner {

/// How busy a pool was: work by what its workers could have worked, 1 is all of it. Hours count from the
/// scenario's start up to the last in which anybody worked.
struct HoursUse {
    Rational mean{};
    Rational peak{};
    std::uint64_t peak_hour = 0;  ///< the first of the busiest hours
    // Of calm hours, unless no work is done in any (CalmHours):
    std::optional<std::uint64_t> full_hour{};  ///< the first in which all workers worked all the time
    std::vector<Rational> peak_by_year{};
};

/// What workers can do in an hour since the start, in microseconds.
[[nodiscard]] std::uint64_t capacity_of(const sim::WorkerSchedule& schedule, std::size_t hour);

/// The use of a pool of this scenario, its workers as scheduled.
[[nodiscard]] HoursUse use_of(const scenario::Scenario& scenario, Pool pool,
                              const std::vector<std::uint64_t>& busy_by_hour);

/// The growth a year, in percent and rounded down to a tenth, that makes `from` to `to` in so many years
/// (at least 1); from above 0, to not below 0.
[[nodiscard]] Rational yearly_growth(const Rational& from, const Rational& to, unsigned years);

/// In how many years a use grows from `from` to 1 that grows from there to `to` in so many years (at least
/// 1), alike in each; rounded to a tenth. None: it does not grow, or there is none.
[[nodiscard]] std::optional<Rational> years_to_full(const Rational& from, const Rational& to, unsigned years);

}  // namespace firn::planner
