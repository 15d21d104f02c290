// What may be asked of files, and of how many.
#include "tests/scenario/scenario_codes.hpp"
#include "tests/support/catch.hpp"

#include <string>

using namespace firn::scenario::test;

TEST_CASE("keys are asked for only of files that have some", "[scenario]") {
    const std::string drawn = "backfill: {files: 100}\n";
    CHECK(codes(drawn + "restores: [{trace: wanted.csv}, {batch: owner o1}]", kTraced) ==
          Codes{"keys-missing", "keys-missing"});
    CHECK(codes(drawn + "pipeline: {group_by: prefix}\nchanges: {deletion_trace: gone.csv}", kTraced) ==
          Codes{"keys-missing", "keys-missing"});
    CHECK(codes("backfill: {file: old.csv}\nrestores: [{trace: wanted.csv}, {batch: owner o1}]", kTraced)
              .empty());
    CHECK(codes(drawn + "restores: [{batch: owner 3}]", kOwned).empty());
    CHECK(codes("restores: [{trace: wanted.csv}]") == Codes{"keys-missing"});
    // Neither has keys: one error a setting.
    CHECK(codes(drawn + "pipeline: {group_by: prefix}") == Codes{"keys-missing"});
    CHECK(codes(drawn + "restores: [{batch: owner o1}]") == Codes{"keys-missing"});
}

TEST_CASE("so many files are drawn or tested, and no more", "[scenario]") {
    // 100 drives of 1 TB hold 100 * 10^7 files of 100 kB: 10^9; 101 drives hold more.
    CHECK(codes("backfill: {files: 1000000000}").empty());
    CHECK(codes("backfill: {files: 1000000001}") == Codes{"value-out-of-range"});
    CHECK(codes("backfill: {drives: {count: 100, bytes: 1 TB}}").empty());
    CHECK(codes("backfill: {drives: {count: 101, bytes: 1 TB}}") == Codes{"value-out-of-range"});
    CHECK(codes("restore_test: {files: 100000}").empty());
    CHECK(codes("restore_test: {files: 100001}") == Codes{"value-out-of-range"});
}

TEST_CASE("archives of parts of the stock are remembered, too, if they are of the scenario's class",
          "[scenario]") {
    const std::string parts = "audit: {}\nstock: {archives: 1, bytes: 1 TB, parts: [{bytes: 1 TB, archives: ";
    CHECK(codes(parts + "99999999}]}").empty());
    CHECK(codes(parts + "100000000}]}") == Codes{"stock-too-many"});
    CHECK(codes(parts + "100000000, class: standard}]}").empty());
}
