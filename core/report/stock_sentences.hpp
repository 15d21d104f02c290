#pragma once

#include "core/scenario/scenario.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace firn::report {

/// Archives that lie there at the start in the scenario's class: restores, audits and deletions meet them.
[[nodiscard]] std::uint64_t standing_archives(const scenario::Scenario& scenario);

/// What nobody knows of the archives that lie there at the start, and which of them the life leaves out.
[[nodiscard]] std::vector<std::string> stock_sentences(const scenario::Scenario& scenario);

}  // namespace firn::report
