// What lies in a scenario's vault when its months are over: each archive with its own size.
#include "core/planner/stored_archives.hpp"

#include "core/workload/reference_w1.hpp"
#include "core/yaml/scenario_reader.hpp"
#include "tests/planner/glacier_book.hpp"
#include "tests/support/catch.hpp"

#include <numeric>
#include <string>
#include <vector>

using namespace firn;
using namespace firn::planner;
using firn::planner::test::book;

namespace {

scenario::Scenario with(const std::string& settings) {
    return yaml::read_scenario("s.yaml",
                               "scenario: 1\nname: sizes\nstart: 2013-01-01\nmonths: 2\n"
                               "workload: {reference_w1: {}}\n" +
                                   settings)
        .value();
}

StoredArchives stored(const scenario::Scenario& scenario) {
    workload::FileSource files = workload::reference_w1(5'000);
    SimulationOptions options;
    options.keep_archive_sizes = true;
    return stored_after(scenario, simulate(scenario, files, book(), options).value());
}

void check_adds_up(const StoredArchives& stored) {
    CHECK(static_cast<std::int64_t>(stored.sizes.size()) == stored.archives);
    CHECK(std::accumulate(stored.sizes.begin(), stored.sizes.end(), Bytes{}) == stored.bytes);
}

}  // namespace

TEST_CASE("the sizes of a plain run's archives add up to what is stored", "[planner]") {
    const StoredArchives plain = stored(with(""));
    CHECK(plain.archives > 10);
    check_adds_up(plain);
}

TEST_CASE("archives of a stock come first and are of one size", "[planner]") {
    const StoredArchives with_stock = stored(with("stock: {archives: 3, bytes: 1000 B}\n"));
    check_adds_up(with_stock);
    CHECK(with_stock.sizes[0] == Bytes{333});
    CHECK(with_stock.sizes[1] == Bytes{333});
    CHECK(with_stock.sizes[2] == Bytes{334});
}

TEST_CASE("a run of the whole service knows the sizes of what still lies there", "[planner]") {
    check_adds_up(stored(with("audit: {share: 10 %, every: 6 h}\n")));
    check_adds_up(stored(with("changes:\n  deletions: [{keep: 10 days, share: 50 %}]\n")));
    check_adds_up(stored(with("pipeline: {link: 1 Gbit/s}\nstock: {archives: 3, bytes: 1000 B}\n")));
}

TEST_CASE("the plain pipeline and the whole service store archives of the same sizes", "[planner]") {
    CHECK(stored(with("audit: {share: 0.1 %, every: 6 h}\n")).sizes == stored(with("")).sizes);
}

TEST_CASE("a wish for a share has the sizes of the first archives", "[planner]") {
    const scenario::Scenario scenario = with("");
    const StoredArchives all = stored(scenario);
    const restore::Wish wish = restore_wish_of(scenario, all, Rational{10});
    REQUIRE(wish.sizes);
    CHECK(wish.sizes->count() == wish.archives);
    CHECK(wish.archives == (all.archives + 9) / 10);
    CHECK(wish.bytes == std::accumulate(all.sizes.begin(), all.sizes.begin() + wish.archives, Bytes{}));
}
