#pragma once

#include "core/units/time.hpp"

#include <cstdint>
#include <vector>

namespace firn::sim {

/// From then on there are so many workers.
struct WorkerChange {
    Duration at{};
    std::uint32_t workers = 0;
};

/// How many workers there are at which time, as steps. Times count from the start of the scenario, which is a
/// midnight, and are not negative.
class WorkerSchedule {
  public:
    /// Always as many.
    explicit WorkerSchedule(std::uint32_t workers);

    /// So many at first, then as the changes say. They ascend, no two at one time.
    [[nodiscard]] static WorkerSchedule by_dates(std::uint32_t at_first, std::vector<WorkerChange> changes);

    /// The same every day: changes by the time since midnight, at least one, ascending, all within the day
    /// and no two at one time. Before the first of them the last one of the day before holds, on the first
    /// day too.
    [[nodiscard]] static WorkerSchedule by_hours(std::vector<WorkerChange> changes);

    [[nodiscard]] std::uint32_t at(Duration t) const;

    /// The first instant after t at which the number is another than before; Duration::max() if there is
    /// none.
    [[nodiscard]] Duration next_change(Duration t) const;

  private:
    WorkerSchedule(std::uint32_t at_first, std::vector<WorkerChange> changes, bool daily);

    [[nodiscard]] Duration next_date(Duration t) const;
    [[nodiscard]] Duration next_hour(Duration t) const;

    /// Before the first change; of a day, where the schedule is daily.
    std::uint32_t at_first_;
    /// Each to another number than before.
    std::vector<WorkerChange> changes_;
    bool daily_;
};

}  // namespace firn::sim
