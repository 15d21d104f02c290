#include "core/diag/did_you_mean.hpp"

#include "tests/support/catch.hpp"

#include <string>
#include <tuple>
#include <vector>

using firn::closest_to;

namespace {

const std::vector<std::string> kKeys{"retrieval", "storage", "uploads", "requests", "month", "price_book"};

}  // namespace

TEST_CASE("a misspelt word is answered with the word that was meant", "[diag]") {
    const auto [written, meant] = GENERATE(table<std::string, std::string>({
        {"retreival", "retrieval"},  // two neighbours swapped
        {"retrival", "retrieval"},   // one letter missing
        {"storrage", "storage"},     // one too many
        {"storaqe", "storage"},      // one replaced
        {"upload", "uploads"},
        {"price-book", "price_book"},
        {"pricebook", "price_book"},
        {"priceBook", "price_book"},
        {"MONTH", "month"},  // capitals do not count
    }));
    CHECK(closest_to(written, kKeys) == meant);
}

TEST_CASE("a word that is far from all others is answered with none", "[diag]") {
    const std::string word =
        GENERATE(as<std::string>{}, "", "x", "banana", "retrieve_everything", "mon", "ths");
    CAPTURE(word);
    CHECK(closest_to(word, kKeys).empty());
}

TEST_CASE("among equally close words the first is taken", "[diag]") {
    CHECK(closest_to("cat", std::vector<std::string>{"car", "cap"}) == "car");
}

TEST_CASE("without candidates nothing is close", "[diag]") { CHECK(closest_to("month", {}).empty()); }

TEST_CASE("a word as long as a page is answered with none", "[diag]") {
    CHECK(closest_to(std::string(10'000, 'm'), kKeys).empty());
}

TEST_CASE("choices are listed with commas and an or", "[diag]") {
    CHECK(firn::one_of({}).empty());
    CHECK(firn::one_of(std::vector<std::string>{"a"}) == "a");
    CHECK(firn::one_of(std::vector<std::string>{"a", "b"}) == "a or b");
    CHECK(firn::one_of(std::vector<std::string>{"a", "b", "c"}) == "a, b or c");
}
