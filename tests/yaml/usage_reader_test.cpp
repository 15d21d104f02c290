#include "core/yaml/usage_reader.hpp"
#include "core/usage/stored_amount.hpp"
#include "tests/support/catch.hpp"

#include <string>

using namespace firn;
using namespace firn::yaml;

namespace {

usage::Usage read(const std::string& text) {
    auto usage = read_usage("usage.yaml", text);
    INFO((usage ? std::string{} : to_text(usage.error())));
    REQUIRE(usage);
    return std::move(usage).value();
}

/// A period of March 2013 (744 hours) with one list of one entry.
std::string march(const std::string& entry) {
    return "usage: 1\nperiods:\n  - month: 2013-03\n    " + entry + "\n";
}

/// "code at line:column" of everything that is wrong.
std::string faults_of(const std::string& text) {
    const auto usage = read_usage("usage.yaml", text);
    REQUIRE_FALSE(usage);
    std::string faults;
    for (const Diagnostic& fault : usage.error()) {
        faults += (faults.empty() ? "" : ", ") + fault.code + " at " + std::to_string(fault.where.line) +
                  ":" + std::to_string(fault.where.column);
    }
    return faults;
}

}  // namespace

TEST_CASE("the whole usage file is read", "[yaml]") {
    const usage::Usage usage = read(R"(
usage: 1
price_book: aws-glacier
region: eu-west-1
rules: {retrieval: first-faq, overhead_unit: decimal, early_deletion_steps: months, early_deletion_month: real}
periods:
  - month: 2013-03
    storage:
      - {class: glacier, average: 12 TiB, archives: 1000}
      - {class: glacier, average: 10 TiB, archive_size: 25 MiB}
      - {class: glacier, bytes: 100 GiB, for: 15 days, archives: 4096}
      - {class: glacier, byte_hours: 42259901212262400}
    uploads:
      - {class: glacier, bytes: 1 TiB, archives: 8192, part_size: 8 MiB}
    requests:
      - {class: glacier, kind: upload, count: 5306220}
    retrievals:
      - {class: glacier, at: 2013-03-05T00:00Z, bytes: 140 GiB}
      - {class: glacier, from: 2013-03-05T00:00Z, hours: 24, bytes: 24 GiB}
      - {class: deep_archive, tier: bulk, bytes: 1 TiB, archives: 1000, copy_days: 7}
    deletions:
      - {class: glacier, bytes: 1000 GiB, archives: 10, stored_for: 45 days, at: 2013-03-20T00:00Z}
    capacity: [{bought: 2013-03-31T10:00Z, units: 1}]
    staging: [{class: deep_archive, bytes: 10 GiB, for: 3 days}]
    transfer_out: 63488 GiB
    metered:
      - {class: glacier, charge: early_deletion, quantity: 1.440}
    prices:
      - {class: glacier, charge: retrieval, price: 0.0114}
      - {charge: transfer_out, free: 0 GiB}
      - {class: flexible, charge: retrieval, tier: standard, free: 0 GiB}
      - {class: glacier, kind: upload, price: 0.05/1000}
)");
    CHECK(usage.region == "eu-west-1");
    CHECK(usage.rules.retrieval == usage::RetrievalRule::first_faq);
    CHECK(usage.rules.overhead_unit == usage::OverheadUnit::decimal);
    CHECK(usage.rules.early_deletion_steps == usage::EarlyDeletionSteps::months);
    CHECK(usage.rules.early_deletion_month == usage::EarlyDeletionMonth::real);
    const usage::Period& period = usage.periods.at(0);
    CHECK(period.storage.size() == 4);
    CHECK(period.uploads.at(0).part_size == Bytes::from_mib(8));
    CHECK(period.requests.at(0).count == 5306220);
    CHECK(std::get<usage::OverHours>(period.retrievals.at(1).time).hours == 24);
    CHECK(period.retrievals.at(2).copy_days == 7);
    CHECK(period.deletions.at(0).stored_for == std::chrono::hours{45 * 24});
    CHECK(period.capacity.at(0).units == 1);
    CHECK(period.staging.size() == 1);
    CHECK(period.transfer_out->bytes == Rational{63488} * 1024 * 1024 * 1024);
    CHECK(period.metered.at(0).quantity == *parse_decimal("1.44"));
    CHECK(period.prices.at(3).price == UnitPrice{Rational{5, 100000}});
    CHECK(period.storage.at(2).where == SourceLocation{"usage.yaml", 11, 9});
}

TEST_CASE("JSON as the simulator writes it is a usage file too", "[yaml]") {
    const usage::Usage usage =
        read(R"({"usage": 1, "periods": [{"month": "2013-03", "storage": [{"class": "glacier",
"byte_microseconds": "3600000000", "archive_microseconds": "7200000000"}],
"requests": [{"class": "glacier", "kind": "upload", "count": 7}]}]})");
    const usage::Period& period = usage.periods.at(0);
    CHECK(usage::byte_hours(period.storage.at(0), period.month) == 1);
    CHECK(usage::archive_hours(period.storage.at(0), period.month) == Rational{2});
}

TEST_CASE("byte-microseconds above 64 bits stay exact", "[yaml]") {
    const auto usage = read(
        march("storage: [{class: glacier, byte_microseconds: 340282366920938463463374607431768211455}]"));
    CHECK(to_decimal(std::get<ByteTime>(usage.periods.at(0).storage.at(0).amount).byte_microseconds()) ==
          "340282366920938463463374607431768211455");
}

TEST_CASE("book, region and rules have defaults", "[yaml]") {
    const usage::Usage usage = read("usage: 1\n");
    CHECK(usage.price_book == "aws-glacier");
    CHECK(usage.region == "us-east-1");
    CHECK(usage.rules == usage::Rules{});
    CHECK(usage.periods.empty());
}

TEST_CASE("an average of a fraction of a byte is exact", "[yaml]") {
    const auto usage = read(march("storage: [{class: glacier, average: 0.1 GiB}]"));
    CHECK(usage::byte_hours(usage.periods.at(0).storage.at(0), usage.periods.at(0).month) ==
          Rational{1073741824, 10} * 744);
}

TEST_CASE("what is wrong with an entry is named with its place", "[yaml]") {
    const auto [entry, faults] = GENERATE(table<std::string, std::string>({
        {"storage: [{class: glacier, average: 12}]", "unit-missing at 4:41"},
        {"storage: [{class: glacier}]", "key-missing at 4:15"},
        {"storage: [{class: glacier, average: 1 GiB, bytes: 1 GiB, for: 1 h}]", "entries-contradict at 4:15"},
        {"storage: [{class: glacier, average: 1 GiB, for: 1 h}]", "entries-contradict at 4:53"},
        {"storage: [{class: glacier, average: 1 GiB, archives: 1, archive_size: 1 MiB}]",
         "entries-contradict at 4:15"},
        {"storage: [{class: glacier, bytes: 1 GiB}]", "key-missing at 4:15"},
        {"storage: [{class: glacier, bytes: 1 GiB, for: 32 days}]", "duration-too-long at 4:15"},
        {"storage: [{class: glacier, average: 1 GiB, archive_size: 0 B}]", "archive-size-zero at 4:15"},
        {"storage: [{class: glacier, byte_microseconds: 0.5}]", "number-not-whole at 4:51"},
        {"storage: [{class: glacier, byte_microseconds: 340282366920938463463374607431768211456}]",
         "number-not-whole at 4:51"},
        {"deletions: [{class: glacier, bytes: 1 GiB, archives: 0, byte_microseconds: 1, "
         "archive_microseconds: 1}]",
         "ages-contradict at 4:17"},
        {"deletions: [{class: glacier, bytes: 0 B, archives: 2, byte_microseconds: 1, archive_microseconds: "
         "1}]",
         "ages-contradict at 4:17"},
        {"deletions: [{class: glacier, bytes: 4 B, archives: 2, byte_microseconds: 3456000000000, "
         "archive_microseconds: 5184000000000}]",
         "ages-contradict at 4:17"},
        {"uploads: [{class: glacier, bytes: 1 GiB, archives: 0}]", "archives-missing at 4:15"},
        {"uploads: [{class: glacier, bytes: 40001 GiB, archives: 1}]", "archive-too-large at 4:15"},
        {"uploads: [{class: glacier, bytes: 1 GiB, archives: 1, part_size: 8 GiB}]",
         "part-size-out-of-range at 4:15"},
        {"requests: [{class: glacier, kind: upload, count: -1}]", "number-negative at 4:54"},
        {"retrievals: [{class: glacier, at: 2013-04-01T00:00Z, bytes: 1 GiB}]", "time-outside-month at 4:18"},
        {"retrievals: [{class: glacier, at: 2013-03-01T00:00Z, hours: 4, bytes: 1 GiB}]",
         "entries-contradict at 4:18"},
        {"retrievals: [{class: glacier, at: 2013-03-01, from: 2013-03-01, hours: 4, bytes: 1 GiB}]",
         "entries-contradict at 4:18"},
        {"retrievals: [{class: glacier, from: 2013-03-01T00:00Z, bytes: 1 GiB}]", "key-missing at 4:18"},
        {"retrievals: [{class: glacier, from: 2013-03-01T00:00Z, hours: 0, bytes: 1 GiB}]",
         "hours-out-of-range at 4:18"},
        {"retrievals: [{class: glacier, from: 2013-03-01T00:00Z, hours: 745, bytes: 1 GiB}]",
         "hours-out-of-range at 4:18"},
        {"deletions: [{class: glacier, bytes: 1 GiB, stored_for: 1 day, at: 2013-02-28T23:59Z}]",
         "time-outside-month at 4:17"},
        {"metered: [{charge: storge, quantity: 1}]", "charge-type-unknown at 4:24"},
        {"metered: [{charge: storage, quantity: nan}]", "number-malformed at 4:43"},
        {"prices: [{price: 1}]", "key-missing at 4:14"},
        {"prices: [{charge: storage}]", "key-missing at 4:14"},
        {"prices: [{charge: storage, price: -1}]", "number-negative at 4:39"},
        {"prices: [{charge: transfer_out, free: 1}]", "unit-missing at 4:43"},
        {"storge: []", "key-unknown at 4:5"},
        {"transfer_out: 10 GiBs", "unit-unknown at 4:19"},
    }));
    CAPTURE(entry);
    CHECK(faults_of(march(entry)) == faults);
}

TEST_CASE("what is wrong with the file is named with its place", "[yaml]") {
    const auto [text, faults] = GENERATE(table<std::string, std::string>({
        {"usage: 2\n", "format-version-unknown at 1:8"},
        {"periods: []\n", "key-missing at 1:1"},
        {"usage: 1\nrules: {retrival: first-faq}\n", "key-unknown at 2:9"},
        {"usage: 1\nrules: {retrieval: third-faq}\n", "rule-value-unknown at 2:20"},
        {"usage: 1\nperiods:\n  - storage: []\n", "key-missing at 3:5"},
        {"usage: 1\nperiods:\n  - month: 2013-13\n", "month-malformed at 3:12"},
        {"usage: 1\nperiods:\n  - month: 2013-03\n  - month: 2013-03\n", "month-repeated at 4:5"},
        {"usage: 1\nusage: 1\n", "key-repeated at 2:1"},
    }));
    CAPTURE(text);
    CHECK(faults_of(text) == faults);
}

TEST_CASE("a text is a usage file where a line begins with its key", "[yaml]") {
    CHECK(is_usage_text("usage: 1\nperiods: []\n"));
    CHECK(is_usage_text("\xEF\xBB\xBFusage: 1\n"));
    CHECK(is_usage_text("# what was used\nusage: 1\n"));
    CHECK_FALSE(is_usage_text("scenario: 1\nnotes: {usage: 1}\n"));
    CHECK_FALSE(is_usage_text("month,usage:,cost\n"));
}
