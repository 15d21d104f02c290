#include "core/alternatives/comparison.hpp"
#include "core/alternatives/defaults.hpp"
#include "core/pricing/price.hpp"
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

/// The class of the run, which nobody looks after.
Comparison own_class() {
    Comparison comparison;
    comparison.alternatives.push_back({.name = "own",
                                       .kind = Kind::price_book,
                                       .parameters = default_parameters(Kind::price_book, 2026),
                                       .price_book = "aws-s3-glacier",
                                       .region = "us-east-1",
                                       .storage_class = "deep_archive"});
    comparison.alternatives[0].book = pricing::shipped_book("us-east-1", "aws-s3-glacier");
    comparison.alternatives[0].parameters.find("admin_time")->value = 0;
    return comparison;
}

/// So many months of 2026 with 1024 GiB each, and none of them with archives that are counted.
usage::Usage kept(int months) {
    usage::Usage usage{.price_book = "aws-s3-glacier", .region = "us-east-1"};
    for (BillingPeriod month = *BillingPeriod::parse("2026-01"); months > 0; month = month.next(), --months) {
        usage::Period period{.month = month};
        period.storage.push_back({.storage_class = "deep_archive",
                                  .amount = usage::AverageBytes{Rational{Bytes::from_gib(1024).count()}}});
        usage.periods.push_back(std::move(period));
    }
    return usage;
}

Course course_of(const Comparison& comparison, const usage::Usage& usage) {
    const auto results = compare(comparison, demand_of(usage), {.seeks_flips = false});
    REQUIRE(results);
    return results->outcomes[0].course;
}

Rational running_of(const Course& course) {
    Rational sum;
    for (const MonthCost& month : course.months)
        sum += month.running.amount();
    return sum;
}

bool tells_later_copies(const Course& course) {
    return std::find(course.notes.begin(), course.notes.end(),
                     "copies that lie on after the last month are paid in it") != course.notes.end();
}

}  // namespace

// Until 3 March: 31 GiB x 36 h / 672 h in February, 31 GiB x 48 h / 744 h = 2 in March, GB-months at 0.023.
TEST_CASE("copies that lie on after a run's last month are paid in it, and make no month", "[alternatives]") {
    REQUIRE(demand_of(retrieved_at_the_end()).months.size() == 2);
    const Course course = course_of(own_class(), retrieved_at_the_end());
    CHECK(course.months.size() == 2);
    const Rational gb_months = Rational{31 * 36, 672} + 2;
    CHECK(abs(course.by_purpose.at("copy").amount() - gb_months * Rational{23, 1000}) <
          Rational{1, 1'000'000'000});
    CHECK(tells_later_copies(course));
}

// 1024 x 0.00099 in January and in February; in March and in April nothing is left.
TEST_CASE("months in which nothing is left are compared as any other", "[alternatives]") {
    usage::Usage usage = kept(2);
    usage.periods.push_back({.month = *BillingPeriod::parse("2026-03")});
    usage.periods.push_back({.month = *BillingPeriod::parse("2026-04")});
    const Demand demand = demand_of(usage);
    REQUIRE(demand.months.size() == 4);
    CHECK(demand.months[3].end == 0);
    const Course course = course_of(own_class(), usage);
    REQUIRE(course.months.size() == 4);
    CHECK(format_decimal(running_of(course), 9) == "2.02752");
    CHECK(course.exit_cost == Money{});
    CHECK_FALSE(tells_later_copies(course));
}

TEST_CASE("less than nothing is never left at the end", "[alternatives]") {
    usage::Usage usage = kept(1);
    usage.periods.push_back({.month = *BillingPeriod::parse("2026-02")});
    CHECK(demand_of(usage).months.back().end == 0);
}

// 150 GiB: by the book 100 are free and 50 cost 0.09; at 0 nothing; at 2 each of them.
TEST_CASE("a stated price of what is sent out holds for a run's own class too", "[alternatives]") {
    usage::Usage usage = kept(2);
    const Rational sent{Bytes::from_gib(150).count()};
    usage.periods[0].retrievals.push_back({.storage_class = "deep_archive",
                                           .tier = "bulk",
                                           .time = usage::AtOnce{usage.periods[0].month.begin()},
                                           .bytes = sent,
                                           .archives = 1});
    usage.periods[0].transfer_out = usage::TransferOut{.bytes = sent};
    Comparison comparison = own_class();
    CHECK(format_decimal(course_of(comparison, usage).by_purpose.at("transfer out").amount(), 9) == "4.5");
    Parameter& egress = *comparison.alternatives[0].parameters.find("egress");
    egress.grade = Grade::stated;
    egress.value = egress.cheap = egress.dear = 0;
    CHECK(course_of(comparison, usage).by_purpose.count("transfer out") == 0);
    egress.value = egress.cheap = egress.dear = 2;
    CHECK(course_of(comparison, usage).by_purpose.at("transfer out") == Money{Rational{300}});
}

// Twice 1.01376 a month, less a quarter: 1.52064 a month.
TEST_CASE("what a scenario says of its bills counts for its own book", "[alternatives]") {
    usage::Usage usage = kept(2);
    usage.billing.what_ifs.push_back({.charge = usage::ChargeType::storage, .change = Rational{1}});
    usage.billing.discount = Rational{1, 4};
    const Course course = course_of(own_class(), usage);
    CHECK(format_decimal(running_of(course), 9) == "3.04128");
    CHECK(format_decimal(course.by_purpose.at("discount").amount(), 9) == "-1.01376");
    const auto bill =
        pricing::price(usage, *own_class().alternatives[0].book, {.rounding = pricing::Rounding::exact});
    REQUIRE(bill);
    CHECK(format_decimal(bill->total_exact.amount(), 9) == "3.04128");
    // Another region is another book: 1024 x 0.00099 a month in us-east-2, as it is.
    usage.region = "us-east-2";
    CHECK(format_decimal(running_of(course_of(own_class(), usage)), 4) == "2.0275");
}

TEST_CASE("credits pay for months and not for leaving", "[alternatives]") {
    usage::Usage usage = kept(2);
    usage.billing.credits.push_back({.name = "offer", .amount = Money{Rational{1000}}});
    const Course paid = course_of(own_class(), usage);
    CHECK(running_of(paid) == 0);
    CHECK(paid.exit_cost == course_of(own_class(), kept(2)).exit_cost);
}
