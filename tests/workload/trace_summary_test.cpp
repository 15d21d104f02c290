#include "core/workload/trace_summary.hpp"

#include "core/workload/size_histogram.hpp"
#include "tests/support/catch.hpp"
#include "tests/workload/source_text.hpp"

#include <cstdint>

using firn::Bytes;
using firn::Duration;
using firn::Instant;
using firn::workload::SizeHistogram;
using firn::workload::summarize;
using firn::workload::TraceSummary;

namespace {

constexpr std::int64_t kDay = 86'400'000'000;

TraceSummary summary_of(const Files& rows) { return *summarize(*trace_of(rows).open()); }

}  // namespace

TEST_CASE("a summary counts files, bytes and empty files", "[workload]") {
    const TraceSummary summary = summary_of({{1, 10}, {2, 0}, {3, 25}});
    CHECK(summary.files == 3);
    CHECK(summary.bytes == Bytes{35});
    CHECK(summary.empty_files == 1);
    CHECK(summary.mean_size() == Bytes{11});
    CHECK(summary.first == Instant{Duration{1}});
    CHECK(summary.last == Instant{Duration{3}});
}

TEST_CASE("a quantile is the size of its rank", "[workload]") {
    Files rows;
    for (std::int64_t i = 1; i <= 200; ++i)
        rows.emplace_back(i, (i * 77) % 201);  // 1 to 200 in some order
    const auto sizes = summary_of(rows).sizes;
    CHECK(sizes.min == Bytes{1});
    CHECK(sizes.median == Bytes{100});
    CHECK(sizes.p90 == Bytes{180});
    CHECK(sizes.p99 == Bytes{198});
    CHECK(sizes.max == Bytes{200});
    CHECK(sizes.exact);
}

TEST_CASE("the quantiles of one file are its size", "[workload]") {
    const auto sizes = summary_of({{1, 42}}).sizes;
    CHECK(sizes.min == Bytes{42});
    CHECK(sizes.median == Bytes{42});
    CHECK(sizes.p99 == Bytes{42});
    CHECK(sizes.max == Bytes{42});
}

TEST_CASE("the first of the largest batches is kept", "[workload]") {
    const auto batch = summary_of({{1, 1}, {5, 1}, {5, 1}, {7, 1}, {9, 1}, {9, 1}}).largest_batch;
    CHECK(batch.time == Instant{Duration{5}});
    CHECK(batch.files == 2);
}

TEST_CASE("days with files are counted once", "[workload]") {
    CHECK(summary_of({{0, 1}, {1, 1}, {kDay - 1, 1}, {kDay, 1}, {5 * kDay, 1}}).days_with_files == 3);
}

TEST_CASE("months without files are left out", "[workload]") {
    // 1970: January 1 and 31, March 1 (day 59)
    const auto months = summary_of({{0, 1}, {30 * kDay, 2}, {59 * kDay, 4}}).months;
    REQUIRE(months.size() == 2);
    CHECK(to_text(months[0].month) == "1970-01");
    CHECK(months[0].items == 2);
    CHECK(months[0].bytes == Bytes{3});
    CHECK(to_text(months[1].month) == "1970-03");
    CHECK(months[1].items == 1);
}

TEST_CASE("a trace without rows has an empty summary", "[workload]") {
    const TraceSummary summary = summary_of({});
    CHECK(summary.files == 0);
    CHECK(summary.mean_size() == Bytes{0});
    CHECK(summary.months.empty());
}

TEST_CASE("a trace with more bytes than 2^63 - 1 is refused", "[workload]") {
    const auto summary = summarize(*trace_of({{1, 9'223'372'036'854'775'807}, {2, 1}}).open());
    REQUIRE_FALSE(summary);
    CHECK(summary.error().front().code == "too-many-bytes");
}

TEST_CASE("many sizes are counted in steps of less than 0.4 %", "[workload]") {
    SizeHistogram histogram;
    const auto files = static_cast<std::int64_t>(SizeHistogram::kExactSizes) + 1;
    for (std::int64_t i = 1; i <= files; ++i)
        histogram.add(Bytes{i * 1'000});
    REQUIRE_FALSE(histogram.is_exact());
    for (const std::int64_t rank : {std::int64_t{1}, std::int64_t{7}, files / 2, files * 9 / 10, files}) {
        const double ratio =
            static_cast<double>(histogram.of_rank(rank).count()) / static_cast<double>(rank * 1'000);
        CHECK(ratio <= 1);
        CHECK(ratio > 1 - 0.004);
    }
}

TEST_CASE("small and huge sizes have steps too", "[workload]") {
    SizeHistogram histogram;
    for (std::size_t i = 0; i <= SizeHistogram::kExactSizes; ++i)
        histogram.add(Bytes{static_cast<std::int64_t>(i % 200)});
    histogram.add(Bytes{9'223'372'036'854'775'807});
    CHECK(histogram.of_rank(1) == Bytes{0});
    CHECK(histogram.of_rank(static_cast<std::int64_t>(SizeHistogram::kExactSizes)) == Bytes{199});
    CHECK(histogram.of_rank(static_cast<std::int64_t>(SizeHistogram::kExactSizes) + 2).count() >
          9'187'000'000'000'000'000);
}

TEST_CASE("the busiest hour is the first with the most bytes", "[workload]") {
    constexpr std::int64_t kHour = 3'600'000'000;
    const TraceSummary summary =
        summary_of({{0, 5}, {kHour - 1, 5}, {kHour, 11}, {5 * kHour, 11}, {kDay, 5}});
    CHECK(summary.busiest_hour.begin == Instant{Duration{kHour}});
    CHECK(summary.busiest_hour.share.files == 1);
    CHECK(summary.busiest_hour.share.bytes == Bytes{11});
    CHECK(summary.hours_of_day[0].files == 3);
    CHECK(summary.hours_of_day[0].bytes == Bytes{15});
    CHECK(summary.hours_of_day[5].files == 1);
}

TEST_CASE("small files are counted with their bytes", "[workload]") {
    const TraceSummary summary = summary_of({{1, 131'071}, {2, 131'072}, {3, 1'048'576}});
    CHECK(summary.below_128_kib.files == 1);
    CHECK(summary.below_128_kib.bytes == Bytes{131'071});
    CHECK(summary.below_1_mib.files == 2);
    CHECK(summary.below_1_mib.bytes == Bytes{262'143});
    CHECK(summary.sizes.p10 == Bytes{131'071});
}
