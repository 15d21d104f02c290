#include "core/alternatives/variation.hpp"

#include "core/alternatives/comparison.hpp"
#include "core/usage/stored_amount.hpp"
#include "tests/alternatives/compared.hpp"
#include "tests/support/catch.hpp"

#include <cstdint>
#include <limits>

using namespace firn;
using namespace firn::alternatives;

namespace {

/// Thirteen months with 100 GB each, in archives of 1 GB, of which 1 % is audited.
PlainDemand plain(const Rational& growth) {
    return {.start = *BillingPeriod::parse("2026-01"),
            .months = 13,
            .stock = Rational{5'000'000'000'000},
            .added = Rational{100'000'000'000},
            .growth = growth,
            .archive_size = Rational{1'000'000'000},
            .audited = Rational{1, 100}};
}

bool is_near(const Rational& a, const Rational& b) { return abs(a - b) <= Rational{1, 10'000}; }

const std::string kTwoWays =
    "comparison: 1\n"
    "discount_rate: 8 %\n"
    "demand: {start: 2026-01, months: 12, stock: 10 TB}\n"
    "alternatives:\n"
    "  - {name: drives, kind: usb_drives, drive_price: 100, drives_per_trip: 4}\n"
    "  - {name: offer, kind: vendor_quote, per_tb_month: 10, setup: 50}\n";

usage::Usage metered() {
    usage::Usage usage;
    for (BillingPeriod month = *BillingPeriod::parse("2026-01"); usage.periods.size() < 13;
         month = month.next()) {
        const std::int64_t n = static_cast<std::int64_t>(usage.periods.size()) + 1;
        usage::Period period{.month = month};
        period.storage.push_back({.storage_class = "glacier",
                                  .amount = usage::AverageBytes{Rational{n * 1000}},
                                  .archives = usage::ArchiveCount{n * 10}});
        period.uploads.push_back({.storage_class = "glacier", .bytes = Bytes{1000}, .archives = 10});
        usage.periods.push_back(std::move(period));
    }
    return usage;
}

}  // namespace

TEST_CASE("growth adds what the demand itself would with that growth", "[alternatives]") {
    const Demand stated = demand_of(plain(Rational{20, 100}));
    const Demand grown = with_growth(demand_of(plain(Rational{0})), Rational{20, 100});
    REQUIRE(grown.months.size() == stated.months.size());
    for (std::size_t i = 0; i < grown.months.size(); ++i) {
        INFO(i);
        CHECK(grown.months[i].added == stated.months[i].added);
        CHECK(grown.months[i].average == stated.months[i].average);
        CHECK(grown.months[i].end == stated.months[i].end);
        CHECK(is_near(grown.months[i].archives, stated.months[i].archives));
        CHECK(is_near(grown.months[i].audited, stated.months[i].audited));
    }
    // A year on, 20 % more: 120 GB.
    CHECK(grown.months[12].added == Rational{120'000'000'000});
}

TEST_CASE("no growth leaves a demand as it is", "[alternatives]") {
    const Demand demand = demand_of(metered());
    const Demand same = with_growth(demand, Rational{0});
    CHECK(same.months[12].average == demand.months[12].average);
    CHECK(usage::byte_hours(same.metered->periods[12].storage[0], demand.months[12].month) ==
          usage::byte_hours(demand.metered->periods[12].storage[0], demand.months[12].month));
}

TEST_CASE("what a run metered grows as the demand does", "[alternatives]") {
    const Demand demand = demand_of(metered());
    const Demand grown = with_growth(demand, Rational{20, 100});
    const BillingPeriod month = demand.months[12].month;
    const usage::Period& period = grown.metered->periods[12];
    CHECK(usage::byte_hours(period.storage[0], month) == grown.months[12].average * month.hours());
    CHECK(period.uploads[0].bytes == Bytes{1200});
    CHECK(period.uploads[0].archives == 12);
    CHECK(grown.months[12].restored == demand.months[12].restored);
}

TEST_CASE("archives with summed ages grow with their ages", "[alternatives]") {
    usage::Usage usage = metered();
    usage::Deletion deleted{.storage_class = "glacier", .bytes = 2000, .archives = 10};
    deleted.summed = usage::SummedAges{ByteTime{90'000}, 500};
    usage.periods[12].deletions.push_back(deleted);
    const Demand demand = demand_of(usage);
    const Demand grown = with_growth(demand, Rational{20, 100});
    const usage::Deletion& more = grown.metered->periods[12].deletions[0];
    const Rational factor = more.bytes / deleted.bytes;
    CHECK(factor > 1);
    CHECK(abs(Rational{to_integer(more.summed->bytes.byte_microseconds())} - factor * 90'000) <= 1);
    CHECK(more.summed->archive_microseconds == static_cast<UInt128>(50 * *more.archives));
}

TEST_CASE("who keeps files elsewhere is asked as often as somebody asked, not once an archive",
          "[alternatives]") {
    // 30 archives in January and 10 in February, all sent out: of four requests three are January's.
    usage::Usage usage = metered();
    for (const auto& [month, archives] : {std::pair{0U, 30}, std::pair{1U, 10}}) {
        usage.periods[month].retrievals.push_back(
            {.storage_class = "glacier", .bytes = Rational{archives * 100}, .archives = archives});
        usage.periods[month].transfer_out = usage::TransferOut{.bytes = Rational{archives * 100}};
    }
    const Demand demand = demand_of(usage, Rational{4});
    CHECK(demand.months[0].restores == 3);
    CHECK(demand.months[1].restores == 1);
    CHECK(demand.months[0].restored_archives == 30);
    CHECK(demand_of(usage).months[0].restores == 30);
}

TEST_CASE("prices move with their ranges, each on its own side", "[alternatives]") {
    const Results results = compared(kTwoWays);
    const Comparison changed =
        with(results.comparison, {.hardware_prices = Rational{2}, .service_prices = Rational{1, 2}});
    const Parameter& drive = *changed.alternatives[0].parameters.find("drive_price");
    CHECK(drive.value == 200);
    CHECK(drive.dear == 200);
    CHECK(changed.alternatives[0].parameters["labour"] ==
          results.comparison.alternatives[0].parameters["labour"]);
    CHECK(changed.alternatives[1].parameters["per_tb_month"] == 5);
    CHECK(changed.alternatives[1].parameters["setup"] == 25);
}

TEST_CASE("an offer at half the price costs half of what it asked", "[alternatives]") {
    // 12 x 10 TB x 10 + 50 = 1250; its looking after, an hour a month, stays.
    const Results results = compared(kTwoWays);
    const auto cheap = compare(with(results.comparison, {.service_prices = Rational{1, 2}}), results.demand);
    REQUIRE(cheap);
    const auto& purposes = results.outcomes[1].course.by_purpose;
    for (const auto& [purpose, amount] : cheap->outcomes[1].course.by_purpose) {
        INFO(purpose);
        const Rational factor = purpose == "labour" ? Rational{1} : Rational{1, 2};
        CHECK(amount.amount() == purposes.at(purpose).amount() * factor);
    }
}

TEST_CASE("rate and trips are those that are asked for", "[alternatives]") {
    const Results results = compared(kTwoWays);
    CHECK(drives_per_trip_of(results.comparison) == Rational{4});
    const Comparison changed =
        with(results.comparison, {.discount_rate = Rational{3, 100}, .drives_per_trip = Rational{1}});
    CHECK(changed.discount_rate == Rational{3, 100});
    CHECK(drives_per_trip_of(changed) == Rational{1});
    CHECK(with(results.comparison, {}).discount_rate == Rational{8, 100});
    Comparison offers = results.comparison;
    offers.alternatives.erase(offers.alternatives.begin());
    CHECK_FALSE(drives_per_trip_of(offers).has_value());
}

TEST_CASE("without a search for what turns the answer all figures are the same", "[alternatives]") {
    const Results results = compared(kTwoWays);
    const auto quick = compare(results.comparison, results.demand, {.seeks_flips = false});
    REQUIRE(quick);
    CHECK_FALSE(quick->were_flips_sought);
    CHECK(quick->flips.empty());
    CHECK(quick->outcomes[0].figures.npv == results.outcomes[0].figures.npv);
    CHECK(quick->ranking == results.ranking);
}

TEST_CASE("a comparison that is cancelled ends without an error that anybody must read", "[alternatives]") {
    const Results results = compared(kTwoWays);
    const auto none = compare(results.comparison, results.demand, {.is_cancelled = [] { return true; }});
    REQUIRE_FALSE(none);
    CHECK(none.error().empty());
}

TEST_CASE("counts that growth carries beyond 64 bits stop at their largest number", "[alternatives]") {
    Demand demand = demand_of(metered());
    constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
    demand.metered->periods.back().requests = {
        {.storage_class = "glacier", .kind = "upload", .count = kMost - 1}};
    const Demand grown = with_growth(demand, Rational{20, 100});
    CHECK(grown.metered->periods.back().requests.front().count == kMost);
}
