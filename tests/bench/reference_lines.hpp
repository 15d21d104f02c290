#pragma once

#include "core/backup/replay_result.hpp"
#include "tests/bench/event_loop.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace firn::bench {

/// A case of W1 and the line that every implementation must give for it.
struct ReferenceCase {
    std::uint64_t files = 0;
    Bytes bundle_size;
    W1Line line;
};

/// The published cases up to a million files.
[[nodiscard]] std::vector<ReferenceCase> reference_cases();

/// A thousand million files: minutes for an event loop. Its 95th percentile is not published.
[[nodiscard]] ReferenceCase longest_reference_case();

/// The line of a replay.
[[nodiscard]] W1Line line_of(const backup::ReplayResult& result);

/// "archives=4 timeouts=1 billed=103145984 ... check=c859388fd3924c3e"
[[nodiscard]] std::string to_text(const W1Line& line);

}  // namespace firn::bench
