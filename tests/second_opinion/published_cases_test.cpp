#include "tests/second_opinion/published_cases.hpp"

#include "tests/support/catch.hpp"

using namespace firn;
using namespace firn::second_opinion;

namespace {

const PublishedNumbers kPublished = published_numbers(
    "# 7.77 stands before the first case\n"
    "- id: fee\n"
    "  expected:\n"
    "    value: '1.30'\n"
    "  remark: 0.18 x 720 gives -0.06, in 2012-09.\n"
    "- id: storage\n"
    "  value: 400\n");

Collection collection_of(const std::string& id, const std::string& says) {
    return {.opinions = {{.cases = {id, "storage"}, .usage = "file", .figures = {{.says = says}}}}};
}

}  // namespace

TEST_CASE("a case's numbers are all that stand in its lines", "[second_opinion]") {
    REQUIRE(kPublished.size() == 2);
    CHECK(kPublished.at("fee") ==
          std::set<Rational>{*parse_decimal("1.3"), *parse_decimal("0.18"), 720, *parse_decimal("-0.06")});
    CHECK(kPublished.at("storage") == std::set<Rational>{400});
}

TEST_CASE("a number of theirs has to stand in one of its cases", "[second_opinion]") {
    CHECK(case_problems(collection_of("fee", "1.30"), kPublished).empty());
    CHECK(case_problems(collection_of("fee", "400.00"), kPublished).empty());
    CHECK(case_problems(collection_of("fee", "1.31"), kPublished) ==
          std::vector<std::string>{"file: 1.31 stands in none of its cases"});
}

TEST_CASE("a case that is not shown and one that does not exist are told", "[second_opinion]") {
    CHECK(case_problems(collection_of("other", "400"), kPublished) ==
          std::vector<std::string>{"the case fee is not shown", "there is no case other"});
}
