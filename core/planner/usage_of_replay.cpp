#include "core/planner/usage_of_replay.hpp"

#include "core/pricing/upload_requests.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

namespace firn::planner {

namespace {

/// The requests of a month's uploads, by the kinds that the class bills them as.
std::vector<pricing::UploadRequests> requests_of(const backup::MonthlyUsage& month,
                                                 const pricing::RequestKinds& kinds) {
    const std::uint64_t whole = month.archives_uploaded - month.uploaded_in_parts;
    const std::uint64_t parts = month.upload_requests - whole;
    std::vector<pricing::UploadRequests> requests;
    for (const auto& [kind, count] :
         {std::pair{kinds.upload, whole}, std::pair{kinds.begin, month.uploaded_in_parts},
          std::pair{kinds.part, parts}, std::pair{kinds.complete, month.uploaded_in_parts}}) {
        pricing::add_requests(requests, kind, static_cast<std::int64_t>(count));
    }
    return requests;
}

usage::Period period_of(const backup::MonthlyUsage& month, const std::string& storage_class,
                        const pricing::RequestKinds& kinds) {
    usage::Period period{.month = month.month};
    if (month.archive_microseconds != 0 || month.stored.byte_microseconds() != 0) {
        period.storage.push_back({.storage_class = storage_class,
                                  .amount = month.stored,
                                  .archives = usage::ArchiveTime{month.archive_microseconds}});
    }
    for (const pricing::UploadRequests& requests : requests_of(month, kinds)) {
        period.requests.push_back(
            {.storage_class = storage_class, .kind = requests.kind, .count = requests.count});
    }
    return period;
}

}  // namespace

usage::Usage usage_of(const backup::ReplayResult& replay, const scenario::Scenario& scenario,
                      const pricing::PriceBook& book) {
    const pricing::ClassTerms* terms = pricing::find_class(book, scenario.storage_class);
    const pricing::RequestKinds kinds = terms != nullptr ? terms->kinds : pricing::RequestKinds{};
    usage::Usage usage{.price_book = scenario.price_book,
                       .region = scenario.region,
                       .rules = scenario.rules.value_or(usage::Rules{}),
                       .billing = scenario.billing.value_or(usage::BillingSettings{})};
    std::transform(
        replay.months.begin(), replay.months.end(), std::back_inserter(usage.periods),
        [&](const backup::MonthlyUsage& month) { return period_of(month, scenario.storage_class, kinds); });
    return usage;
}

}  // namespace firn::planner
