#include "core/report/restore_report.hpp"
#include "tests/pricing/shipped_books.hpp"
#include "tests/restore/wishes.hpp"
#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

#include <string>
#include <utility>

using namespace firn;
using namespace std::chrono;

namespace {

const pricing::PriceBook& book() {
    static const pricing::PriceBook shipped = pricing::shipped_book("us-east-1", "aws-s3-glacier");
    return shipped;
}

restore::RestorePlan planned(const restore::Wish& wish) {
    auto plan = restore::plan_restore(wish, book());
    REQUIRE(plan);
    return std::move(plan).value();
}

restore::Wish within(Duration deadline) {
    restore::Wish wish = test::eight_tebibytes();
    wish.within = deadline;
    return wish;
}

std::string text_of(const restore::Wish& wish) {
    const restore::RestorePlan plan = planned(wish);
    return report::restore_text({.wish = wish, .plan = plan, .provenance = {"1.0"}});
}

nlohmann::json json_of(const restore::Wish& wish) {
    const restore::RestorePlan plan = planned(wish);
    return nlohmann::json::parse(report::restore_json({.wish = wish, .plan = plan, .provenance = {"1.0"}}));
}

}  // namespace

TEST_CASE("the answer to a restore begins with what to ask for", "[report]") {
    CHECK(text_of(within(48h)).starts_with("Ask for 8.80 TB (32,768 archives) in standard, "));
}

TEST_CASE("a tier that misses the deadline is refused with its reason", "[report]") {
    CHECK(text_of(within(48h)).find("Refused: bulk, all at once: all is ready after 48.0 h at the latest") !=
          std::string::npos);
}

TEST_CASE("a restore that needs all of its time is to be started at once", "[report]") {
    CHECK(text_of(within(60h)).find("Start at once: ") != std::string::npos);
}

TEST_CASE("the options of a restore have cost, hours and charges as decimals", "[report]") {
    const nlohmann::json json = json_of(within(48h));
    const nlohmann::json& standard = json.at("options").at(0);
    CHECK(standard.at("tier") == "standard");
    CHECK(standard.at("pacing") == "none");
    CHECK(standard.at("hours") == "31.547619");
    CHECK(standard.at("cost_by_charge").at("retrieval") == "163.84");
    CHECK(standard.at("meets_deadline") == true);
    CHECK(json.at("chosen").at("tier") == "standard");
    CHECK(json.at("options").at(json.at("chosen").at("option").get<std::size_t>()).at("cost") ==
          json.at("chosen").at("cost"));
    CHECK(json.at("latest_start") == "2026-09-01T16:27:08.571454Z");
}

TEST_CASE("the schedule of a mix names every archive once", "[report]") {
    const nlohmann::json chosen = json_of(within(60h)).at("chosen");
    CHECK(chosen.at("tier") == "bulk+standard");
    std::int64_t next = 1;
    for (const nlohmann::json& round : chosen.at("schedule")) {
        CHECK(round.at("first_archive") == next);
        next += round.at("archives").get<std::int64_t>();
    }
    CHECK(next == 32'769);
}

TEST_CASE("what a restore rests on is graded", "[report]") {
    for (const nlohmann::json& assumption : json_of(within(48h)).at("assumptions")) {
        const std::string grade = assumption.at("grade");
        CHECK((grade == "sourced" || grade == "assumed" || grade == "stated" || grade == "unconfirmed"));
    }
}
