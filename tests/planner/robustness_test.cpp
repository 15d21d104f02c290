#include "core/planner/robustness.hpp"
#include "core/planner/scaled_files.hpp"
#include "core/scenario/field.hpp"
#include "tests/planner/glacier_book.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

using namespace firn;
using namespace firn::planner;
using firn::planner::test::book;

namespace {

/// So many files of 64 KiB that all arrive at the start.
OpenFiles equal_files(std::size_t files) {
    return [files]() -> Result<workload::FileSource> {
        return workload::FileSource{[left = files](workload::FileBlock& block) mutable -> Result<bool> {
            block.clear();
            const std::size_t now = std::min(left, workload::kFilesPerBlock);
            block.arrivals.assign(now, Duration{});
            block.sizes.assign(now, Bytes::from_kib(64));
            left -= now;
            return now > 0;
        }};
    };
}

/// A file of 64 KiB an hour, for a year of 365.25 days.
Result<workload::FileSource> hourly_files() {
    return workload::FileSource{[hour = std::int64_t{0}](workload::FileBlock& block) mutable -> Result<bool> {
        block.clear();
        for (int row = 0; row < 1'461 && hour < 8'766; ++row, ++hour) {
            block.arrivals.push_back(std::chrono::hours{hour});
            block.sizes.push_back(Bytes::from_kib(64));
        }
        return block.files() > 0;
    }};
}

/// Two months in which bundles wait as long as they need to.
scenario::Scenario two_months() {
    scenario::Scenario scenario = scenario::default_scenario();
    scenario.start = *parse_rfc3339("2012-11-01");
    scenario.months = 2;
    scenario.region = "us-east-1";
    scenario.price_book = "aws-glacier";
    scenario.pipeline.bundle_size = Bytes::from_mib(64);
    scenario.pipeline.max_age = std::nullopt;
    return scenario;
}

Robustness robustness_of(const scenario::Scenario& scenario, const OpenFiles& open) {
    const PlanOptions options{.threads = 2};
    const Plan plan = make_plan(scenario, open, book(), options).value();
    return test_robustness(scenario, book(), open, options, plan).value();
}

const Movement& under(const Robustness& robustness, const std::string& assumption) {
    const auto found = std::find_if(robustness.movements.begin(), robustness.movements.end(),
                                    [&](const Movement& m) { return m.assumption == assumption; });
    REQUIRE(found != robustness.movements.end());
    return *found;
}

std::vector<Bytes> sizes_in(const OpenFiles& open) {
    auto source = open().value();
    workload::FileBlock block;
    std::vector<Bytes> sizes;
    while (source(block).value())
        sizes.insert(sizes.end(), block.sizes.begin(), block.sizes.end());
    return sizes;
}

}  // namespace

TEST_CASE("finer sizes divide the steps on both sides into eight", "[robust]") {
    const std::vector<Bytes> finer =
        between({Bytes{400}, Bytes{800}, Bytes{1600}, Bytes{3200}}, {std::size_t{1}});
    CHECK(finer == std::vector<Bytes>{Bytes{450}, Bytes{500}, Bytes{550}, Bytes{600}, Bytes{650}, Bytes{700},
                                      Bytes{750}, Bytes{900}, Bytes{1000}, Bytes{1100}, Bytes{1200},
                                      Bytes{1300}, Bytes{1400}, Bytes{1500}});
}

// Each of n archives costs a = 0.00005 (request) + 32 KiB / GiB x 0.01 x 2 months = 0.0000506103515625. The
// files, 16 GiB and 128 MiB of tar headers, cost S = 16.125 x 0.01 x 2 = 0.3225. The cheapest size of the
// grid, 1 GiB, makes 16 archives. Within 1 % of it: S + n a <= 1.01 (S + 16 a), so n <= 0.01 S / a + 16.16
// = 79.88: at most 79 archives, bundles of at least 16,384 / 79 = 207.4 MiB. The grid has 224 MiB; in steps
// of 4 MiB it is 208 MiB.
TEST_CASE("the refined size under storage and request fees is that of the closed form", "[robust]") {
    const Robustness robustness = robustness_of(two_months(), equal_files(262'144));
    CHECK(robustness.kept == Bytes::from_mib(224));
    CHECK(robustness.refined == Bytes::from_mib(208));
    CHECK(robustness.refined_cheapest == Bytes::from_gib(1));
}

// At twice the price of requests a = 0.0001006103515625: n <= 32.05 + 16.16 = 48.2, at least 341.3 MiB: 384
// MiB on the grid. At half of it a = 0.0000256103515625: n <= 125.9 + 16.16 = 142.1, at least 115.4 MiB: 128
// MiB.
TEST_CASE("dearer requests ask for larger bundles, cheaper ones for smaller", "[robust]") {
    const Robustness robustness = robustness_of(two_months(), equal_files(262'144));
    CHECK(under(robustness, "requests at twice the price").recommended == Bytes::from_mib(384));
    CHECK(under(robustness, "requests at half the price").recommended == Bytes::from_mib(128));
}

TEST_CASE("the size to take then never costs over 1 % more than the size that is kept", "[robust]") {
    const Robustness robustness = robustness_of(two_months(), equal_files(65'536));
    CHECK(robustness.movements.size() == 10);
    for (const Movement& movement : robustness.movements) {
        CAPTURE(movement.assumption);
        CHECK(movement.cost.amount() * 100 <= movement.cost_of_kept.amount() * 101);
    }
}

TEST_CASE("sizes near the answer reach from a quarter of it to four times the cheapest", "[robust]") {
    const auto mib = [](std::vector<int> sizes) {
        std::vector<Bytes> bytes;
        for (const int size : sizes)
            bytes.push_back(Bytes::from_mib(size));
        return bytes;
    };
    const std::vector<Bytes> grid = mib({1, 2, 4, 8, 16, 32, 64});
    CHECK(near(grid, 3, 3) == mib({2, 4, 8, 16, 32}));
    CHECK(near(grid, 0, 1) == mib({1, 2, 4, 8}));
    CHECK(near(grid, 4, 6) == mib({4, 8, 16, 32, 64}));
}

TEST_CASE("a movement is what a plan of the changed workload recommends", "[robust]") {
    const scenario::Scenario scenario = two_months();
    const OpenFiles open = equal_files(65'536);
    const Robustness robustness = robustness_of(scenario, open);
    const std::vector<std::pair<std::string, FileChange>> changes{
        {"half as many files", FileChange::half_as_many},
        {"twice as many files", FileChange::twice_as_many},
        {"files half as large", FileChange::half_as_large},
        {"files twice as large", FileChange::twice_as_large}};
    for (const auto& [assumption, change] : changes) {
        CAPTURE(assumption);
        const Plan plan = make_plan(scenario, changed(open, change), book(), {}).value();
        CHECK(under(robustness, assumption).recommended == plan.recommended().bundle_size);
        CHECK(under(robustness, assumption).cost == plan.recommended().cost);
    }
}

TEST_CASE("a plan that keeps its runs is tested with the same result", "[robust]") {
    const scenario::Scenario scenario = two_months();
    const OpenFiles open = equal_files(65'536);
    const PlanOptions keeping{.threads = 2, .keep_runs = true};
    const Plan plan = make_plan(scenario, open, book(), keeping).value();
    const Robustness kept = test_robustness(scenario, book(), open, keeping, plan).value();
    const Robustness anew = robustness_of(scenario, open);
    CHECK(plan.runs.size() == plan.sizes.size());
    CHECK(kept.refined == anew.refined);
    CHECK(kept.refined_least == anew.refined_least);
    REQUIRE(kept.movements.size() == anew.movements.size());
    for (std::size_t i = 0; i < kept.movements.size(); ++i) {
        CHECK(kept.movements[i].recommended == anew.movements[i].recommended);
        CHECK(kept.movements[i].cost == anew.movements[i].cost);
    }
}

// 2,048 files of 64 KiB. Of the half of them that die after ten days, at half as many a quarter dies: bundles
// of the size that is kept outlive the two months, which are paid. At twice as many all die: ten days are
// paid, and for the 80 that are missing to the minimum of 90, so that three months are paid instead of two.
TEST_CASE("deletions move the answer", "[robust]") {
    scenario::Scenario scenario = two_months();
    scenario.life.changes.emplace().deletions = {
        {.share = Rational{50}, .keep = std::chrono::days{10}, .rate = {}}};
    const Robustness robustness = robustness_of(scenario, equal_files(2'048));
    CHECK(robustness.movements.size() == 12);
    const Rational half = under(robustness, "half as many deletions").cost_of_kept.amount();
    const Rational twice = under(robustness, "twice as many deletions").cost_of_kept.amount();
    CHECK(static_cast<double>(Rational{twice / half}) == Approx(1.5).epsilon(0.02));
}

TEST_CASE("growth changes year by year", "[robust]") {
    constexpr std::uint64_t kOne = std::uint64_t{1} << 32U;
    const auto months = [](int count) { return kYearOfGrowth * count / 12; };
    CHECK(growth_weight(FileChange::more_each_year, Duration{}) == kOne);
    CHECK(growth_weight(FileChange::more_each_year, months(6)) == kOne / 8 * 9);
    CHECK(growth_weight(FileChange::more_each_year, months(24)) == kOne / 16 * 25);
    CHECK(growth_weight(FileChange::fewer_each_year, months(18)) ==
          Approx(0.72 * static_cast<double>(kOne)).epsilon(1e-9));
}

// The mean weight of a year's hours is 1 + 1/4 x (8,765 / 2) / 8,766: 9,861.6 files.
TEST_CASE("with growth files come again as their weights add up", "[robust]") {
    CHECK(sizes_in(changed(hourly_files, FileChange::more_each_year)).size() == 9'861);
    CHECK(sizes_in(changed(hourly_files, FileChange::fewer_each_year)).size() == 7'889);
}

TEST_CASE("a workload changes in number or in size", "[robust]") {
    const OpenFiles open = equal_files(5'001);
    CHECK(sizes_in(changed(open, FileChange::half_as_many)).size() == 2'501);
    CHECK(sizes_in(changed(open, FileChange::twice_as_many)).size() == 10'002);
    CHECK(sizes_in(changed(open, FileChange::half_as_large)) ==
          std::vector<Bytes>(5'001, Bytes::from_kib(32)));
    CHECK(sizes_in(changed(open, FileChange::twice_as_large)) ==
          std::vector<Bytes>(5'001, Bytes::from_kib(128)));
}
