// What the price books say at the ends of each era, as docs/price-books.md tells it.
#include "tests/pricing/shipped_books.hpp"

using namespace firn;
using namespace firn::pricing;

namespace {

/// A price before and after the day on which it changed.
struct Change {
    ChargeName charge;
    std::string last_day;
    std::string before;
    std::string first_day;
    std::string after;
};

void check_changes(const PriceBook& book, const std::vector<Change>& changes) {
    for (const Change& change : changes) {
        CHECK(price_on(book, change.charge, change.last_day) == *parse_decimal(change.before));
        CHECK(price_on(book, change.charge, change.first_day) == *parse_decimal(change.after));
    }
}

/// The free amount of a charge on a day, in billing units.
Rational free_on(const PriceBook& book, const ChargeName& name, const std::string& day) {
    const Tariff* tariff = find_tariff(book, name);
    REQUIRE(tariff != nullptr);
    return period_on(*tariff, day).free;
}

bool is_sold_on(const PriceBook& book, const ChargeName& name, const std::string& day) {
    const Tariff* tariff = find_tariff(book, name);
    const Instant instant = *parse_rfc3339(day);
    return tariff != nullptr &&
           std::any_of(tariff->periods.begin(), tariff->periods.end(),
                       [&](const auto& p) { return p.from <= instant && instant < p.until; });
}

}  // namespace

TEST_CASE("vaults of us-east-1 change their prices on the days of the eras", "[pricing]") {
    check_changes(shipped_book("us-east-1"),
                  {{{"storage", "glacier"}, "2015-08-31", "0.010", "2015-09-01", "0.007"},
                   {{"storage", "glacier"}, "2016-11-30", "0.007", "2016-12-01", "0.004"},
                   {{"storage", "glacier"}, "2021-11-30", "0.004", "2021-12-01", "0.0036"},
                   {{"early_deletion", "glacier"}, "2021-11-30", "0.004", "2021-12-01", "0.0036"},
                   {{"requests", "glacier", "upload"}, "2021-02-28", "0.00005", "2021-03-01", "0.00003"},
                   {{"transfer_out"}, "2014-11-30", "0.12", "2014-12-01", "0.09"},
                   {{"retrieval", "glacier", "", "standard"}, "2016-11-21", "0.01", "2026-09-18", "0.01"},
                   {{"retrieval_requests", "glacier", "retrieval", "expedited"},
                    "2016-11-21",
                    "0.01",
                    "2026-09-18",
                    "0.01"}});
}

TEST_CASE("S3's classes in us-east-1 change their prices on the days of the eras", "[pricing]") {
    check_changes(shipped_book("us-east-1", "aws-s3-glacier"),
                  {{{"storage", "flexible"}, "2015-08-31", "0.010", "2015-09-01", "0.007"},
                   {{"storage", "flexible"}, "2016-11-30", "0.007", "2016-12-01", "0.004"},
                   {{"storage", "flexible"}, "2021-11-30", "0.004", "2021-12-01", "0.0036"},
                   {{"storage", "standard"}, "2013-12-31", "0.095", "2014-04-01", "0.03"},
                   {{"storage", "standard"}, "2016-11-30", "0.03", "2016-12-01", "0.023"},
                   {{"requests", "standard", "put"}, "2013-03-31", "0.00001", "2013-04-01", "0.000005"},
                   {{"requests", "standard", "get"}, "2013-03-31", "0.000001", "2013-04-01", "0.0000004"},
                   {{"requests", "flexible", "lifecycle"}, "2021-02-28", "0.00005", "2021-03-01", "0.00003"},
                   {{"retrieval", "flexible", "", "bulk"}, "2021-11-29", "0.0025", "2021-11-30", "0"},
                   {{"retrieval_requests", "flexible", "retrieval", "bulk"},
                    "2021-11-29",
                    "0.000025",
                    "2021-11-30",
                    "0"}});
}

TEST_CASE("classes and tiers are sold from the days on which they began", "[pricing]") {
    const PriceBook vaults = shipped_book("us-east-1");
    const PriceBook objects = shipped_book("us-east-1", "aws-s3-glacier");
    CHECK_FALSE(is_sold_on(vaults, {"storage", "glacier"}, "2012-08-19"));
    CHECK(is_sold_on(vaults, {"storage", "glacier"}, "2012-08-20"));
    CHECK_FALSE(is_sold_on(objects, {"storage", "flexible"}, "2012-11-12"));
    CHECK(is_sold_on(objects, {"storage", "flexible"}, "2012-11-13"));
    CHECK_FALSE(is_sold_on(objects, {"retrieval", "flexible", "", "bulk"}, "2016-11-20"));
    CHECK(is_sold_on(objects, {"retrieval", "flexible", "", "bulk"}, "2016-11-21"));
    CHECK(is_sold_on(objects, {"retrieval", "flexible"}, "2016-11-20"));  // the fee by the largest hour
    CHECK_FALSE(is_sold_on(objects, {"retrieval", "flexible"}, "2016-11-21"));
    CHECK_FALSE(is_sold_on(objects, {"storage", "deep_archive"}, "2019-03-26"));
    CHECK(is_sold_on(objects, {"storage", "deep_archive"}, "2019-03-27"));
    CHECK_FALSE(is_sold_on(objects, {"storage", "instant"}, "2021-11-29"));
    CHECK(is_sold_on(objects, {"storage", "instant"}, "2021-11-30"));
}

TEST_CASE("free amounts: 10 GB of standard retrieval, 1 GB and later 100 GB of transfer out", "[pricing]") {
    const PriceBook vaults = shipped_book("us-east-1");
    const PriceBook objects = shipped_book("us-east-1", "aws-s3-glacier");
    CHECK(free_on(objects, {"retrieval", "flexible", "", "standard"}, "2021-11-29") == 10);
    CHECK(free_on(objects, {"retrieval", "flexible", "", "standard"}, "2021-11-30") == 0);
    CHECK(free_on(vaults, {"retrieval", "glacier", "", "standard"}, "2026-09-18") == 10);
    CHECK(free_on(objects, {"retrieval", "flexible", "", "bulk"}, "2017-01-01") == 0);
    CHECK(free_on(objects, {"transfer_out"}, "2021-11-30") == 1);
    CHECK(free_on(objects, {"transfer_out"}, "2021-12-01") == 100);
}

TEST_CASE("the cut of December 2021 is a tenth in every region of the vault book", "[pricing]") {
    for (const std::string& region : shipped_regions("aws-glacier")) {
        const PriceBook book = shipped_book(region);
        INFO(region);
        CHECK(price_on(book, {"storage", "glacier"}, "2021-12-01") ==
              Rational{price_on(book, {"storage", "glacier"}, "2021-11-30") * 9 / 10});
    }
}

TEST_CASE("regions that opened after November 2021 have no prices before 2026", "[pricing]") {
    const std::string region = GENERATE("ap-southeast-3", "il-central-1", "mx-central-1", "ca-west-1");
    const PriceBook book = shipped_book(region, "aws-s3-glacier");
    CHECK(begin_of(book) == *parse_rfc3339("2026-01-01"));
}
