#include "core/pricing/held_prices.hpp"

#include "tests/pricing/bill_of_text.hpp"

using namespace firn;
using namespace firn::pricing;

namespace {

Instant at(int year, unsigned month) {
    return BillingPeriod{std::chrono::year{year} / static_cast<int>(month)}.begin();
}

std::string storage_in(const std::string& month, Instant prices_of) {
    const auto usage = yaml::read_usage(
        "usage.yaml", month_of(month, "    storage: [{class: glacier, average: 100 GiB, archives: 0}]"));
    REQUIRE(usage);
    const auto bill = price(*usage, with_prices_of(shipped_book("us-east-1"), prices_of), {});
    INFO((bill ? std::string{} : to_text(bill.error())));
    REQUIRE(bill);
    return total_of(*bill);
}

}  // namespace

// 100 GB-Mo at 0.010 until August 2015 and at 0.007 from September on: 1.00 and 0.70.
TEST_CASE("prices held from 2012 bill a month of 2016 at 0.010", "[pricing]") {
    CHECK(storage_in("2016-03", at(2012, 11)) == "1.00");
}

TEST_CASE("prices of 2016 held bill a month of 2012 at 0.007", "[pricing]") {
    CHECK(storage_in("2012-11", at(2016, 3)) == "0.70");
}

TEST_CASE("held prices reach beyond the book", "[pricing]") {
    CHECK(storage_in("2030-01", at(2012, 11)) == "1.00");
}

TEST_CASE("a charge without a price at the instant has none in the held book", "[pricing]") {
    const PriceBook held = with_prices_of(shipped_book("us-east-1"), at(2000, 1));
    for (const Tariff& tariff : held.tariffs)
        CHECK(tariff.periods.empty());
}
