#pragma once

#include "core/workload/trace_profile.hpp"

#include <optional>

namespace firn::planner {

/// Instants with two files or more, and the files in them.
struct Ties {
    double groups = 0;
    double files = 0;
};

/// The ties that a trace would have if files arrived one by one, each at any instant of its minute (of its
/// hour, where times are coarser than a second): the expected occupancy of equally likely cells. Nothing
/// where times are coarser than a minute.
[[nodiscard]] std::optional<Ties> chance_ties(const workload::TraceProfile& trace);

/// The batches of two files or more that explain the ties. Nothing where chance does: where files in ties
/// exceed it by less than six standard deviations or one in a hundred files, or groups are no larger than
/// those of chance.
[[nodiscard]] std::optional<Ties> ties_beyond_chance(const workload::TraceProfile& trace);

}  // namespace firn::planner
