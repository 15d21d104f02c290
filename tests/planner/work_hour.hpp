#pragma once

#include <cstdint>

namespace firn::planner::test {

/// What a worker can do in an hour, in microseconds.
inline constexpr std::uint64_t kHour = 3'600'000'000;

}  // namespace firn::planner::test
