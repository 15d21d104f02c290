#include "core/report/price_book_report.hpp"
#include "core/report/price_book_json.hpp"
#include "core/report/price_catalogue.hpp"
#include "core/yaml/price_book_reader.hpp"
#include "tests/support/catch.hpp"

#include <utility>

using namespace firn;
using namespace firn::report;

namespace {

/// A closed book with a band of unknown price, a charge at another's rate and a price with a name.
pricing::PriceBook small_book(const std::string& region = "north-1") {
    auto book = yaml::read_price_book("book.yaml", R"(
price_book: cold
title: A cold service
region: )" + region + R"(
currency: EUR
gb: 1 GB
month: real-hours
verified_until: 2020-06-30
closed_to_new_customers: 2021-01-01
usage_type_prefix: "N1-"
sources:
  list: {title: A list, address: "https://example.org", date: 2020}
  old: {title: An old list, address: "https://example.org/old", date: 2019-03}
classes:
  ice: {overhead: 32 KiB, minimum_duration: 90 days}
charges:
  - charge: storage
    class: ice
    unit: GB-Mo
    usage_type: Ice-Hours
    operations: [PutIce, CopyIce]
    periods:
      - {from: 2019-01-01, until: 2020-01-01, price: 0.02, sources: [old], confirmed: false, reason: it is old}
      - from: 2020-01-01
        bands: [{up_to: 10 GB, price: 0.01}, {unknown: true}]
        sku: ABC
        sources: [list]
  - {charge: copy, class: ice, unit: GB-Mo, usage_type: Ice-Copy, rate_of: {charge: storage, class: ice}}
)");
    INFO((book ? std::string{} : to_text(book.error())));
    REQUIRE(book);
    return std::move(book).value();
}

}  // namespace

TEST_CASE("the catalogue counts a book's regions and says when it was closed", "[report]") {
    const std::vector<pricing::PriceBook> books{small_book("north-1"), small_book("south-1")};
    CHECK(catalogue_sentences(books) ==
          std::vector<std::string>{
              "cold: A cold service, 2 regions, closed to new customers from 2021-01-01."});
    const Table table = catalogue_table(books);
    REQUIRE(table.rows.size() == 2);
    CHECK(table.rows[1] ==
          std::vector<std::string>{"cold", "south-1", "2019-01-01", "open", "2020-06-30", "EUR"});
}

TEST_CASE("a book's sentence tells that later days are held flat", "[report]") {
    const auto book = small_book();
    CHECK(price_book_sentence({book}) ==
          "cold in north-1 (A cold service), from 2019-01-01 on, in EUR; a GB is 1,000,000,000 bytes, a "
          "month its "
          "real hours; verified until 2020-06-30, later days are held flat; closed to new customers from "
          "2021-01-01.");
}

TEST_CASE("a band of unknown price is shown as such, a charge at another's rate by its name", "[report]") {
    const auto book = small_book();
    const Table table = prices_table({book, parse_rfc3339("2020-05-01")});
    REQUIRE(table.rows.size() == 3);
    CHECK(table.rows[0] == std::vector<std::string>{"storage", "ice", "", "GB-Mo", "2020-01-01", "open",
                                                    "first 10", "0.010", "", "yes", "list"});
    CHECK(table.rows[1].at(6) == "above 10");
    CHECK(table.rows[1].at(7) == "unknown");
    CHECK(table.rows[2].at(7) == "as storage (ice)");
}

TEST_CASE("before a charge is sold it is not shown, whosever rate it has", "[report]") {
    const auto book = small_book();
    CHECK(prices_table({book, parse_rfc3339("2018-05-01")}).rows.empty());
}

TEST_CASE("programs get each band with usage type, operations and SKU", "[report]") {
    const auto book = small_book();
    const Table table = prices_for_programs({book, parse_rfc3339("2020-05-01")});
    REQUIRE(table.rows.size() == 4);  // two bands of storage, the same two of the copy
    CHECK(table.rows[0] == std::vector<std::string>{"storage", "ice", "", "", "GB-Mo", "N1-Ice-Hours",
                                                    "PutIce, CopyIce", "2020-01-01", "", "0", "10", "0.010",
                                                    "0", "yes", "", "ABC", "list"});
    CHECK(table.rows[1].at(11).empty());
    CHECK(table.rows[2].at(5) == "N1-Ice-Copy");
}

TEST_CASE("only the sources and doubts of what is shown are told, each doubt once", "[report]") {
    const auto book = small_book();
    const auto today = sources_of({book, parse_rfc3339("2020-05-01")});
    REQUIRE(today.size() == 1);
    CHECK(today.front()->id == "list");
    CHECK(doubts_of({book, parse_rfc3339("2020-05-01")}).empty());
    CHECK(doubts_of({book}) == std::vector<std::string>{"storage (ice): it is old."});
}

TEST_CASE("JSON has null for an end that is open and for a price that is unknown", "[report]") {
    const auto book = small_book();
    const Json json = Json::parse(price_book_json({book, parse_rfc3339("2020-05-01")}));
    CHECK(json.at("until").is_null());
    CHECK(json.at("closed_to_new_customers") == "2021-01-01");
    const Json& storage = json.at("charges").at(0).at("periods").at(0);
    CHECK(storage.at("sku") == "ABC");
    CHECK(storage.at("until").is_null());
    CHECK(storage.at("bands").at(1).at("price").is_null());
    CHECK(json.at("charges").at(1).at("rate_of").at("charge") == "storage");
}
