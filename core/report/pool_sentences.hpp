#pragma once

#include "core/report/pool_report.hpp"

#include <string>
#include <vector>

namespace firn::report {

/// "fetchers", "uploaders"
[[nodiscard]] std::string name_of(planner::Pool pool);

/// "4", "2 to 6"
[[nodiscard]] std::string range_text(const planner::WorkerRange& workers);

/// "1 fetcher", "4 to 6 fetchers"
[[nodiscard]] std::string workers_text(const planner::WorkerRange& workers, planner::Pool pool);

/// "45.1 %" of 0.451.
[[nodiscard]] std::string use_text(const Rational& use);

/// "in 2.4 years", "in more than 1,000 years"
[[nodiscard]] std::string years_to_full_text(const Rational& years);

/// Why there is no number of workers: "no file is stored", "the uploaders bind", "the largest age binds", ...
[[nodiscard]] std::string limit_text(planner::PoolLimit limit, planner::Pool pool);

/// What ops should know of the pools; the first sentence says which is the narrow one.
[[nodiscard]] std::vector<std::string> pool_sentences(const PoolReport& report);

}  // namespace firn::report
