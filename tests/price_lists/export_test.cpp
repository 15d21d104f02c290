// What is written reads back: books as YAML, and the prices of a day as the vendor's lists.

#include "core/io/read_text_file.hpp"
#include "core/price_lists/book_shape.hpp"
#include "core/price_lists/list_writer.hpp"
#include "core/price_lists/rules.hpp"
#include "core/pricing/price_differences.hpp"
#include "core/yaml/price_book_reader.hpp"
#include "core/yaml/price_book_writer.hpp"
#include "tests/price_lists/book_equality.hpp"
#include "tests/price_lists/list_samples.hpp"
#include "tests/support/catch.hpp"

#include <rapidcheck.h>

#include <filesystem>
#include <set>

using namespace firn;

namespace {

namespace fs = std::filesystem;
using pricing::PriceBook;

PriceBook book_of(const std::string& file, const std::string& text) {
    auto book = yaml::read_price_book(file, text);
    if (!book) throw std::runtime_error(to_text(book.error()));
    return std::move(book).value();
}

std::vector<PriceBook> shipped_books() {
    std::vector<PriceBook> books;
    for (const std::string name : {"aws-glacier", "aws-s3-glacier"}) {
        for (const auto& entry :
             fs::directory_iterator{fs::path{FIRN_SOURCE_DIR} / "scenarios/price_books" / name}) {
            const auto text = io::read_text_file(entry.path().string());
            books.push_back(book_of(entry.path().string(), text.value()));
        }
    }
    return books;
}

using Writer = std::string (*)(const price_lists::ListedRows&, std::string_view);

/// The book that the lists of a day make; of no lists, one without charges.
PriceBook reimported(const price_lists::ListedRows& rows, Writer write) {
    if (rows.rows.empty()) return {.region = rows.region};
    std::vector<price_lists::PriceList> lists;
    for (const std::string& offer : rows.offers())
        lists.push_back(test::list_of(write(rows, offer)));
    const auto found = price_lists::find_prices(lists);
    if (has_errors(found.notes)) throw std::runtime_error(to_text(found.notes));
    auto imported = price_lists::import_prices(found.regions, nullptr);
    if (!imported) throw std::runtime_error(to_text(imported.error()));
    return std::move(imported->book);
}

/// The charges that were not left out, and have prices on that day.
PriceBook exported_part(const PriceBook& book, Instant day) {
    PriceBook part = book;
    const std::vector<std::string> left_out = price_lists::listed_rows(book, day).left_out;
    std::erase_if(part.tariffs, [&](const pricing::Tariff& tariff) {
        PriceBook alone = book;
        alone.tariffs = {tariff};
        // Listing is not imported for classes of which nothing else is listed.
        return tariff.rate_of.has_value() || tariff.kind == "list" ||
               !price_lists::listed_rows(alone, day).left_out.empty();
    });
    return part;
}

void check_same_prices(const PriceBook& book, Instant day, Writer write) {
    const auto rows = price_lists::listed_rows(book, day);
    const PriceBook back = reimported(rows, write);
    const auto differences = pricing::price_differences(exported_part(book, day), day, back, day);
    INFO(book.name << " " << book.region << " on " << to_text(day));
    CHECK(differences.count(pricing::PriceChange::changed) == 0);
    CHECK(differences.count(pricing::PriceChange::gone) == 0);
    CHECK(differences.free.empty());
    CHECK(back.region == book.region);
}

Rational random_price() { return Rational{*rc::gen::inRange(0, 100000), 1000000}; }

/// One to three bands; a first one without a price would be a free amount.
std::vector<pricing::Band> random_bands() {
    std::vector<pricing::Band> bands;
    const int count = *rc::gen::inRange(1, 4);
    for (int i = 1; i <= count; ++i) {
        pricing::Band band{.price = UnitPrice{Rational{random_price() + Rational{1, 1000000}}}};
        if (i < count) band.up_to = Rational{i * 1024 + *rc::gen::inRange(0, 1000)};
        bands.push_back(std::move(band));
    }
    return bands;
}

/// Each charge that lists sell, with random prices from a random day of 2020 to 2025.
PriceBook random_book() {
    const std::string name = *rc::gen::element<std::string>("aws-glacier", "aws-s3-glacier");
    PriceBook book = price_lists::book_shape(name, "eu-west-1");
    book.currency = "USD";
    book.verified_until = "2026-09-18";
    book.usage_type_prefix = "EU-";
    book.sources = {{"list", "A list", "https://example.org", "2026-09-18"}};
    for (pricing::Tariff& tariff : book.tariffs) {
        if (tariff.rate_of || tariff.kind == "list") continue;
        const Instant from = *parse_rfc3339("2020-01-01") + std::chrono::days{*rc::gen::inRange(0, 2000)};
        const int free = tariff.unit == pricing::BillingUnit::gb ? *rc::gen::inRange(0, 200) : 0;
        tariff.periods = {{.from = from,
                           .until = pricing::open_end(),
                           .bands = random_bands(),
                           .free = Rational{free},
                           .evidence = {.sources = {0}}}};
    }
    price_lists::settle(book);
    return book;
}

}  // namespace

TEST_CASE("each shipped book reads back as it is when it is written as YAML", "[price_lists]") {
    for (const PriceBook& book : shipped_books()) {
        INFO(book.name << " " << book.region);
        CHECK(test::difference_of(
                  book, book_of("written.yaml", yaml::price_book_text(book, "As it is.\nWritten."))) == "");
    }
}

TEST_CASE("a price without a decimal, a band by the odd byte and a name with a quote read back",
          "[price_lists]") {
    PriceBook book = price_lists::book_shape("aws-s3-glacier", "eu-west-1");
    book.title = "A \"quoted\" title: with # and 'marks'";
    book.currency = "USD";
    book.verified_until = "2026-09-18";
    book.sources = {{"a list", "A list\ttab", "https://example.org/?a=b&c", "2026-09"}};
    book.tariffs.front().periods = {
        {.from = *parse_rfc3339("2026-01-01"),
         .until = pricing::open_end(),
         .bands = {{.up_to = Rational{1, 1024}, .price = UnitPrice{Rational{1, 3}}}, {.is_known = false}},
         .evidence = {.sources = {0}, .doubt = "null", .sku = "0123"}}};
    price_lists::settle(book);
    CHECK(test::difference_of(book, book_of("written.yaml", yaml::price_book_text(book))) == "");
}

TEST_CASE("the lists of a day give each shipped book's prices of that day, as JSON and as CSV",
          "[price_lists]") {
    for (const PriceBook& book : shipped_books()) {
        for (const char* day : {"2018-06-01", "2022-06-01", "2026-09-18"}) {
            const Instant instant = *parse_rfc3339(day);
            check_same_prices(book, instant, price_lists::bulk_json);
            check_same_prices(book, instant, price_lists::bulk_csv);
        }
    }
}

TEST_CASE("importing what was exported of any book gives its prices", "[price_lists][law]") {
    CHECK(rc::check([] {
        const PriceBook book = random_book();
        const Instant day = *parse_rfc3339("2026-09-18");
        const auto rows = price_lists::listed_rows(book, day);
        for (const Writer write : {&price_lists::bulk_json, &price_lists::bulk_csv}) {
            const PriceBook back = reimported(rows, write);
            const auto differences = pricing::price_differences(exported_part(book, day), day, back, day);
            RC_ASSERT(differences.count(pricing::PriceChange::changed) == 0U);
            RC_ASSERT(differences.count(pricing::PriceChange::gone) == 0U);
            RC_ASSERT(differences.count(pricing::PriceChange::same) > 0U);
            RC_ASSERT(differences.free.empty());
        }
        RC_ASSERT(test::difference_of(book, book_of("written.yaml", yaml::price_book_text(book))).empty());
    }));
}

TEST_CASE("what is exported names the SKU that the book knows", "[price_lists]") {
    const auto books = shipped_books();
    const auto ohio = std::find_if(books.begin(), books.end(), [](const PriceBook& book) {
        return book.name == "aws-s3-glacier" && book.region == "us-east-1";
    });
    REQUIRE(ohio != books.end());
    const auto rows = price_lists::listed_rows(*ohio, *parse_rfc3339("2026-09-18"));
    std::set<std::string> skus;
    for (const auto& row : rows.rows)
        skus.insert(row.sku);
    CHECK(skus.count("ZGASJWMFVH7NM8RK") == 1);
    // Capacity and deletions are in no list.
    CHECK(std::find(rows.left_out.begin(), rows.left_out.end(), "capacity") != rows.left_out.end());
}
