#include "core/planner/months_priced.hpp"

#include "core/io/read_text_file.hpp"
#include "core/yaml/price_book_reader.hpp"
#include "core/yaml/scenario_reader.hpp"
#include "tests/support/catch.hpp"

using namespace firn;

namespace {

std::string codes_of(const std::string& region, const std::string& settings) {
    const std::string path =
        std::string{FIRN_SOURCE_DIR} + "/scenarios/price_books/aws-s3-glacier/" + region + ".yaml";
    auto text = io::read_text_file(path);
    REQUIRE(text);
    const auto book = yaml::read_price_book(path, std::move(text).value());
    REQUIRE(book);
    const auto scenario = yaml::read_scenario(
        "s.yaml",
        "scenario: 1\nname: test\nstart: 2026-01-01\nmonths: 2\nprice_book: aws-s3-glacier\nregion: " +
            region + "\nstorage_class: flexible\nworkload: {reference_w1: {}}\n" + settings + "\n");
    INFO((scenario ? "" : to_text(scenario.error())));
    REQUIRE(scenario);
    const auto priced = planner::check_months_priced(*scenario, *book);
    return priced ? std::string{} : to_text(priced.error());
}

}  // namespace

// The lists of 2026 name no price of a standard retrieval's request in Frankfurt; in Virginia they do.
TEST_CASE("a tier without a price is refused before anything runs", "[planner]") {
    const std::string wrong = codes_of("eu-central-1", "audit: {share: 0.1 %, every: 24 h}");
    INFO(wrong);
    CHECK(wrong.find("tier-unpriced") != std::string::npos);
    CHECK(wrong.find("standard retrievals of flexible in eu-central-1 cannot be billed") !=
          std::string::npos);
    CHECK(wrong.find("a tier that has all its prices: expedited or bulk") != std::string::npos);
    CHECK(codes_of("eu-central-1", "audit: {share: 0.1 %, every: 24 h, tier: bulk}").empty());
    CHECK(codes_of("eu-central-1", "").empty());
    CHECK(codes_of("us-east-1", "audit: {share: 0.1 %, every: 24 h}").empty());
}
