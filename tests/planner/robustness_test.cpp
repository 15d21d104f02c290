#include "core/planner/robustness.hpp"
#include "core/io/read_text_file.hpp"
#include "core/planner/scaled_files.hpp"
#include "core/scenario/field.hpp"
#include "core/yaml/price_book_reader.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

using namespace firn;
using namespace firn::planner;

namespace {

const pricing::PriceBook& book() {
    static const std::string kPath =
        std::string{FIRN_SOURCE_DIR} + "/scenarios/price_books/aws-glacier/us-east-1.yaml";
    static const pricing::PriceBook kBook =
        yaml::read_price_book(kPath, io::read_text_file(kPath).value()).value();
    return kBook;
}

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
    CHECK(robustness.movements.size() == 8);
    for (const Movement& movement : robustness.movements) {
        CAPTURE(movement.assumption);
        CHECK(movement.cost.amount() * 100 <= movement.cost_of_kept.amount() * 101);
    }
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
