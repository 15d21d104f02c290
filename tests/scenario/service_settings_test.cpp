// Settings of the backup service: where they are listed, and which contradict each other.
#include "core/io/read_text_file.hpp"
#include "core/scenario/field.hpp"
#include "core/scenario/fingerprint.hpp"
#include "core/yaml/scenario_reader.hpp"
#include "core/yaml/scenario_writer.hpp"
#include "tests/scenario/scenario_codes.hpp"
#include "tests/support/catch.hpp"

#include <string>
#include <vector>

using namespace firn;
using namespace firn::scenario;
using namespace firn::scenario::test;

namespace {

Scenario read(const std::string& text) {
    auto scenario = yaml::read_scenario("s.yaml", text);
    INFO((scenario ? std::string{} : to_text(scenario.error())));
    REQUIRE(scenario);
    return *std::move(scenario);
}

/// Every section of the service, as a person would write it.
const std::string kEverything = R"(scenario: 1
name: everything
start: 2017-01-01
workload: {reference_w1: {}, owners: 1000}
stock: {archives: 10, bytes: 250 MB, parts: [{archives: 5, bytes: 1 GB, age: 30 days, class: glacier}]}
backfill: {mean_size: 60 kB, share: 25 %, verification: audit, drives: {count: 3, bytes: 2 TB, years: 2.5}}
pipeline:
  staging: 10 GB
  link: 30 MB/s
  fetch_failure: 1 %
  upload_failure: 0.000001 %
  vanished: 0.01 %
  attempts: 7
  jitter: 0 %
  group_by: expiry
  expiry_step: 2 days
  alone_above: 20 MB
  compression: 70 %
  schedule: [{hour: 22, fetchers: 64}, {hour: 23, uploaders: 4}]
outages:
  - {resource: service, at: 2017-01-05T02:00Z, for: 4 h}
  - {resource: store, every: 30 days, lasts: 1 h, lasts_spread: exponential}
restores:
  - {rate: 20/day, from: 2017-02-01, tier: expedited, ranges: true}
  - {name: case, batch: owner 17, at: 2017-03-01, pacing: deadline, deadline: 2 days}
  - {batch: 5 %, pacing: bytes_per_hour, bytes_per_hour: 10 GB, destination: region, tier: bulk}
retrieval: {request_rate: 50, reuse_ready_copies: true}
audit: {}
restore_test: {files: 12}
damage: {rate: 0.001 %, full_check_months: 6}
changes:
  overwrites: 5 %
  compact_above: 50 %
  deletions: [{share: 40 %, keep: 30 days}, {share: 60 %, rate: 10 %}]
targets: {unprotected_age: 1 day, restore_file: 6 h, restore_batch: 7 days}
)";

}  // namespace

TEST_CASE("a scenario that asks for nothing new is as it was", "[scenario]") {
    const Scenario plain = read(kPlain);
    CHECK_FALSE(asks_for_service(plain));
    const std::string text = canonical_text(plain);
    CHECK(text.find("staging") == std::string::npos);
    CHECK(text.find("restores") == std::string::npos);
    CHECK(text.find("retrieval.") == std::string::npos);
    CHECK(text.find("attempts") == std::string::npos);
    CHECK(text.find("owners") == std::string::npos);
}

TEST_CASE("a setting that says its default changes nothing", "[scenario]") {
    const Scenario stated =
        read(kPlain + "pipeline: {staging: none, fetch_failure: 0 %, group_by: arrival}\n");
    CHECK(fingerprint_of(stated) == fingerprint_of(read(kPlain)));
    CHECK_FALSE(asks_for_service(stated));
}

TEST_CASE("each setting of the service changes the fingerprint", "[scenario]") {
    const auto* setting = GENERATE(
        "workload: {owners: 5, reference_w1: {}}", "stock: {parts: [{archives: 1, bytes: 1 B}]}",
        "backfill: {files: 5}", "pipeline: {staging: 1 GB}", "pipeline: {link: 1 MB/s}",
        "pipeline: {vanished: 1 %}", "pipeline: {compression: 99 %}", "audit: {}", "restore_test: {}",
        "damage: {rate: 1 %}", "changes: {}", "restores: [{rate: 1/day}]", "targets: {unprotected_age: 1 h}");
    CAPTURE(setting);
    const std::string text = setting;
    const Scenario with = read((text.starts_with("workload") ? kHead : kPlain) + text + "\n");
    CHECK(fingerprint_of(with) != fingerprint_of(read(kPlain)));
    CHECK(asks_for_service(with) != text.starts_with("workload"));
}

TEST_CASE("what matters beside a feature is listed with it", "[scenario]") {
    CHECK(canonical_text(read(kPlain + "pipeline: {fetch_failure: 1 %}\n")).find("pipeline.attempts: 5\n") !=
          std::string::npos);
    CHECK(canonical_text(read(kPlain + "audit: {}\n")).find("retrieval.downloaders: 8\n") !=
          std::string::npos);
}

TEST_CASE("a scenario with everything reads, and what is written of it reads back as the same",
          "[scenario]") {
    const Scenario all = read(kEverything);
    CHECK(asks_for_service(all));
    CHECK(all.place.schedule.at(1).uploaders == 4);
    CHECK(all.place.outages.at(1).exponential);
    CHECK(all.life.restores.at(1).batch->owner == "17");
    CHECK(all.life.audit->share == Rational(1, 10'000));
    CHECK(all.life.changes->deletions.at(1).rate == Rational(10));
    const Scenario again = read(yaml::scenario_text(all));
    CHECK(canonical_text(again) == canonical_text(all));
}

TEST_CASE("files without a listing are stated or fill the drives", "[scenario]") {
    // 2,000,000,000,000 / 60,000 = 33,333,333 files on each of three drives
    CHECK(files_without_listing(*read(kEverything).backfill) == 99'999'999);
    CHECK(files_without_listing(*read(kPlain + "backfill: {files: 7}\n").backfill) == 7);
    CHECK(files_without_listing(*read(kPlain + "backfill: {file: old.csv}\n").backfill) == 0);
}

TEST_CASE("chances beyond all and rates below zero are refused", "[scenario]") {
    CHECK(codes("pipeline: {fetch_failure: 101 %}") == Codes{"value-out-of-range"});
    CHECK(codes("pipeline: {vanished: -1 %}") == Codes{"value-out-of-range"});
    CHECK(codes("restores: [{rate: -20/day}]").front() == "number-negative");
    CHECK(codes("pipeline: {schedule: [{hour: 1, fetchers: 1000000000}]}").front() == "value-out-of-range");
    CHECK(codes("audit: {share: 0 %}") == Codes{"value-out-of-range"});
}

TEST_CASE("a bundle fits on the staging disk", "[scenario]") {
    CHECK(codes("pipeline: {staging: 24.999999 MB}") == Codes{"staging-too-small"});
    CHECK(codes("pipeline: {staging: 25 MB}").empty());
}

TEST_CASE("a schedule goes forward, by dates or by hours", "[scenario]") {
    CHECK(codes("pipeline: {schedule: [{hour: 8, fetchers: 1}, {hour: 8, fetchers: 2}]}") ==
          Codes{"schedule-backwards"});
    CHECK(codes("pipeline: {schedule: [{from: 2013-02-01, fetchers: 1}, {from: 2013-01-05, fetchers: 2}]}") ==
          Codes{"schedule-backwards"});
    CHECK(codes("pipeline: {schedule: [{from: 2013-02-01, fetchers: 1}, {hour: 5, fetchers: 2}]}") ==
          Codes{"entries-contradict"});
    CHECK(codes("pipeline: {schedule: [{from: 2013-03-01, fetchers: 1}]}") == Codes{"time-outside-scenario"});
    CHECK(codes("pipeline: {schedule: [{fetchers: 1}]}") == Codes{"key-missing"});
    CHECK(codes("pipeline: {schedule: [{hour: 3}]}") == Codes{"key-missing"});
    CHECK(codes("pipeline: {schedule: [{hour: 22, fetchers: 1}, {hour: 23, uploaders: 2}]}").empty());
}

TEST_CASE("an outage has one of two forms, and an end", "[scenario]") {
    CHECK(codes("outages: [{resource: store}]") == Codes{"key-missing"});
    CHECK(codes("outages: [{resource: store, at: 2013-01-02}]") == Codes{"key-missing"});
    CHECK(codes("outages: [{resource: store, every: 1 day}]") == Codes{"key-missing"});
    CHECK(codes("outages: [{resource: store, at: 2013-01-02, every: 1 day}]") == Codes{"entries-contradict"});
    CHECK(codes("outages: [{resource: store, at: 2012-12-31, for: 1 h}]") == Codes{"time-outside-scenario"});
    // January and February 2013 have 59 days.
    CHECK(codes("outages: [{resource: store, at: 2013-01-02, for: 60 days}]") == Codes{"outage-too-long"});
    CHECK(codes("outages: [{resource: store, at: 2013-01-02, for: 59 days}]").empty());
    CHECK(codes("outages: [{resource: store, at: 2013-01-02, for: 1 h, lasts_spread: fixed}]") ==
          Codes{"setting-without-effect"});
}

TEST_CASE("owners and prefixes need keys", "[scenario]") {
    CHECK(codes("pipeline: {group_by: owner}") == Codes{"keys-missing"});
    CHECK(codes("pipeline: {group_by: prefix}") == Codes{"keys-missing"});
    CHECK(codes("restores: [{batch: owner ann}]") == Codes{"keys-missing"});
    CHECK(codes("pipeline: {group_by: owner}", kHead + "workload: {reference_w1: {}, owners: 3}\n").empty());
    CHECK(codes("pipeline: {group_by: prefix}", kHead + "workload: {trace: {file: a.csv}}\n").empty());
    CHECK(codes("pipeline: {group_by: expiry}") == Codes{"setting-without-effect"});
}

TEST_CASE("owners that are drawn are called by their numbers", "[scenario]") {
    const std::string three = kHead + "workload: {reference_w1: {}, owners: 3}\n";
    CHECK(codes("restores: [{batch: owner 2}]", three).empty());
    CHECK(codes("restores: [{batch: owner 3}]", three) == Codes{"owner-unknown"});
    CHECK(codes("restores: [{batch: owner ann}]", three) == Codes{"owner-unknown"});
    const std::string traced = kHead + "workload: {trace: {file: rows.csv}, owners: 3}\n";
    CHECK(codes("restores: [{batch: owner 2}]", traced).empty());
    CHECK(codes("restores: [{batch: owner ann}]", traced) == Codes{"owner-unknown"});
    CHECK(codes("restores: [{batch: owner ann}]", kTraced).empty());
}

TEST_CASE("a backfill has one form", "[scenario]") {
    CHECK(codes("backfill: {}") == Codes{"key-missing"});
    CHECK(codes("backfill: {file: a.csv, files: 3}") == Codes{"entries-contradict"});
    CHECK(codes("backfill: {file: a.csv, mean_size: 1 MB}") == Codes{"setting-without-effect"});
    CHECK(codes("backfill: {drives: {count: 1, bytes: 1 kB}}") == Codes{"entries-contradict"});
    CHECK(codes("backfill: {files: 1000000000, mean_size: 1 TiB}") == Codes{"value-out-of-range"});
}

TEST_CASE("a restore has one origin and what its pacing needs", "[scenario]") {
    CHECK(codes("restores: [{}]") == Codes{"key-missing"});
    CHECK(codes("restores: [{rate: 1/day, batch: all}]") == Codes{"entries-contradict"});
    CHECK(codes("restores: [{rate: 1/day, at: 2013-01-05}]") == Codes{"setting-without-effect"});
    CHECK(codes("restores: [{rate: 1/day, from: 2013-02-02, until: 2013-02-01}]") == Codes{"range-empty"});
    CHECK(codes("restores: [{batch: all, pacing: bytes_per_hour}]") == Codes{"key-missing"});
    CHECK(codes("restores: [{batch: all, pacing: deadline}]") == Codes{"key-missing"});
    CHECK(codes("restores: [{rate: 1/day, pacing: deadline, deadline: 2 days}]") ==
          Codes{"entries-contradict"});
    // The vault of 2013 retrieves within 5 hours.
    CHECK(codes("restores: [{batch: all, pacing: deadline, deadline: 5 h}]") == Codes{"deadline-too-short"});
    CHECK(codes("restores: [{batch: all, pacing: deadline, deadline: 301 min}]").empty());
    CHECK(codes("restores: [{rate: 1/day, name: a}, {rate: 2/day, name: a}]") == Codes{"name-twice"});
}

TEST_CASE("a restore's settings and targets need what they are about", "[scenario]") {
    const Codes without_effect{"setting-without-effect"};
    CHECK(codes("targets: {restore_file: 1 h}") == without_effect);
    CHECK(codes("targets: {restore_batch: 1 h}\nrestores: [{rate: 1/day}]") == without_effect);
    CHECK(codes("targets: {restore_batch: 1 h}\nrestores: [{batch: all}]").empty());
    CHECK(codes("restores: [{batch: all, ranges: true}]") == without_effect);
    CHECK(codes("restores: [{batch: all, pacing: free}]").empty());
    CHECK(codes("storage_class: deep_archive\nrestores: [{batch: all, pacing: free}]") == without_effect);
}

TEST_CASE("a restore asks for nothing that the service did not offer then", "[scenario]") {
    const auto head = [](const std::string& start, const std::string& storage_class) {
        return "scenario: 1\nname: test\nstart: " + start + "\nmonths: 2\nstorage_class: " + storage_class +
               "\nworkload: {reference_w1: {}}\n";
    };
    const std::string ranges = "restores: [{rate: 1/day, ranges: true}]";
    CHECK(codes(ranges, head("2012-11-01", "glacier")) == Codes{"ranges-not-offered"});
    CHECK(codes(ranges, head("2012-12-01", "glacier")).empty());
    CHECK(codes("restores: [{rate: 1/day, from: 2012-11-12, ranges: true}]", head("2012-11-01", "glacier")) ==
          Codes{"ranges-not-offered"});
    CHECK(codes("restores: [{rate: 1/day, from: 2012-11-13, ranges: true}]", head("2012-11-01", "glacier"))
              .empty());
    CHECK(codes(ranges, head("2026-01-01", "deep_archive")) == Codes{"ranges-not-offered"});
    // When a table asks for files its rows say.
    const std::string table = "restores: [{trace: t.csv, ranges: true}]";
    const std::string traced =
        "scenario: 1\nname: test\nstart: 2012-11-01\nmonths: 2\nworkload: {trace: {file: f.csv}}\n";
    CHECK(codes(table, traced + "storage_class: glacier\n").empty());
    CHECK(codes(table, traced + "storage_class: flexible\n") == Codes{"ranges-not-offered"});
    const std::string free = "restores: [{batch: all, at: 2016-11-20, pacing: free}]";
    CHECK(codes(free, head("2016-11-01", "flexible")).empty());
    CHECK(codes("restores: [{batch: all, at: 2016-11-21, pacing: free}]", head("2016-11-01", "glacier")) ==
          Codes{"setting-without-effect"});
}

TEST_CASE("what cannot be read brings no second error", "[scenario]") {
    CHECK(codes("restores: [{batch: 0 %, at: 2013-01-05}]") == Codes{"value-out-of-range"});
    CHECK(codes("pipeline: {fetch_failure: 200 %, attempts: 3}") == Codes{"value-out-of-range"});
}

TEST_CASE("a file remembers eight selections", "[scenario]") {
    const auto batches = [](int n) {
        std::string text = "restores: [{batch: all}";
        for (int i = 0; i < n; ++i)
            text += ", {batch: 5 %}";
        return text + "]";
    };
    CHECK(codes(batches(8)).empty());
    CHECK(codes(batches(9)) == Codes{"selections-too-many"});
}

TEST_CASE("a tier is one that the class has at the start", "[scenario]") {
    const std::string later = "scenario: 1\nstart: 2017-01-01\nmonths: 2\nworkload: {reference_w1: {}}\n";
    CHECK(codes("audit: {tier: bulk}") == Codes{"tier-unknown"});
    CHECK(codes("audit: {tier: bulk}", later).empty());
    CHECK(codes("restores: [{rate: 1/day, tier: quick}]", later) == Codes{"tier-unknown"});
    CHECK(codes("storage_class: tape\naudit: {}", later) == Codes{"retrieval-time-unknown"});
    CHECK(codes("storage_class: tape", later).empty());
}

TEST_CASE("deletions end each file once at most", "[scenario]") {
    CHECK(codes("changes: {deletions: [{share: 60 %, keep: 1 day}, {share: 60 %, rate: 5 %}]}") ==
          Codes{"shares-above-all"});
    CHECK(codes("changes: {deletions: [{share: 60 %}]}") == Codes{"key-missing"});
    CHECK(codes("changes: {deletions: [{keep: 1 day, rate: 5 %}]}") == Codes{"entries-contradict"});
    CHECK(codes("changes: {deletions: [{share: 60 %, keep: 1 day}, {share: 40 %, rate: 5 %}]}").empty());
}

TEST_CASE("what counts only beside another setting is refused without it", "[scenario]") {
    CHECK(codes("retrieval: {downloaders: 4}") == Codes{"setting-without-effect"});
    CHECK(codes("retrieval: {downloaders: 4}\naudit: {}").empty());
    CHECK(codes("pipeline: {attempts: 4}") == Codes{"setting-without-effect"});
    CHECK(codes("changes: {compaction_tier: bulk}").front() == "setting-without-effect");
}
