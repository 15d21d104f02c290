#include "core/alternatives/demand.hpp"

#include "core/alternatives/comparison.hpp"
#include "tests/alternatives/compared.hpp"
#include "tests/support/catch.hpp"

using namespace firn;
using namespace firn::alternatives;

namespace {

std::string codes_with(const std::string& demand, const std::string& rest = "") {
    return codes_of_comparison("comparison: 1\n" + rest + "demand: {start: 2026-01, months: 12, " + demand +
                               "}\nalternatives: [{kind: tape}]\n");
}

}  // namespace

TEST_CASE("restores are bytes and requests together", "[alternatives]") {
    CHECK(codes_with("stock: 1 TB, restored: 10 GB") == "restores-incomplete");
    CHECK(codes_with("stock: 1 TB, restores: 2") == "restores-incomplete");
    CHECK(codes_with("stock: 1 TB, restored: 10 GB, restores: 2").empty());
    CHECK(codes_with("stock: 1 TB, restored: 0 GB, restores: 0").empty());
}

TEST_CASE("a demand keeps something", "[alternatives]") {
    CHECK(codes_with("archive_size: 1 GB") == "demand-empty");
    CHECK(codes_with("stock: 0 B, added: 0 B") == "demand-empty");
    CHECK(codes_with("added: 1 GB").empty());
    CHECK(codes_with("added: 1 GB, archive_size: 0 B") == "value-out-of-range");
}

TEST_CASE("in a month at most everything is audited", "[alternatives]") {
    CHECK(codes_with("stock: 1 TB, audited: 101 %") == "value-out-of-range");
    CHECK(codes_with("stock: 1 TB, audited: -1 %") == "value-out-of-range");
    CHECK(codes_with("stock: 1 TB, audited: 100 %").empty());
}

TEST_CASE("the old way runs on for no longer than is compared", "[alternatives]") {
    CHECK(codes_with("stock: 1 TB", "current: tape\noverlap: 13\n") == "overlap-too-long");
    CHECK(codes_with("stock: 1 TB", "current: tape\noverlap: 12\n").empty());
}

TEST_CASE("a quote says what it asks", "[alternatives]") {
    const auto quote = [](const std::string& price) {
        return codes_of_comparison(
            "comparison: 1\ndemand: {start: 2026-01, months: 12, stock: 1 TB}\n"
            "alternatives: [{kind: vendor_quote" +
            price + "}]\n");
    };
    CHECK(quote("") == "quote-without-price");
    CHECK(quote(", per_tb_month: 0").empty());
    CHECK(quote(", per_tb_month: {value: 10, high: 12}").empty());
}

TEST_CASE("a class whose retrievals lack a price in its region is refused before it is billed",
          "[alternatives]") {
    const auto codes_of = [](const std::string& rest) {
        return codes_of_comparison(
            "comparison: 1\ndemand: {start: 2026-01, months: 12, stock: 1 TB}\n"
            "alternatives: [{kind: price_book, region: eu-central-1, storage_class: " +
            rest + "}]\n");
    };
    CHECK(codes_of("flexible") == "tier-unpriced");
    CHECK(codes_of("flexible, tier: bulk").empty());
    CHECK(codes_of("standard").empty());
}
