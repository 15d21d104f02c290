// Prices of lists put into a book.

#include "core/price_lists/book_shape.hpp"
#include "core/price_lists/price_timeline.hpp"
#include "core/pricing/day_text.hpp"
#include "tests/price_lists/list_samples.hpp"
#include "tests/support/catch.hpp"

using namespace firn;
using pricing::PricePeriod;

namespace {

Instant day(const char* text) { return *parse_rfc3339(text); }

PricePeriod period(const char* from, const char* until, const char* price) {
    return {.from = day(from),
            .until = std::string_view{until} == "open" ? pricing::open_end() : day(until),
            .bands = {{.price = UnitPrice{*parse_decimal(price)}}}};
}

/// "2016-12-01 0.004, 2021-12-01 0.0036" and "until 2026-01-01" where the last has an end.
std::string drawn(const std::vector<PricePeriod>& periods) {
    std::string text;
    for (const PricePeriod& one : periods) {
        text += (text.empty() ? "" : ", ") + to_text(one.from).substr(0, 10) + " " +
                format_decimal(one.bands.front().price.per_unit());
    }
    return text + (periods.back().until == pricing::open_end()
                       ? ""
                       : " until " + to_text(periods.back().until).substr(0, 10));
}

std::string overlaid(std::vector<PricePeriod> periods, const PricePeriod& piece) {
    price_lists::overlay(periods, piece);
    return drawn(periods);
}

test::SampleList storage_list(std::string published, std::string effective, std::string price) {
    return {.published = published + "T00:00:00Z",
            .version = "1",
            .rows = {{.sku = "FLEX",
                      .usage_type = "USE2-TimedStorage-GlacierByteHrs",
                      .price = std::move(price),
                      .effective = std::move(effective)}}};
}

price_lists::ImportedBook imported(const test::SampleList& list, const pricing::PriceBook* onto) {
    const auto found = test::found_in(list);
    auto book = price_lists::import_prices(found.prices.regions, onto);
    if (!book) throw std::runtime_error(to_text(book.error()));
    return std::move(book).value();
}

}  // namespace

TEST_CASE("a changed price ends the one before on the day it begins", "[price_lists]") {
    CHECK(overlaid({period("2016-12-01", "open", "0.004")}, period("2021-12-01", "open", "0.0036")) ==
          "2016-12-01 0.004, 2021-12-01 0.0036");
}

TEST_CASE("an unchanged price stays one period", "[price_lists]") {
    CHECK(overlaid({period("2016-12-01", "open", "0.004")}, period("2021-12-01", "open", "0.004")) ==
          "2016-12-01 0.004");
    CHECK(overlaid({period("2016-12-01", "2022-01-01", "0.004")}, period("2021-12-01", "open", "0.004")) ==
          "2016-12-01 0.004");
}

TEST_CASE("a price of an older list ends where the book knows more", "[price_lists]") {
    CHECK(overlaid({period("2016-12-01", "open", "0.004")}, period("2018-01-01", "2018-04-05", "0.005")) ==
          "2016-12-01 0.004, 2018-01-01 0.005, 2018-04-05 0.004");
}

TEST_CASE("the time between two known prices is held at the first, and says so", "[price_lists]") {
    std::vector<PricePeriod> periods{period("2016-12-01", "2018-01-01", "0.004")};
    price_lists::overlay(periods, period("2021-12-01", "open", "0.0036"));
    CHECK(drawn(periods) == "2016-12-01 0.004, 2018-01-01 0.004, 2021-12-01 0.0036");
    CHECK_FALSE(periods[1].evidence.doubt.empty());
}

TEST_CASE("a price that begins before all others comes first", "[price_lists]") {
    CHECK(overlaid({period("2021-12-01", "open", "0.0036")}, period("2019-01-01", "2021-12-01", "0.004")) ==
          "2019-01-01 0.004, 2021-12-01 0.0036");
}

TEST_CASE("a piece of the past leaves the periods around it as they are", "[price_lists]") {
    const std::vector<PricePeriod> known{period("2012-08-01", "2016-12-01", "0.01"),
                                         period("2016-12-01", "2021-12-01", "0.004"),
                                         period("2021-12-01", "open", "0.0036")};
    CHECK(overlaid(known, period("2018-03-01", "2018-04-05", "0.004")) ==
          "2012-08-01 0.01, 2016-12-01 0.004, 2021-12-01 0.0036");
    CHECK(overlaid(known, period("2018-03-01", "2018-04-05", "0.005")) ==
          "2012-08-01 0.01, 2016-12-01 0.004, 2018-03-01 0.005, 2018-04-05 0.004, 2021-12-01 0.0036");
}

TEST_CASE("a piece before all that is known is held until it begins, and says so", "[price_lists]") {
    std::vector<PricePeriod> periods{period("2021-12-01", "open", "0.0036")};
    price_lists::overlay(periods, period("2018-03-01", "2018-04-05", "0.004"));
    CHECK(drawn(periods) == "2018-03-01 0.004, 2018-04-05 0.004, 2021-12-01 0.0036");
    CHECK(periods.front().evidence.doubt.empty());
    CHECK_FALSE(periods[1].evidence.doubt.empty());
}

TEST_CASE("several older periods give way to one price", "[price_lists]") {
    CHECK(overlaid({period("2016-12-01", "2018-01-01", "0.004"), period("2018-01-01", "2019-01-01", "0.005"),
                    period("2019-01-01", "open", "0.006")},
                   period("2017-01-01", "open", "0.007")) == "2016-12-01 0.004, 2017-01-01 0.007");
}

TEST_CASE("importing a list twice changes nothing the second time", "[price_lists]") {
    const auto list = storage_list("2026-09-18", "2026-03-01", "0.0036");
    const auto once = imported(list, nullptr);
    const auto twice = imported(list, &once.book);
    REQUIRE(twice.book.tariffs.front().periods.size() == 1);
    CHECK(twice.book.tariffs.front().periods.front().evidence.sources.size() == 1);
    CHECK(twice.book.sources.size() == 1);
}

TEST_CASE("two editions of a list make a history, whichever comes first", "[price_lists]") {
    const auto old_list = storage_list("2021-05-15", "2021-05-01", "0.004");
    const auto new_list = storage_list("2026-09-18", "2021-12-01", "0.0036");
    const auto first = imported(old_list, nullptr);
    CHECK(drawn(imported(new_list, &first.book).book.tariffs.front().periods) ==
          "2021-05-01 0.004, 2021-12-01 0.0036");
    std::vector<price_lists::PriceList> lists{test::list_of(test::csv_of(new_list)),
                                              test::list_of(test::csv_of(old_list))};
    const auto found = price_lists::find_prices(lists);
    const auto both = price_lists::import_prices(found.regions, nullptr);
    REQUIRE(both);
    CHECK(drawn(both->book.tariffs.front().periods) == "2021-05-01 0.004, 2021-12-01 0.0036");
    CHECK(both->book.verified_until == "2026-09-18");
}

TEST_CASE("each number names its SKU and the list with its day", "[price_lists]") {
    const auto book = imported(storage_list("2026-09-18", "2026-03-01", "0.0036"), nullptr).book;
    CHECK(book.tariffs.front().periods.front().evidence.sku == "FLEX");
    REQUIRE(book.sources.size() == 1);
    CHECK(book.sources.front().date == "2026-09-18");
    CHECK(book.sources.front().address.find("/offers/v1.0/aws/AmazonS3/1/us-east-2/index.json") !=
          std::string::npos);
}

TEST_CASE("charges at another charge's rate follow it", "[price_lists]") {
    const auto book = imported(storage_list("2026-09-18", "2026-03-01", "0.0036"), nullptr).book;
    // Storage, and the 32 KiB of each archive at its rate; the 8 KiB have no rate without Standard storage.
    REQUIRE(book.tariffs.size() == 2);
    CHECK(book.tariffs[1].charge == usage::ChargeType::overhead);
    CHECK(book.tariffs[1].rate_of == 0U);
    CHECK(drawn(book.tariffs[1].periods) == "2026-03-01 0.0036");
}

TEST_CASE("a first range without a price is a free amount", "[price_lists]") {
    const auto row = [](std::string begin, std::string end, std::string price) {
        return test::SampleRow{.sku = "OUT",
                               .usage_type = "USE2-DataTransfer-Out-Bytes",
                               .unit = "GB",
                               .price = std::move(price),
                               .begin = std::move(begin),
                               .end = std::move(end),
                               .transfer_type = "AWS Outbound",
                               .to_location = "External"};
    };
    const auto book =
        imported({.offer = "AWSDataTransfer",
                  .rows = {row("0", "1", "0"), row("1", "10240", "0.09"), row("10240", "Inf", "0.085")}},
                 nullptr)
            .book;
    const auto& prices = book.tariffs.front().periods.front();
    CHECK(prices.free == Rational{1});
    REQUIRE(prices.bands.size() == 2);
    CHECK(prices.bands.front().up_to == Rational{10240});
}

TEST_CASE("regions of which only transfer is listed are not made when storage is", "[price_lists]") {
    auto transfer = test::SampleList{.offer = "AWSDataTransfer",
                                     .rows = {{.sku = "OUT",
                                               .usage_type = "EU-DataTransfer-Out-Bytes",
                                               .unit = "GB",
                                               .price = "0.09",
                                               .location = "EU (Ireland)",
                                               .transfer_type = "AWS Outbound",
                                               .to_location = "External"}}};
    std::vector<price_lists::PriceList> lists{
        test::list_of(test::csv_of(transfer)),
        test::list_of(test::csv_of(storage_list("2026-09-18", "2026-03-01", "0.0036")))};
    const auto found = price_lists::find_prices(lists);
    REQUIRE(found.regions.size() == 1);
    CHECK(found.regions.front().region == "us-east-2");
}

TEST_CASE("a merge names each changed price with its time, the old and the new", "[price_lists]") {
    const auto before = imported(storage_list("2026-09-18", "2026-03-01", "0.0036"), nullptr);
    const auto after = imported(storage_list("2026-11-11", "2026-10-01", "0.0040"), &before.book);
    REQUIRE(after.changes.size() == 1);
    const auto& change = after.changes.front();
    CHECK(change.charge_text() == "storage (flexible)");
    CHECK(pricing::day_text(change.from) == "2026-10-01");
    CHECK(change.until == pricing::open_end());
    CHECK(change.before_text() == "0.0036");
    CHECK(change.after_text() == "0.004");
    // The book was checked until 2026-09-18: the new price begins later.
    CHECK_FALSE(change.contradicts_checked);
    CHECK(after.notes.empty());
}

TEST_CASE("a list with another price for time that the book had checked is told of", "[price_lists]") {
    const auto before = imported(storage_list("2026-09-18", "2026-03-01", "0.0036"), nullptr);
    const auto after = imported(storage_list("2026-11-11", "2026-03-01", "0.0040"), &before.book);
    REQUIRE(after.notes.size() == 1);
    CHECK(after.notes.front().code == "list-contradicts-book");
    CHECK(after.notes.front().what.find("0.0036") != std::string::npos);
    CHECK(after.notes.front().what.find("2026-09-18") != std::string::npos);
}

TEST_CASE("a list as new as the last list of its service holds on, whenever the book was checked",
          "[price_lists]") {
    auto before = imported(storage_list("2026-09-11", "2026-03-01", "0.0036"), nullptr);
    before.book.verified_until = "2026-09-18";
    const auto after = imported(storage_list("2026-09-15", "2026-09-12", "0.0040"), &before.book);
    CHECK(drawn(after.book.tariffs.front().periods) == "2026-03-01 0.0036, 2026-09-12 0.004");
    CHECK(after.book.verified_until == "2026-09-18");
}

TEST_CASE("behind another price of an older list the book's price begins on a day that is not certain",
          "[price_lists]") {
    auto before = imported(storage_list("2026-09-18", "2017-01-01", "0.0036"), nullptr);
    const auto after = imported(storage_list("2018-04-04", "2018-03-01", "0.0040"), &before.book);
    const auto& periods = after.book.tariffs.front().periods;
    REQUIRE(drawn(periods) == "2017-01-01 0.0036, 2018-03-01 0.004, 2018-04-05 0.0036");
    CHECK(periods[0].evidence.doubt.empty());
    CHECK_FALSE(periods[2].evidence.doubt.empty());
}
