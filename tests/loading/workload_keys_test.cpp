#include "core/loading/open_workload.hpp"

#include "core/random/stream.hpp"
#include "core/workload/key_hash.hpp"
#include "tests/io/codes_of.hpp"
#include "tests/io/temporary_folder.hpp"
#include "tests/support/catch.hpp"
#include "tests/workload/keyed_source.hpp"

using namespace firn;
using loading::open_workload;
using loading::WorkloadOverrides;
using workload::FileBlock;
using workload::key_hash;

namespace {

scenario::Scenario reading(const std::string& file, scenario::TraceReading as) {
    scenario::Scenario scenario;
    scenario.start = Instant{Duration{0}};
    scenario.months = 1;
    scenario.seed = 7;
    scenario.workload.trace.emplace();
    scenario.workload.trace->file = file;
    scenario.workload.trace->as = as;
    return scenario;
}

scenario::Scenario reference(std::int64_t files) {
    scenario::Scenario scenario;
    scenario.seed = 7;
    scenario.workload.reference_w1.emplace();
    scenario.workload.reference_w1->files = files;
    return scenario;
}

WorkloadOverrides asking_for(workload::FileColumns columns) {
    WorkloadOverrides overrides;
    overrides.columns = columns;
    return overrides;
}

const std::string kTrace = "timestamp_utc,size_bytes,key\n7,25,ann/a\n8,26,ben/b\n9,27,ann/c\n";

}  // namespace

TEST_CASE("the trace of a scenario tells its keys when asked", "[loading]") {
    const TemporaryFolder folder;
    static_cast<void>(folder.write("trace.csv", kTrace));
    const auto as = GENERATE(scenario::TraceReading::arrivals, scenario::TraceReading::stock);
    WorkloadOverrides overrides = asking_for({.owners = true, .keys = true});
    overrides.files = 2;
    const auto opened = open_workload(reading("trace.csv", as), folder.path() + "/", overrides);
    REQUIRE(opened);
    const FileBlock block = all_of(opened->files);
    CHECK(block.owners == std::vector{key_hash("ann"), key_hash("ben")});
    CHECK(block.keys == std::vector{key_hash("ann/a"), key_hash("ben/b")});
    CHECK(block.prefixes.empty());
    CHECK(keys_in(all_of(opened->again()->files)) == keys_in(block));
}

TEST_CASE("the trace of a scenario tells no keys when nobody asks", "[loading]") {
    const TemporaryFolder folder;
    static_cast<void>(folder.write("trace.csv", kTrace));
    const auto opened =
        open_workload(reading("trace.csv", scenario::TraceReading::arrivals), folder.path() + "/");
    REQUIRE(opened);
    CHECK_FALSE(columns_of(all_of(opened->files)).any());
}

TEST_CASE("owners that are drawn take the place of those of the keys", "[loading]") {
    const TemporaryFolder folder;
    static_cast<void>(folder.write("trace.csv", kTrace));
    WorkloadOverrides overrides = asking_for({.owners = true, .keys = true});
    overrides.owners = 1'000;
    const auto opened =
        open_workload(reading("trace.csv", scenario::TraceReading::arrivals), folder.path() + "/", overrides);
    REQUIRE(opened);
    const random::Stream stream{7, "workload/owners"};
    const FileBlock block = all_of(opened->files);
    CHECK(block.owners ==
          std::vector{stream.below(0, 1'000), stream.below(1, 1'000), stream.below(2, 1'000)});
    CHECK(block.keys.front() == key_hash("ann/a"));
}

TEST_CASE("a workload that has no keys has owners when their number is known", "[loading]") {
    WorkloadOverrides overrides = asking_for({.owners = true});
    CHECK(codes_of(open_workload(reference(5), "", overrides)) == Codes{"keys-missing"});
    overrides.owners = 3;
    const auto opened = open_workload(reference(5), "", overrides);
    REQUIRE(opened);
    CHECK(all_of(opened->files).owners.size() == 5);
    overrides.columns.keys = true;
    CHECK(codes_of(open_workload(reference(5), "", overrides)) == Codes{"keys-missing"});
}

TEST_CASE("the number of owners changes nothing where nobody asks for owners", "[loading]") {
    WorkloadOverrides overrides;
    overrides.owners = 3;
    const auto opened = open_workload(reference(5), "", overrides);
    REQUIRE(opened);
    CHECK_FALSE(columns_of(all_of(opened->files)).any());
}
