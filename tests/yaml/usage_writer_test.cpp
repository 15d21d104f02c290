#include "core/yaml/usage_writer.hpp"

#include "core/yaml/usage_reader.hpp"
#include "tests/support/catch.hpp"

#include <string>

using namespace firn;
using namespace firn::yaml;

namespace {

const std::string kEverything = R"(# A usage of everything,
# with its numbers.
usage: 1
price_book: aws-s3-glacier
region: us-east-1
rules:
  retrieval: first-faq
  overhead_unit: decimal
  early_deletion_steps: months
  early_deletion_month: real
  month_hours: 730
  gb_unit: decimal
  band_unit: decimal
periods:
  - month: 2026-08
    storage:
      - {class: flexible, average: 12 TiB, archives: 1000}
      - {class: flexible, average: 0.1 B, archive_size: 25 MiB}
      - {class: deep_archive, bytes: 100 GiB, for: 15 days, archives: 4096}
      - {class: deep_archive, byte_hours: 42259901212262400.25}
      - {class: deep_archive, byte_microseconds: 170141183460469231731687303715884105728, archive_microseconds: 12}
    uploads:
      - {class: flexible, bytes: 1 TiB, archives: 8192, part_size: 8 MiB}
    requests:
      - {class: flexible, kind: put, count: 12}
    retrievals:
      - {class: flexible, tier: bulk, bytes: 1 TiB, archives: 1000, copy_days: 7}
      - {class: flexible, tier: standard, at: 2026-08-05T00:00:00Z, bytes: 140 GiB}
      - {class: flexible, tier: standard, from: 2026-08-05T00:00:00Z, hours: 24, bytes: 24 GiB}
    copies:
      - {class: flexible, bytes: 1 GiB, from: 2026-08-01T00:00:00Z, until: 2026-08-09T00:00:00Z}
    deletions:
      - {class: flexible, bytes: 1000 GiB, archives: 10, stored_for: 45 days, at: 2026-08-20T00:00:00Z, cause: overwrite}
      - {class: flexible, bytes: 4 GiB, archives: 2, byte_microseconds: 6493990551552000000000, archive_microseconds: 2592000000000, at: 2026-08-20T00:00:00Z}
    capacity:
      - {bought: 2026-08-31T10:00:00Z, units: 1}
    staging:
      - {class: deep_archive, bytes: 10 GiB, for: 3 days}
    transfer_out: 62 TiB
    metered:
      - {charge: early_deletion, class: flexible, quantity: 1.44}
    prices:
      - {charge: retrieval, class: flexible, price: 0.0114}
      - {charge: transfer_out, free: 0 B}
      - {class: flexible, kind: put, price: 0.00005, free: 10}
)";

}  // namespace

TEST_CASE("a usage is written as it is read", "[yaml]") {
    const auto usage = read_usage("usage.yaml", kEverything);
    INFO((usage ? std::string{} : to_text(usage.error())));
    REQUIRE(usage);
    CHECK(usage_text(*usage, "A usage of everything,\nwith its numbers.") == kEverything);
}

TEST_CASE("a usage of no month is one", "[yaml]") {
    const std::string text = usage_text(usage::Usage{});
    const auto usage = read_usage("usage.yaml", text);
    REQUIRE(usage);
    CHECK(usage->periods.empty());
}

TEST_CASE("what an invoice adds is written with the usage", "[yaml]") {
    const std::string text =
        "usage: 1\nbilling:\n  prices_as_of: 2026-01-15\n  discount: 10 %\n  tax: 19 %\n"
        "  support: {share: 10 %, at_least: 100}\n"
        "  credits: [{name: migration credit, amount: 500, from: 2026-01, until: 2026-06}]\n"
        "  what_ifs: [{charge: storage, class: flexible, change: -20 %, from: 2027-01}]\n"
        "  exchange: {currency: EUR, rate: 0.92, date: 2026-10-01, source: a bank}\n";
    const auto usage = read_usage("usage.yaml", text);
    INFO((usage ? std::string{} : to_text(usage.error())));
    REQUIRE(usage);
    const std::string written = usage_text(*usage);
    const auto again = read_usage("usage.yaml", written);
    INFO(written << (again ? std::string{} : to_text(again.error())));
    REQUIRE(again);
    CHECK(usage_text(*again) == written);
    CHECK(again->billing.tax == usage->billing.tax);
    CHECK(again->billing.discount == usage->billing.discount);
    REQUIRE(again->billing.credits.size() == 1);
    CHECK(again->billing.credits.front().name == "migration credit");
    REQUIRE(again->billing.what_ifs.size() == 1);
    CHECK(again->billing.what_ifs.front().change == usage->billing.what_ifs.front().change);
    REQUIRE(again->billing.exchange);
    CHECK(again->billing.exchange->rate == usage->billing.exchange->rate);
    CHECK(again->billing.prices_as_of == usage->billing.prices_as_of);
}
