#include "core/io/whole_file.hpp"
#include "tests/price_lists/list_samples.hpp"
#include "tests/support/catch.hpp"

#include <string>

using namespace firn;
using test::list_of;
using test::refusal_of;

namespace {

const std::string kFolder = FIRN_SOURCE_DIR "/scenarios/";

test::SampleList sample() {
    return {.rows = {
                {.sku = "FLEX", .usage_type = "USE2-TimedStorage-GlacierByteHrs", .price = "0.0036000000"},
                {.sku = "STD",
                 .usage_type = "USE2-TimedStorage-ByteHrs",
                 .price = "0.0230000000",
                 .end = "51200"},
                {.sku = "STD",
                 .usage_type = "USE2-TimedStorage-ByteHrs",
                 .price = "0.0220000000",
                 .begin = "51200"},
                {.sku = "OTHER", .usage_type = "USE2-Monitoring", .unit = "Objects", .price = "1"},
            }};
}

price_lists::PriceList list_in_file(const std::string& name) {
    const auto file = io::WholeFile::read(kFolder + name);
    REQUIRE(file);
    auto read = price_lists::read_price_list(name, file->text(), file->readable());
    REQUIRE(read);
    return read->list;
}

void check_sample(const price_lists::PriceList& list) {
    REQUIRE(list.identities.size() == 1);
    CHECK(list.identities.front().offer == "AmazonS3");
    CHECK(list.identities.front().published == "2026-09-18");
    CHECK(list.products_seen == 3);
    CHECK(list.unused.size() == 1);
    REQUIRE(list.products.size() == 2);
    CHECK(list.products[0].sku == "FLEX");
    CHECK(list.products[0].region == "us-east-2");
    REQUIRE(list.products[1].prices.size() == 2);
    CHECK(list.products[1].prices[0].end == Rational{51200});
    CHECK(list.products[1].prices[1].price == *parse_decimal("0.022"));
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
    std::string text;
    for (const std::string& part : parts)
        text += (text.empty() ? "" : std::string{between}) + part;
    return text;
}

std::vector<std::string> packed_answers() {
    std::vector<std::string> packed;
    for (const std::string& answer : test::answers_of(sample()))
        packed.push_back(test::escaped(answer));
    return packed;
}

}  // namespace

TEST_CASE("the bulk file is read as CSV", "[price_lists]") { check_sample(list_of(test::csv_of(sample()))); }

TEST_CASE("line ends of other systems do not matter", "[price_lists]") {
    std::string text = test::csv_of(sample());
    for (std::size_t end = text.find('\n'); end != std::string::npos; end = text.find('\n', end + 2))
        text.insert(end, "\r");
    check_sample(list_of(text));
}

TEST_CASE("the bulk file is read as JSON", "[price_lists]") {
    check_sample(list_of(test::bulk_json_of(sample())));
}

TEST_CASE("answers of a query are read as an array of objects", "[price_lists]") {
    check_sample(list_of("[" + joined(test::answers_of(sample()), ",\n") + "]"));
}

TEST_CASE("answers of a query are read as an array of strings", "[price_lists]") {
    check_sample(list_of("[" + joined(packed_answers(), ",\n") + "]"));
}

TEST_CASE("answers of a query are read as the command prints them", "[price_lists]") {
    check_sample(
        list_of("{\"FormatVersion\": \"aws_v1\", \"PriceList\": [" + joined(packed_answers(), ",\n") + "]}"));
}

TEST_CASE("answers of a query are read one object a line", "[price_lists]") {
    check_sample(list_of(joined(test::answers_of(sample()), "\n") + "\n"));
}

TEST_CASE("answers of a query are read one string a line", "[price_lists]") {
    check_sample(list_of(joined(packed_answers(), "\n") + "\n"));
}

TEST_CASE("a page that names a next one says so", "[price_lists]") {
    const auto list =
        list_of("{\"PriceList\": [" + joined(packed_answers(), ",\n") + "], \"NextToken\": \"abc\"}");
    CHECK(list.goes_on);
}

TEST_CASE("terms may stand before the products", "[price_lists]") {
    std::string text = test::bulk_json_of(sample());
    const auto products = text.find("\"products\"");
    const auto terms = text.find("\"terms\"");
    const std::string products_text = text.substr(products, terms - products);
    const std::string terms_text = text.substr(terms, text.rfind('}') - terms);
    text = text.substr(0, products) + terms_text + ",\n" + products_text.substr(0, products_text.rfind(',')) +
           "}";
    check_sample(list_of(text));
}

TEST_CASE("a list of 2018 is read without disclaimer and with sep= on its first line", "[price_lists]") {
    const auto list = list_in_file("price_books/sources/AmazonS3-2018-04-04-eu-excerpt.csv");
    CHECK(list.identities.front().published == "2018-04-04");
    CHECK(list.identities.front().version == "20180404165311");
    // 01/03/2018 is the first of March: prices begin on the first of a month.
    CHECK(to_text(list.products.front().prices.front().effective) == "2018-03-01T00:00:00Z");
}

TEST_CASE("a query and the bulk file of one list say the same", "[price_lists]") {
    const auto query = list_in_file(
        "price_books/sources/AmazonS3GlacierDeepArchive-us-east-1-2026-09-11-query-excerpt.json");
    const auto bulk =
        list_in_file("price_lists/AmazonS3GlacierDeepArchive-us-east-1-2026-09-11-bulk-shape.json");
    CHECK(query.products_seen == 13);
    CHECK(bulk.products_seen == 13);
    REQUIRE(query.products.size() == bulk.products.size());
    for (std::size_t i = 0; i < query.products.size(); ++i) {
        CHECK(query.products[i].sku == bulk.products[i].sku);
        CHECK(query.products[i].prices.front().price == bulk.products[i].prices.front().price);
    }
}

TEST_CASE("a price has its place in the file", "[price_lists]") {
    const auto list = list_of(test::csv_of(sample()));
    CHECK(list.products[0].prices[0].where.line == 7);
}

TEST_CASE("a list that is cut off is refused wherever the cut is", "[price_lists]") {
    const std::string json = test::bulk_json_of(sample());
    for (std::size_t length = json.find('{') + 1; length + 2 < json.size(); ++length) {
        INFO(json.substr(0, length));
        CHECK_FALSE(test::read_text(json.substr(0, length)));
    }
}

TEST_CASE("a CSV list that is cut off within a row is refused", "[price_lists]") {
    const std::string csv = test::csv_of(sample());
    CHECK(refusal_of(csv.substr(0, csv.size() - 20)) == "list-cut-off");
}

TEST_CASE("bad lists are refused by what is wrong with them", "[price_lists]") {
    auto list = sample();
    const auto with = [&](auto change) {
        auto changed = sample();
        change(changed);
        const std::string csv = refusal_of(test::csv_of(changed));
        CHECK(refusal_of(test::bulk_json_of(changed)) == csv);
        return csv;
    };
    CHECK(with([](auto& l) { l.offer = "AmazonEC2"; }) == "list-offer-unknown");
    CHECK(with([](auto& l) { l.rows[0].price = "0,0036"; }) == "number-malformed");
    CHECK(with([](auto& l) { l.rows[0].price = "-0.0036"; }) == "number-negative");
    CHECK(with([](auto& l) {
              l.rows.push_back(l.rows[0]);
              l.rows.back().price = "0.004";
          }) == "list-two-prices");
    CHECK(with([](auto& l) { l.rows[2].begin = "51300"; }) == "list-band-hole");
    CHECK(with([](auto& l) { l.rows[2].begin = "51100"; }) == "list-band-overlap");
    CHECK(with([](auto& l) { l.rows[2].end = "512000"; }) == "list-band-hole");
    CHECK(with([](auto& l) { l.rows[0].currency = "CNY"; }) == "list-currencies");
    CHECK(with([](auto& l) { l.rows[0].effective = "soon"; }) == "date-malformed");
    CHECK(with([](auto& l) {
              l.published = "today";
              l.version = "1";
          }) == "list-undated");
    CHECK(with([](auto& l) { l.rows.erase(l.rows.begin(), l.rows.begin() + 3); }) == "list-not-ours");
}

TEST_CASE("texts that are no price lists are refused", "[price_lists]") {
    CHECK(refusal_of("a,b\n1,2\n") == "list-format-unknown");
    CHECK(refusal_of("{\"offers\": {}}") == "list-format-unknown");
    CHECK(refusal_of("[1, 2]") == "list-format-unknown");
    CHECK(refusal_of("{\"offerCode\": \"AmazonS3\", \"products\": []}") == "list-format-unknown");
    CHECK(refusal_of("{\"a\" 1}") == "json-malformed");
}

TEST_CASE("text between a closing quote and the comma is refused, in the last row too", "[price_lists]") {
    const std::string text = test::csv_of(
        {.rows = {{.sku = "S", .usage_type = "USE2-TimedStorage-GlacierByteHrs", .price = "0.0036"}}});
    std::string behind = text;
    // "0.0036" becomes "0.0036"9 in the only row.
    behind.insert(behind.rfind("\"0.0036\"") + std::string_view{"\"0.0036\""}.size(), "9");
    CHECK(test::refusal_of(text).empty());
    CHECK(test::refusal_of(behind) == "quote-not-closed");
    behind.erase(behind.size() - 1);
    CHECK(test::refusal_of(behind) == "quote-not-closed");
}
