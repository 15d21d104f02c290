#include "core/alternatives/comparison.hpp"
#include "core/alternatives/defaults.hpp"
#include "tests/pricing/shipped_books.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

using namespace firn;
using namespace firn::alternatives;

namespace {

/// January and February 2026 of a terabyte, of which 31 GiB are retrieved on 27 February at noon, for 3 days.
usage::Usage retrieved_at_the_end() {
    usage::Usage usage{.price_book = "aws-s3-glacier", .region = "us-east-1"};
    for (const char* month : {"2026-01", "2026-02"}) {
        usage::Period period{.month = *BillingPeriod::parse(month)};
        period.storage.push_back({.storage_class = "deep_archive",
                                  .amount = usage::AverageBytes{Rational{1'000'000'000'000}},
                                  .archives = usage::ArchiveCount{10}});
        usage.periods.push_back(std::move(period));
    }
    usage.periods.back().retrievals.push_back(
        {.storage_class = "deep_archive",
         .tier = "standard",
         .time = usage::AtOnce{usage.periods.back().month.begin() + std::chrono::hours{26 * 24 + 12}},
         .bytes = Rational{Bytes::from_gib(31).count()},
         .archives = 1,
         .copy_days = 3});
    return usage;
}

}  // namespace

// Until 3 March: 31 GiB x 36 h / 672 h in February, 31 GiB x 48 h / 744 h = 2 in March, GB-months at 0.023.
TEST_CASE("copies that lie on after a run's last month are paid in it, and make no month", "[alternatives]") {
    Comparison comparison;
    comparison.alternatives.push_back({.name = "own",
                                       .kind = Kind::price_book,
                                       .parameters = default_parameters(Kind::price_book, 2026),
                                       .price_book = "aws-s3-glacier",
                                       .region = "us-east-1",
                                       .storage_class = "deep_archive"});
    comparison.alternatives[0].book = pricing::shipped_book("us-east-1", "aws-s3-glacier");
    const Demand demand = demand_of(retrieved_at_the_end());
    REQUIRE(demand.months.size() == 2);
    const auto results = compare(comparison, demand);
    REQUIRE(results);
    const Course& course = results->outcomes[0].course;
    CHECK(course.months.size() == 2);
    const Rational gb_months = Rational{31 * 36, 672} + 2;
    CHECK(abs(course.by_purpose.at("copy").amount() - gb_months * Rational{23, 1000}) <
          Rational{1, 1'000'000'000});
    CHECK(std::find(course.notes.begin(), course.notes.end(),
                    "copies that lie on after the last month are paid in it") != course.notes.end());
}
