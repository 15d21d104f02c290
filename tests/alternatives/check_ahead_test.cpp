#include "core/alternatives/check_comparison.hpp"
#include "core/alternatives/defaults.hpp"
#include "core/yaml/comparison_reader.hpp"
#include "tests/pricing/shipped_books.hpp"
#include "tests/support/catch.hpp"

#include <string>

using namespace firn;
using namespace firn::alternatives;

namespace {

Demand three_months() {
    return demand_ahead({.price_book = "aws-s3-glacier"}, "deep_archive", *BillingPeriod::parse("2026-01"),
                        3);
}

/// The codes of what is wrong with such a file before a run of three months.
std::string codes_ahead(const std::string& rest, bool knows_months = true) {
    auto file = yaml::read_comparison("alternatives.yaml", "comparison: 1\n" + rest, 2026);
    REQUIRE(file);
    for (Alternative& one : file->comparison.alternatives) {
        if (one.kind == Kind::price_book) one.book = pricing::shipped_book(one.region, one.price_book);
    }
    std::string codes;
    for (const Diagnostic& one : check_ahead(file->comparison, three_months(), knows_months))
        codes += (codes.empty() ? "" : " ") + one.code;
    return codes;
}

}  // namespace

TEST_CASE("what needs no run is wrong before it", "[alternatives]") {
    CHECK(codes_ahead("alternatives: [{kind: tape}]\n").empty());
    CHECK(codes_ahead("currency: EUR\nalternatives: [{kind: tape}]\n") == "currency-without-rate");
    CHECK(codes_ahead("alternatives: [{kind: tape, fill: 0 %}]\n") == "parameter-out-of-range");
    CHECK(codes_ahead("alternatives: [{kind: price_book, storage_class: deep_archive}]\n").empty());
    CHECK(codes_ahead("alternatives: [{kind: price_book, storage_class: deeper}]\n") == "class-unknown");
    CHECK(codes_ahead("alternatives: [{kind: price_book, storage_class: deep_archive, tier: fast}]\n") ==
          "tier-unpriced");
}

TEST_CASE("an overlap is held against the months of the run where they are known", "[alternatives]") {
    const auto overlap = [](const std::string& months) {
        return "current: tape\noverlap: " + months + "\nalternatives: [{kind: tape}, {kind: usb_drives}]\n";
    };
    CHECK(codes_ahead(overlap("3")).empty());
    CHECK(codes_ahead(overlap("4")) == "overlap-too-long");
    CHECK(codes_ahead(overlap("4"), false).empty());
}

TEST_CASE("the usual alternatives beside a book in another currency lack one rate, which a file states",
          "[alternatives]") {
    pricing::PriceBook book = pricing::shipped_book("us-east-1", "aws-s3-glacier");
    book.currency = "EUR";
    const Diagnostics wrong =
        check_ahead(default_comparison(book, "deep_archive", 2026), three_months(), true);
    REQUIRE(wrong.size() == 1);
    CHECK(wrong[0].code == "currency-without-rate");
    CHECK(wrong[0].where.file.empty());
    CHECK(wrong[0].remedy ==
          "compare with a file of alternatives that states exchange: {USD: ...}, what one USD costs in EUR");
}

TEST_CASE("a run that keeps nothing is told of its workload", "[alternatives]") {
    const pricing::PriceBook book = pricing::shipped_book("us-east-1", "aws-s3-glacier");
    const Diagnostics wrong = check(default_comparison(book, "deep_archive", 2026), three_months());
    REQUIRE(wrong.size() == 1);
    CHECK(wrong[0].code == "workload-empty");
}
