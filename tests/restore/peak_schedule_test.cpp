#include "core/restore/peak_schedule.hpp"
#include "core/pricing/peak_fee.hpp"
#include "tests/support/catch.hpp"

#include <functional>
#include <numeric>
#include <vector>

using namespace firn;
using namespace firn::restore;
using namespace std::chrono;
using usage::RetrievalRule;

namespace {

const Rational kGb{std::int64_t{1} << 30};

PeakTerms terms_of(int allowance_gb, RetrievalRule rule) {
    return {.daily_allowance = kGb * allowance_gb, .rule = rule};
}

/// The billable rate in GB an hour by the pricing module's own rule: April 2013, the window on the 10th.
Rational by_pricing(const std::vector<std::int64_t>& requests, int allowance_gb, RetrievalRule rule,
                    std::int64_t first_hour) {
    const BillingPeriod month{2013y / 4};
    pricing::RetrievalHours hours{month};
    const Instant midnight = sys_days{2013y / 4 / 10};
    for (std::size_t i = 0; i < requests.size(); ++i)
        hours.add(midnight + std::chrono::hours{first_hour + static_cast<std::int64_t>(i)}, 4,
                  Rational{requests[i]});
    // 5 % of 600 GB over 30 days are 1 GB a day.
    const Rational average = Rational{600} * allowance_gb;
    const auto fee = pricing::peak_fee(hours, average, {Rational{1, 20}, 4}, rule, Rational{720});
    return fee.peak ? fee.peak->billable : Rational{0};
}

/// The least billable rate of all ways to ask for so many archives in so many hours.
Rational by_brute_force(std::int64_t archives, std::int64_t hours, int allowance_gb, RetrievalRule rule,
                        std::int64_t first_hour) {
    std::vector<std::int64_t> requests(static_cast<std::size_t>(hours));
    Rational least{archives};
    const std::function<void(std::size_t, std::int64_t)> spread = [&](std::size_t hour, std::int64_t left) {
        if (hour + 1 == requests.size()) {
            requests[hour] = left;
            least = std::min(least, by_pricing(requests, allowance_gb, rule, first_hour));
            return;
        }
        for (std::int64_t n = 0; n <= left; ++n) {
            requests[hour] = n;
            spread(hour + 1, left - n);
        }
    };
    spread(0, archives);
    return least;
}

}  // namespace

TEST_CASE("a schedule's peak is that of the bill", "[restore]") {
    const auto rule = GENERATE(RetrievalRule::first_faq, RetrievalRule::reworked_faq);
    const auto first_hour = GENERATE(0, 20, 22, 23);
    const std::vector<std::int64_t> requests{3, 0, 2, 1, 4};
    CHECK(billable_peak(requests, kGb, terms_of(2, rule), {first_hour, 5}) ==
          kGb * by_pricing(requests, 2, rule, first_hour));
}

TEST_CASE("jobs that follow each other every four hours have the least peak", "[restore]") {
    // 12 GB in 12 hours without any allowance: three jobs of 4 GB, 1 GB an hour.
    const auto requests = least_peak(12, kGb, terms_of(0, RetrievalRule::reworked_faq), {0, 12});
    CHECK(requests == std::vector<std::int64_t>{4, 0, 0, 0, 4, 0, 0, 0, 4, 0, 0, 0});
}

TEST_CASE("what is free is retrieved without a fee", "[restore]") {
    const auto rule = GENERATE(RetrievalRule::first_faq, RetrievalRule::reworked_faq);
    const PeakTerms terms = terms_of(3, rule);
    const auto requests = least_peak(9, kGb, terms, {0, 72});
    CHECK(std::accumulate(requests.begin(), requests.end(), std::int64_t{0}) == 9);
    CHECK(billable_peak(requests, kGb, terms, {0, 72}) == 0);
}

TEST_CASE("no other schedule of a small case has a lower peak", "[restore]") {
    const auto rule = GENERATE(RetrievalRule::first_faq, RetrievalRule::reworked_faq);
    const auto archives = GENERATE(std::int64_t{1}, std::int64_t{5}, std::int64_t{7});
    const auto hours = GENERATE(std::int64_t{1}, std::int64_t{4}, std::int64_t{6});
    const auto allowance = GENERATE(0, 1, 2);
    const auto first_hour = GENERATE(std::int64_t{0}, std::int64_t{17}, std::int64_t{19}, std::int64_t{20},
                                     std::int64_t{21}, std::int64_t{22}, std::int64_t{23});
    CAPTURE(archives, hours, allowance, first_hour, rule == RetrievalRule::first_faq);
    const auto requests = least_peak(archives, kGb, terms_of(allowance, rule), {first_hour, hours});
    CHECK(std::accumulate(requests.begin(), requests.end(), std::int64_t{0}) == archives);
    CHECK(by_pricing(requests, allowance, rule, first_hour) ==
          by_brute_force(archives, hours, allowance, rule, first_hour));
}
