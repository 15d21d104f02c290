// What the settings of a scenario mean for the engine of the backup service.
#include "core/io/read_text_file.hpp"
#include "core/planner/life_of.hpp"
#include "core/planner/place_of.hpp"
#include "core/planner/service_simulation.hpp"
#include "core/service/file.hpp"
#include "core/workload/key_hash.hpp"
#include "core/yaml/price_book_reader.hpp"
#include "core/yaml/scenario_reader.hpp"
#include "tests/support/catch.hpp"

#include <string>

using namespace firn;
using std::chrono::hours;
using std::chrono::seconds;

namespace {

pricing::PriceBook vault_prices() {
    const std::string path =
        std::string{FIRN_SOURCE_DIR} + "/scenarios/price_books/aws-glacier/us-east-1.yaml";
    auto text = io::read_text_file(path);
    REQUIRE(text);
    auto book = yaml::read_price_book(path, std::move(text).value());
    REQUIRE(book);
    return std::move(book).value();
}

scenario::Scenario with(const std::string& settings, const std::string& start = "2013-01-01",
                        const std::string& workload = "reference_w1: {}") {
    auto scenario = yaml::read_scenario("s.yaml", "scenario: 1\nname: test\nstart: " + start +
                                                      "\nworkload: {" + workload + "}\n" + settings + "\n");
    INFO((scenario ? "" : to_text(scenario.error())));
    REQUIRE(scenario);
    return std::move(scenario).value();
}

service::Life life(const std::string& settings, const std::string& start = "2013-01-01") {
    return planner::life_of(with(settings, start), vault_prices());
}

constexpr std::uint64_t kOne = std::uint64_t{1} << 32U;

}  // namespace

TEST_CASE("a plain scenario has a place without limits and archives that only lie there", "[planner]") {
    const service::Place place = planner::place_of(with(""));
    CHECK_FALSE(place.staging);
    CHECK_FALSE(place.link);
    CHECK(place.faults.fetch_failure.is_zero());
    CHECK(place.bundling.compression == service::Compression{});
    CHECK(place.bundling.by == service::GroupBy::arrival);
    const service::Life nothing = life("");
    CHECK(nothing.restores.empty());
    CHECK_FALSE(nothing.audit);
    CHECK(nothing.minimum_duration == hours{24 * 90});
}

TEST_CASE("chances are percentages", "[planner]") {
    const service::Place place = planner::place_of(
        with("pipeline: {fetch_failure: 25 %, upload_failure: 50 %, jitter: 75 %, attempts: 3, pause: 2 s}"));
    CHECK(place.faults.fetch_failure.parts() == kOne / 4);
    CHECK(place.faults.upload_failure.parts() == kOne / 2);
    CHECK(place.faults.retry.jitter.parts() == kOne / 4 * 3);
    CHECK(place.faults.retry.attempts == 3);
    CHECK(place.faults.retry.pause == seconds{2});
}

TEST_CASE("a schedule counts from the start, or from midnight", "[planner]") {
    const service::Place dated = planner::place_of(
        with("pipeline: {schedule: [{from: 2013-01-02, fetchers: 4}, {from: 2013-01-03, uploaders: 2}]}"));
    REQUIRE(dated.schedule.changes.size() == 2);
    CHECK_FALSE(dated.schedule.daily);
    CHECK(dated.schedule.changes[0].at == hours{24});
    CHECK(dated.schedule.changes[0].fetchers == 4U);
    CHECK_FALSE(dated.schedule.changes[0].uploaders);
    const service::Place daily = planner::place_of(with("pipeline: {schedule: [{hour: 22, fetchers: 4}]}"));
    CHECK(daily.schedule.daily);
    CHECK(daily.schedule.changes[0].at == hours{22});
}

TEST_CASE("outages are planned or come by chance", "[planner]") {
    const service::Place place = planner::place_of(
        with("outages: [{resource: store, at: 2013-01-02, for: 4 h}, {resource: network, every: 30 days, "
             "lasts: 1 h, lasts_spread: exponential}]"));
    REQUIRE(place.planned_outages.size() == 1);
    CHECK(place.planned_outages[0].resource == service::Resource::store);
    CHECK(place.planned_outages[0].begin == hours{24});
    CHECK(place.planned_outages[0].length == hours{4});
    REQUIRE(place.random_outages.size() == 1);
    CHECK(place.random_outages[0].every == hours{720});
    CHECK(place.random_outages[0].exponential);
}

TEST_CASE("a drive of two and a half years is dead with the chance of its years", "[planner]") {
    scenario::Drives drives;
    drives.yearly_failures = 75;
    // 0.25^0.5 = 0.5; 0.25^2.5 = 0.03125, both exact in roots and products
    drives.years = Rational{1, 2};
    CHECK(planner::chance_dead(drives).parts() == kOne / 2);
    drives.years = Rational{5, 2};
    CHECK(planner::chance_dead(drives).parts() == kOne / 32 * 31);
    drives.years = 0;
    CHECK(planner::chance_dead(drives).is_zero());
    drives.yearly_failures = Rational{14, 10};
    drives.years = 2;
    // 1 - 0.986^2 = 0.027804; x 2^32 = 119,417,270.7
    CHECK(planner::chance_dead(drives).parts() == 119'417'271);
}

TEST_CASE("requests come after mean gaps, and files live for a mean time", "[planner]") {
    const service::Life all = life(
        "restores: [{rate: 20/day, from: 2013-02-01}]\n"
        "damage: {rate: 50 %, full_check_months: 6}\n"
        "changes: {overwrites: 25 %, deletions: [{share: 50 %, rate: 10 %}, {share: 50 %, keep: 30 days}]}");
    REQUIRE(all.restores.size() == 1);
    CHECK(all.restores[0].name == "restores 1");
    CHECK(all.restores[0].mean_gap == seconds{4'320});
    CHECK(all.restores[0].from == hours{24 * 31});
    // A year has 365.25 days: half of the archives a year are one in two years, a tenth one in ten.
    CHECK(all.mean_time_to_damage == hours{24 * 365 * 2 + 12});
    CHECK(all.full_check_months == 6U);
    CHECK(all.overwrites.parts() == kOne / 4);
    REQUIRE(all.deletions.size() == 2);
    CHECK(all.deletions[0].mean_life == hours{24 * 3'652 + 12});
    CHECK_FALSE(all.deletions[0].keep);
    CHECK(all.deletions[1].keep == hours{720});
    CHECK(all.deletions[1].share.parts() == kOne / 2);
}

TEST_CASE("single files are to be back within their target, a batch has none of each file", "[planner]") {
    const service::Life all = life(
        "restores: [{rate: 1/day}, {batch: all, at: 2013-01-30}]\n"
        "targets: {restore_file: 6 h, restore_batch: 1 day}");
    CHECK(all.restores.at(0).within == hours{6});
    CHECK_FALSE(all.restores.at(1).within);
    CHECK_FALSE(life("restores: [{rate: 1/day}]").restores.at(0).within);
}

TEST_CASE("batches of a share or of an owner have selections in their order", "[planner]") {
    const scenario::Scenario scenario =
        with("restores: [{batch: owner 17}, {batch: all}, {batch: 50 %, name: half}]", "2013-01-01",
             "reference_w1: {}, owners: 100");
    const service::Life all = planner::life_of(scenario, vault_prices());
    CHECK(all.restores.at(0).selection == 0U);
    CHECK_FALSE(all.restores.at(1).selection);
    CHECK(all.restores.at(2).selection == 1U);
    CHECK(all.restores.at(1).origin == service::Restore::Origin::batch);
    const auto selections = planner::selections_of(scenario);
    REQUIRE(selections.size() == 2);
    CHECK(selections[0].owner == 17U);
    CHECK(selections[1].name == "half");
    CHECK_FALSE(selections[1].owner);
    CHECK(selections[1].share.parts() == kOne / 2);
    // An archive of the stock has the share's chance, too, or is the owner's.
    CHECK(all.restores.at(0).standing_share.is_zero());
    CHECK(all.restores.at(0).standing_owner == 17U);
    CHECK_FALSE(all.restores.at(2).standing_owner);
    CHECK(all.restores.at(2).standing_share.parts() == kOne / 2);
}

TEST_CASE("an owner of a trace is the hash of the name", "[planner]") {
    const auto traits = planner::traits_of(with("restores: [{batch: owner ann}]\npipeline: {group_by: owner}",
                                                "2013-01-01", "trace: {file: a.csv}"));
    REQUIRE(traits.selections.size() == 1);
    CHECK(traits.selections[0].owner == workload::key_hash("ann"));
    CHECK(traits.group_by == service::GroupBy::owner);
}

TEST_CASE("what a trace of archives tells is known of the last archives of the stock", "[planner]") {
    service::ServiceFiles files;
    files.watched = {{70, 0}};
    files.stock = {.owners = {1, 2}, .keys = {60, 70}};
    const auto settings =
        planner::service_of(with("stock: {archives: 3, bytes: 3 MB, parts: [{archives: 5, bytes: 5 MB}]}"),
                            vault_prices(), files);
    REQUIRE(settings.standing.size() == 2);
    CHECK(settings.standing[0].owners == std::vector<std::uint64_t>{1, 2});
    CHECK(settings.standing[0].watched == std::vector<std::uint32_t>{service::kNotWatched, 0});
    CHECK(settings.standing[1].owners.empty());
}

TEST_CASE("an owner that is drawn is a number, also beside a trace", "[planner]") {
    const auto traits = planner::traits_of(
        with("restores: [{batch: owner 3}]", "2013-01-01", "trace: {file: a.csv}, owners: 10"));
    REQUIRE(traits.selections.size() == 1);
    CHECK(traits.selections[0].owner == 3U);
}

TEST_CASE("the tiers are those of the class at the start", "[planner]") {
    const std::string settings =
        "restores: [{rate: 1/day}, {rate: 2/day, tier: bulk}]\naudit: {}\n"
        "changes: {compact_above: 50 %}";
    const service::Life later = life(settings, "2017-01-01");
    CHECK(later.retrieval.tiers.at(later.restores.at(0).tier).name == "standard");
    CHECK(later.retrieval.tiers.at(later.restores.at(1).tier).longest == hours{12});
    CHECK(later.retrieval.tiers.at(later.compaction->tier).name == "bulk");
    CHECK(later.audit->share == Rational(1, 1'000'000));
    const service::Life before = life("audit: {}\nchanges: {compact_above: 50 %}");
    REQUIRE(before.retrieval.tiers.size() == 1);
    CHECK(before.retrieval.tiers[0].name.empty());
    CHECK(before.compaction->tier == 0);
}

TEST_CASE("a copy lies 24 hours in a vault and as many days as are stated elsewhere", "[planner]") {
    CHECK(life("audit: {}\nretrieval: {copy_days: 3}", "2017-01-01").retrieval.copy_lies == hours{24});
    CHECK(life("storage_class: flexible\naudit: {}\nretrieval: {copy_days: 3}", "2022-01-01")
              .retrieval.copy_lies == hours{72});
}

TEST_CASE("what lies there at the start has its class and age", "[planner]") {
    const auto standing = planner::standing_of(
        with("stock: {archives: 3, bytes: 30 MB, parts: [{archives: 2, bytes: 1 MB, age: 5 days}, "
             "{class: deep, archives: 1, bytes: 7 B}]}"));
    REQUIRE(standing.size() == 3);
    CHECK(standing[0].storage_class == "glacier");
    CHECK(standing[0].archives == 3);
    CHECK(standing[1].age == hours{120});
    CHECK(standing[1].storage_class == "glacier");
    CHECK(standing[2].storage_class == "deep");
    CHECK(standing[2].stored == Bytes{7});
}
