#include "core/planner/months_priced.hpp"

#include "core/io/read_text_file.hpp"
#include "core/yaml/price_book_reader.hpp"
#include "core/yaml/scenario_reader.hpp"
#include "tests/support/catch.hpp"

using namespace firn;

namespace {

/// What is said of a scenario of so many months that is priced by a book.
struct Priced {
    std::string book = "aws-s3-glacier";
    std::string storage_class = "flexible";
    std::string months = "start: 2026-01-01\nmonths: 2";
};

std::string codes_of(const std::string& region, const std::string& settings, const Priced& by = {}) {
    const std::string path =
        std::string{FIRN_SOURCE_DIR} + "/scenarios/price_books/" + by.book + "/" + region + ".yaml";
    auto text = io::read_text_file(path);
    REQUIRE(text);
    const auto book = yaml::read_price_book(path, std::move(text).value());
    REQUIRE(book);
    const auto scenario =
        yaml::read_scenario("s.yaml", "scenario: 1\nname: test\n" + by.months + "\nprice_book: " + by.book +
                                          "\nregion: " + region + "\nstorage_class: " + by.storage_class +
                                          "\nworkload: {reference_w1: {}}\n" + settings + "\n");
    INFO((scenario ? "" : to_text(scenario.error())));
    REQUIRE(scenario);
    const auto priced = planner::check_months_priced(*scenario, *book);
    return priced ? std::string{} : to_text(priced.error());
}

}  // namespace

// The lists of 2026 name no price of a standard retrieval's request in Frankfurt and no expedited ones at
// all; in Virginia they do.
TEST_CASE("a tier without a price is refused before anything runs", "[planner]") {
    const std::string wrong = codes_of("eu-central-1", "audit: {share: 0.1 %, every: 24 h}");
    INFO(wrong);
    CHECK(wrong.find("tier-unpriced") != std::string::npos);
    CHECK(wrong.find("standard retrievals of flexible in eu-central-1 cannot be billed") !=
          std::string::npos);
    CHECK(wrong.find("a tier that has all its prices: bulk\n") != std::string::npos);
    CHECK(codes_of("eu-central-1", "audit: {share: 0.1 %, every: 24 h, tier: bulk}").empty());
    CHECK(codes_of("eu-central-1", "").empty());
    CHECK(codes_of("us-east-1", "audit: {share: 0.1 %, every: 24 h}").empty());
}

// Which option states a region or a book only the command knows.
TEST_CASE("the remedy of a tier without a price names what a scenario states", "[planner]") {
    const std::string wrong = codes_of("eu-central-1", "audit: {share: 0.1 %, every: 24 h}");
    CHECK(wrong.find("remedy: state a tier that has its prices") != std::string::npos);
    CHECK(wrong.find("--") == std::string::npos);
}

// The vault's book of Frankfurt has prices of retrievals until November 2016 and no tiers ever; Oregon has
// one of bulk retrievals then, which a scenario that began without tiers cannot state. What is said to be a
// way out of the first month without a price must be one.
TEST_CASE("where no tier has a price no tier is expected", "[planner]") {
    const Priced vault{"aws-glacier", "glacier", "start: 2016-06-01\nmonths: 12"};
    for (const char* region : {"eu-central-1", "us-west-2", "ap-northeast-1"}) {
        const std::string wrong = codes_of(region, "restores: [{rate: 3/day}]", vault);
        INFO(wrong);
        CHECK(wrong.find("[tier-unpriced]") != std::string::npos);
        CHECK(wrong.find("expected: a region in which glacier has all its prices") != std::string::npos);
        CHECK(wrong.find("remedy: let the months end before 2016-11, choose another region or give a price "
                         "book of your own with the price") != std::string::npos);
    }
    CHECK(codes_of("us-east-1", "restores: [{rate: 3/day}]", vault).empty());
    const Priced earlier{"aws-glacier", "glacier", "start: 2016-06-01\nmonths: 5"};
    CHECK(codes_of("eu-central-1", "restores: [{rate: 3/day}]", earlier).empty());
    CHECK(codes_of("us-west-2", "restores: [{rate: 3/day}]", earlier).empty());
}

TEST_CASE("a tier that the book does not know is refused before anything runs", "[planner]") {
    const Priced vault{"aws-glacier", "glacier", "start: 2017-01-01\nmonths: 2"};
    const std::string wrong = codes_of("eu-central-1", "restores: [{rate: 3/day, tier: bulk}]", vault);
    INFO(wrong);
    CHECK(wrong.find("bulk retrievals of glacier in eu-central-1 cannot be billed: the price book "
                     "aws-glacier has no tier \"bulk\" [tier-unpriced]") != std::string::npos);
    CHECK(codes_of("us-east-1", "restores: [{rate: 3/day, tier: bulk}]", vault).empty());
}
