#include "core/planner/usage_of_replay.hpp"

#include <algorithm>
#include <iterator>

namespace firn::planner {

namespace {

usage::Period period_of(const backup::MonthlyUsage& month, const std::string& storage_class) {
    usage::Period period{.month = month.month};
    if (month.archive_microseconds != 0 || month.stored.byte_microseconds() != 0) {
        period.storage.push_back({.storage_class = storage_class,
                                  .amount = month.stored,
                                  .archives = usage::ArchiveTime{month.archive_microseconds}});
    }
    if (month.upload_requests != 0) {
        period.requests.push_back({.storage_class = storage_class,
                                   .kind = "upload",
                                   .count = static_cast<std::int64_t>(month.upload_requests)});
    }
    return period;
}

}  // namespace

usage::Usage usage_of(const backup::ReplayResult& replay, const scenario::Scenario& scenario) {
    usage::Usage usage{.price_book = scenario.price_book, .region = scenario.region};
    std::transform(
        replay.months.begin(), replay.months.end(), std::back_inserter(usage.periods),
        [&](const backup::MonthlyUsage& month) { return period_of(month, scenario.storage_class); });
    return usage;
}

}  // namespace firn::planner
