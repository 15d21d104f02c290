#include "core/yaml/price_book_reader.hpp"
#include "core/io/read_text_file.hpp"
#include "tests/support/catch.hpp"

#include <string>
#include <utility>

using namespace firn;
using namespace firn::yaml;

namespace {

const std::string kHead = R"(price_book: test
title: T
region: us-east-1
currency: USD
gb: 1 GiB
month: real-hours
verified_until: 2013-12-31
sources: {a: {title: A, address: "http://a.example", date: 2013-01}}
classes: {glacier: {overhead: 32 KiB, minimum_duration: 90 days}}
charges:
)";

/// A book whose only charge is storage with these periods, from line 16 on.
std::string storage_with(const std::string& periods) {
    return kHead +
           "  - charge: storage\n    class: glacier\n    unit: GB-Mo\n    usage_type: T\n    periods:\n" +
           periods;
}

std::string faults_of(const std::string& text) {
    const auto book = read_price_book("book.yaml", text);
    REQUIRE_FALSE(book);
    std::string faults;
    for (const Diagnostic& fault : book.error()) {
        faults += (faults.empty() ? "" : ", ") + fault.code + " at " + std::to_string(fault.where.line) +
                  ":" + std::to_string(fault.where.column);
    }
    return faults;
}

pricing::PriceBook read(const std::string& text) {
    auto book = read_price_book("book.yaml", text);
    INFO((book ? std::string{} : to_text(book.error())));
    REQUIRE(book);
    return std::move(book).value();
}

pricing::PriceBook shipped(const std::string& region) {
    const std::string path =
        std::string{FIRN_SOURCE_DIR} + "/scenarios/price_books/aws-glacier/" + region + ".yaml";
    auto text = io::read_text_file(path);
    REQUIRE(text);
    return read(*text);
}

}  // namespace

TEST_CASE("a price is read with its validity, its source and its doubt", "[yaml]") {
    const auto book =
        read(storage_with("      - {from: 2013-01-01, until: 2013-06-01, price: 0.010, sources: [a], "
                          "confirmed: false, reason: R}\n"));
    const pricing::Tariff& tariff = book.tariffs.at(0);
    CHECK(tariff.charge == pricing::ChargeType::storage);
    CHECK(tariff.unit == pricing::BillingUnit::gb_month);
    const pricing::PricePeriod& period = tariff.periods.at(0);
    CHECK(to_text(period.from) == "2013-01-01T00:00:00Z");
    CHECK(to_text(period.until) == "2013-06-01T00:00:00Z");
    CHECK(to_text(period.bands.at(0).price) == "0.010");
    CHECK(period.evidence.sources == std::vector<std::size_t>{0});
    CHECK(period.evidence.doubt == "R");
    CHECK(period.where == SourceLocation{"book.yaml", 16, 9});
    CHECK(book.sources.at(0).address == "http://a.example");
    CHECK(book.fingerprint.size() == 16);
}

TEST_CASE("bounds and free amounts are kept in the book's GB", "[yaml]") {
    const auto book =
        read(storage_with("      - {from: 2013-01-01, until: 2013-06-01, free: 1 GiB, sources: [a],\n"
                          "         bands: [{up_to: 10 TiB, price: 0.12}, {price: 0.09}]}\n"));
    const pricing::PricePeriod& period = book.tariffs.at(0).periods.at(0);
    CHECK(period.free == 1);
    CHECK(period.bands.at(0).up_to == Rational{10240});
    CHECK_FALSE(period.bands.at(1).up_to);
}

TEST_CASE("what is wrong with a price is named with its place", "[yaml]") {
    const std::string good = "      - {from: 2013-01-01, until: 2013-06-01, price: 1, sources: [a]}\n";
    const auto [periods, faults] = GENERATE_COPY(table<std::string, std::string>({
        {"      - {from: 2013-01-01, until: 2013-06-01, price: -1, sources: [a]}\n",
         "number-negative at 16:54"},
        {"      - {from: 2013-01-01, until: 2013-06-01, price: 0,010, sources: [a]}\n",
         "key-unknown at 16:56"},
        {"      - {from: 2013-01-01, until: 2013-06-01, price: 1, sources: [b]}\n",
         "source-unknown at 16:67"},
        {"      - {from: 2013-01-01, until: 2013-06-01, price: 1}\n", "key-missing at 16:9"},
        {"      - {from: 2013-02-30, until: 2013-06-01, price: 1, sources: [a]}\n",
         "date-malformed at 16:16"},
        {"      - {from: 2013-02, until: 2013-06-01, price: 1, sources: [a]}\n", "date-malformed at 16:16"},
        {"      - {from: 2013-06-01, until: 2013-06-01, price: 1, sources: [a]}\n", "period-empty at 16:9"},
        {"      - {from: 2013-01-01, until: 2013-06-01, sources: [a]}\n", "key-missing at 16:9"},
        {"      - {from: 2013-01-01, until: 2013-06-01, bands: [], sources: [a]}\n", "bands-empty at 16:9"},
        {"      - {from: 2013-01-01, until: 2013-06-01, sources: [a], bands: [{up_to: 2 GiB, price: 1}, "
         "{up_to: 1 "
         "GiB, price: 1}, {price: 1}]}\n",
         "band-out-of-order at 16:9"},
        {"      - {from: 2013-01-01, until: 2013-06-01, sources: [a], bands: [{up_to: 2 GiB, price: 1}]}\n",
         "band-without-end at 16:9"},
        {"      - {from: 2013-01-01, until: 2013-06-01, sources: [a], bands: [{price: 1}, {price: 1}]}\n",
         "band-without-end at 16:9"},
        {good + "      - {from: 2013-05-31, until: 2013-07-01, price: 1, sources: [a]}\n",
         "period-overlap at 17:9"},
        {good + "      - {from: 2013-06-02, until: 2013-07-01, price: 1, sources: [a]}\n",
         "period-hole at 17:9"},
        {"      - {from: 2013-01-01, until: 2013-06-01, price: 1, sources: [a], confirmed: false}\n",
         "key-missing at 16:9"},
        {"      - {from: 2013-01-01, until: 2013-06-01, price: 1, sources: [a], reason: R}\n",
         "entries-contradict at 16:79"},
        {good + "  - {charge: storage, class: glacier, unit: GB-Mo, usage_type: T, periods: []}\n",
         "tariff-repeated at 17:5"},
        {good + "  - {charge: storage, class: ice, unit: GB-Mo, usage_type: T, periods: []}\n",
         "class-unknown at 17:5"},
        {good + "  - {charge: storge, class: glacier, unit: GB-Mo, usage_type: T, periods: []}\n",
         "charge-type-unknown at 17:14"},
        {good + "  - {charge: copy, class: glacier, unit: GB, usage_type: T, periods: [], peak_fee: "
                "{allowance: 5, "
                "job_hours: 25}}\n",
         "unit-missing at 17:96, hours-out-of-range at 17:110"},
    }));
    CAPTURE(periods);
    CHECK(faults_of(storage_with(periods)) == faults);
}

TEST_CASE("a book without a price is refused", "[yaml]") {
    CHECK(faults_of(kHead + "  []\n") == "price-book-empty at 1:1");
}

TEST_CASE("every shipped book is whole: each price has a source, each source is used", "[yaml]") {
    const std::string region = GENERATE("us-east-1", "us-west-1", "us-west-2", "eu-west-1", "eu-central-1",
                                        "ap-northeast-1", "ap-southeast-2");
    const auto book = shipped(region);
    CHECK(book.region == region);
    CHECK(book.gb == Bytes::from_gib(1));
    std::vector<bool> is_used(book.sources.size());
    for (const pricing::Tariff& tariff : book.tariffs) {
        for (const pricing::PricePeriod& period : tariff.periods) {
            CHECK_FALSE(period.evidence.sources.empty());
            for (const std::size_t source : period.evidence.sources)
                is_used.at(source) = true;
        }
    }
    CHECK(is_used == std::vector<bool>(book.sources.size(), true));
}
