#include "core/forecast/usage_history.hpp"
#include "core/usage/stored_amount.hpp"
#include "tests/support/catch.hpp"

#include <string>

namespace firn::forecast {

namespace {

const BillingPeriod kJanuary = *BillingPeriod::parse("2026-01");
constexpr std::int64_t kGB = 1'000'000'000;

/// A class that takes archives in one request or in parts, and another beside it.
pricing::PriceBook book() {
    pricing::PriceBook book;
    book.name = "test";
    book.classes.push_back(
        {.name = "cold",
         .kinds = {.upload = "put", .begin = "create", .part = "part", .complete = "complete"}});
    book.classes.push_back({.name = "warm"});
    return book;
}

/// A month with a mean of stored GB, and so many archives sent by single requests.
usage::Period month(int number, const Rational& mean_gb, std::int64_t puts) {
    usage::Period period{.month = kJanuary.plus_months(number)};
    period.storage.push_back(
        {.storage_class = "cold", .amount = usage::AverageBytes{Rational{mean_gb * kGB}}});
    period.requests.push_back({.storage_class = "cold", .kind = "put", .count = puts});
    return period;
}

/// The worked numbers of docs/forecast.md: 100 GB lie there, archives of 10 MB come evenly.
usage::Usage worked() {
    usage::Usage usage;
    usage.periods = {month(0, 105, 1000), month(1, 120, 2000), month(2, 135, 1000)};
    return usage;
}

UsageHistory history(const usage::Usage& usage) {
    auto made = history_of_usage(usage, book());
    REQUIRE(made);
    return *made;
}

StoragePlan plan_after(const usage::Usage& usage, int months) {
    StoragePlan plan{.first = kJanuary.plus_months(months)};
    go_on(history(usage), book(), plan);
    return plan;
}

}  // namespace

TEST_CASE("what was sent follows from requests and the growth of what lies there", "[forecast]") {
    const UsageHistory made = history(worked());
    CHECK(made.storage_class == "cold");
    REQUIRE(made.months.size() == 3);
    CHECK(made.months[0] == workload::MonthTotal{kJanuary, 1000, Bytes{10 * kGB}});
    CHECK(made.months[1].bytes == Bytes{20 * kGB});
    CHECK(made.months[2].bytes == Bytes{10 * kGB});
    CHECK(made.warnings.empty());
}

TEST_CASE("a plan goes on with what lay there at the end of the history", "[forecast]") {
    const StoragePlan plan = plan_after(worked(), 3);
    CHECK(plan.stock_bytes == Bytes{140 * kGB});
    CHECK(plan.stock_archives == 0);
    CHECK(plan.has_overhead_in_bytes);
    const usage::Usage usage = usage_of({{1000, Bytes{10 * kGB}}}, plan);
    const usage::Period& april = usage.periods.front();
    REQUIRE(april.storage.size() == 1);
    CHECK(usage::byte_hours(april.storage.front(), april.month) == Rational{145 * kGB} * 720);
    CHECK(usage::archive_hours(april.storage.front(), april.month) == Rational{0});
    REQUIRE(april.requests.size() == 1);
    CHECK(april.requests.front().kind == "put");
    CHECK(april.requests.front().count == 1000);
    CHECK(april.uploads.empty());
}

TEST_CASE("what is used beside storage goes on in proportion to what lies there", "[forecast]") {
    usage::Usage usage = worked();
    usage.periods[1].retrievals.push_back(
        {.storage_class = "cold", .tier = "bulk", .bytes = Rational{3'600'000'000}, .archives = 360});
    usage.periods[2].transfer_out = usage::TransferOut{.bytes = Rational{720'000'000}};
    usage.periods[0].storage.push_back(
        {.storage_class = "warm", .amount = usage::AverageBytes{Rational{36 * kGB}}});
    const usage::Usage next = usage_of({{1000, Bytes{10 * kGB}}}, plan_after(usage, 3));
    const usage::Period& april = next.periods.front();
    // 105 + 120 + 135 = 360 GB-months in the sample, 145 in April.
    REQUIRE(april.retrievals.size() == 1);
    CHECK(april.retrievals.front().bytes == Rational{1'450'000'000});
    CHECK(april.retrievals.front().archives == 145);
    CHECK(april.transfer_out->bytes == Rational{290'000'000});
    CHECK(usage::byte_hours(april.storage.back(), april.month) == Rational{14'500'000'000} * 720);
}

TEST_CASE("parts and completions go with the archives that were sent", "[forecast]") {
    usage::Usage usage;
    for (int i = 0; i < 3; ++i) {
        usage.periods.push_back(month(i, Rational{100 + 20 * i}, 0));
        usage.periods.back().requests = {{.storage_class = "cold", .kind = "create", .count = 200},
                                         {.storage_class = "cold", .kind = "part", .count = 1400},
                                         {.storage_class = "cold", .kind = "complete", .count = 200}};
    }
    CHECK(history(usage).months[1] == workload::MonthTotal{kJanuary.next(), 200, Bytes{20 * kGB}});
    const usage::Usage next = usage_of({{300, Bytes{30 * kGB}}}, plan_after(usage, 3));
    for (const usage::Requests& requests : next.periods.front().requests)
        CHECK(requests.count == (requests.kind == "part" ? 2100 : 300));
}

TEST_CASE("uploads that a usage file states are taken as they are", "[forecast]") {
    usage::Usage usage = worked();
    for (usage::Period& period : usage.periods) {
        period.requests.clear();
        period.uploads.push_back({.storage_class = "cold",
                                  .bytes = Bytes{7 * kGB},
                                  .archives = 70,
                                  .part_size = Bytes::from_mib(16)});
    }
    CHECK(history(usage).months[1] == workload::MonthTotal{kJanuary.next(), 70, Bytes{7 * kGB}});
    const StoragePlan plan = plan_after(usage, 3);
    CHECK(plan.stock_bytes == Bytes{138'500'000'000});
    const usage::Usage next = usage_of({{30, Bytes{3 * kGB}}}, plan);
    REQUIRE(next.periods.front().uploads.size() == 1);
    CHECK(next.periods.front().uploads.front().archives == 30);
    CHECK(next.periods.front().uploads.front().part_size == Bytes::from_mib(16));
}

TEST_CASE("without uploads the growth of what lies there is forecast, and said so", "[forecast]") {
    usage::Usage usage = worked();
    for (usage::Period& period : usage.periods)
        period.requests.clear();
    const UsageHistory made = history(usage);
    CHECK(made.months[1] == workload::MonthTotal{kJanuary.next(), 1, Bytes{15 * kGB}});
    REQUIRE(made.warnings.size() == 1);
    CHECK(made.warnings.front().code == "uploads-not-seen");
    CHECK(usage_of({{1, Bytes{kGB}}}, plan_after(usage, 3)).periods.front().requests.empty());
}

TEST_CASE("a month that states no archives has those of the month before and what was sent since",
          "[forecast]") {
    usage::Usage usage = worked();
    usage.periods[0].storage.front().archives = usage::ArchiveCount{10'500};
    usage.periods[1].storage.front().archives = usage::ArchiveCount{12'000};
    // 12,000 in the mean of February, half of its 2,000 more at its end, and March's 1,000.
    CHECK(plan_after(usage, 3).stock_archives == 14'000);
}

TEST_CASE("a month in which less lies there than before counts as no growth, with a warning", "[forecast]") {
    usage::Usage usage;
    usage.periods = {month(0, 105, 1000), month(1, 95, 1000), month(2, 85, 1000)};
    const UsageHistory made = history(usage);
    CHECK(made.months[1] == workload::MonthTotal{kJanuary.next(), 1000, Bytes{}});
    REQUIRE(made.warnings.size() == 1);
    CHECK(made.warnings.front().code == "stored-bytes-fell");
    CHECK(made.warnings.front().what.find("2026-01, 2026-02, 2026-03") != std::string::npos);
}

TEST_CASE("files that bill the same month add up", "[forecast]") {
    usage::Usage usage = worked();
    usage.periods.push_back(month(1, 0, 500));
    CHECK(history(usage).months[1].items == 2500);
}

TEST_CASE("only what lies within the twelve months before the forecast goes along", "[forecast]") {
    usage::Usage usage;
    for (int i = 0; i < 14; ++i)
        usage.periods.push_back(month(i, Rational{100}, 10));
    usage.periods[1].transfer_out = usage::TransferOut{.bytes = Rational{kGB}};
    CHECK_FALSE(plan_after(usage, 14).alongside->has_more());
    usage.periods[2].transfer_out = usage::TransferOut{.bytes = Rational{12 * kGB}};
    const usage::Usage next = usage_of({{10, Bytes{}}}, plan_after(usage, 14));
    CHECK(next.periods.front().transfer_out->bytes == Rational{kGB});
}

TEST_CASE("usage without storage is no history", "[forecast]") {
    usage::Usage usage = worked();
    for (usage::Period& period : usage.periods)
        period.storage.clear();
    const auto made = history_of_usage(usage, book());
    REQUIRE_FALSE(made);
    CHECK(made.error().front().code == "usage-without-storage");
}

TEST_CASE("months beyond what can be forecast are refused, each of them", "[forecast]") {
    usage::Usage usage = worked();
    constexpr std::int64_t kExabyteInGB = 1'000'000'000;
    usage.periods[0].storage.front().amount = usage::AverageBytes{Rational{kExabyteInGB} * kGB};
    CHECK(history_of_usage(usage, book()));
    usage.periods[0].storage.front().amount = usage::AverageBytes{Rational{kExabyteInGB + 1} * kGB};
    usage.periods[2].requests.front().count = (std::int64_t{1} << 53) + 1;
    const auto refused = history_of_usage(usage, book());
    REQUIRE_FALSE(refused);
    REQUIRE(refused.error().size() == 2);
    CHECK(refused.error()[0].code == "usage-too-large");
    CHECK(refused.error()[0].what.find("2026-01") != std::string::npos);
    CHECK(refused.error()[1].what.find("2026-03") != std::string::npos);
}

}  // namespace firn::forecast
