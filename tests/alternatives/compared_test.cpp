#include "tests/alternatives/compared.hpp"

#include "core/alternatives/check_comparison.hpp"
#include "core/yaml/comparison_reader.hpp"
#include "tests/pricing/shipped_books.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace firn::alternatives {

namespace {

Result<Results> tried(const std::string& text) {
    auto file = yaml::read_comparison("alternatives.yaml", text, std::nullopt);
    if (!file) return file.error();
    for (Alternative& one : file->comparison.alternatives) {
        if (one.kind == Kind::price_book) one.book = pricing::shipped_book(one.region, one.price_book);
    }
    return compare(file->comparison, demand_of(*file->demand));
}

}  // namespace

Results compared(const std::string& text) {
    auto results = tried(text);
    INFO((results ? std::string{} : to_text(results.error())));
    REQUIRE(results);
    return std::move(results).value();
}

Results compared_file(const std::string& path) {
    std::ifstream file{std::string{FIRN_SOURCE_DIR} + "/" + path};
    return compared({std::istreambuf_iterator<char>{file}, {}});
}

std::string codes_of_comparison(const std::string& text) {
    const auto results = tried(text);
    if (results) return {};
    std::string codes;
    for (const Diagnostic& one : results.error())
        codes += (codes.empty() ? "" : " ") + one.code;
    return codes;
}

const Outcome& outcome_of(const Results& results, const std::string& name) {
    const auto found = std::find_if(results.outcomes.begin(), results.outcomes.end(),
                                    [&](const Outcome& one) { return one.alternative.name == name; });
    REQUIRE(found != results.outcomes.end());
    return *found;
}

}  // namespace firn::alternatives

using namespace firn::alternatives;

namespace {

const std::string kDemand =
    "demand: {start: 2026-01, months: 24, stock: 10 TB, added: 100 GB, archive_size: 25 MB, largest_file: 5 "
    "TB}\n";

std::string file_with(const std::string& rest) { return "comparison: 1\n" + kDemand + rest; }

}  // namespace

TEST_CASE("what cannot be compared is refused by its code", "[alternatives]") {
    CHECK(codes_of_comparison(file_with("alternatives: [{kind: usb_drive}]\n")) ==
          "alternative-kind-unknown");
    CHECK(codes_of_comparison(file_with("alternatives: [{kind: set, of: []}]\n")) == "set-empty");
    CHECK(codes_of_comparison(file_with("alternatives: [{kind: tape}, {kind: set, of: [tape, tap]}]\n")) ==
          "set-member-unknown");
    CHECK(codes_of_comparison(file_with("alternatives: [{kind: tape}, {kind: set, of: [tape, tape]}]\n")) ==
          "set-member-repeated");
    CHECK(codes_of_comparison(file_with("discount_rate: -100 %\nalternatives: [{kind: tape}]\n")) ==
          "discount-rate-too-low");
    CHECK(codes_of_comparison(file_with("alternatives: [{kind: usb_drives, drive_capacity: 4 TB}]\n")) ==
          "drive-too-small");
    CHECK(codes_of_comparison(
              file_with("alternatives: [{kind: archive_service, service: ovh_cold_archive}]\n")) ==
          "currency-without-rate");
    CHECK(codes_of_comparison(file_with("alternatives: [{kind: archive_service, service: wasaby}]\n")) ==
          "archive-service-unknown");
    CHECK(codes_of_comparison(file_with("alternatives: []\n")) == "comparison-empty");
    CHECK(codes_of_comparison(file_with("alternatives: [{kind: tape, copies: 0}]\n")) ==
          "parameter-out-of-range");
    CHECK(codes_of_comparison(file_with("alternatives: [{kind: tape}, {kind: tape}]\n")) ==
          "alternative-repeated");
    CHECK(codes_of_comparison(file_with("overlap: 2\nalternatives: [{kind: tape}]\n")) ==
          "overlap-without-current");
    CHECK(codes_of_comparison(file_with("discount_rate: 8\nalternatives: [{kind: tape}]\n")) ==
          "percent-malformed");
}

TEST_CASE("rates, months and ranges with which nothing can be reckoned are refused where they stand",
          "[alternatives]") {
    const auto demand = [](const std::string& months, const std::string& growth) {
        return "comparison: 1\ndemand: {start: 2026-01, stock: 10 TB, months: " + months +
               ", growth: " + growth + "}\nalternatives: [{kind: tape}]\n";
    };
    CHECK(codes_of_comparison(demand("12", "-100 %")) == "value-out-of-range");
    CHECK(codes_of_comparison(demand("12", "-150 %")) == "value-out-of-range");
    CHECK(codes_of_comparison(demand("12", "-99 %")).empty());
    CHECK(codes_of_comparison(demand("0", "0 %")) == "value-out-of-range");
    CHECK(codes_of_comparison(demand("1201", "0 %")) == "value-out-of-range");
    CHECK(codes_of_comparison(demand("1", "0 %")).empty());
    CHECK(codes_of_comparison(file_with("inflation: -100 %\nalternatives: [{kind: tape}]\n")) ==
          "value-out-of-range");
    CHECK(codes_of_comparison(file_with("exchange: {EUR: 0}\nalternatives: [{kind: tape}]\n")) ==
          "number-zero");
}

TEST_CASE("a range holds its value, from the smallest to the largest", "[alternatives]") {
    const auto quote = [](const std::string& range) {
        return file_with("alternatives: [{kind: vendor_quote, per_tb_month: " + range + "}]\n");
    };
    CHECK(codes_of_comparison(quote("{value: 10, low: 8, high: 12}")).empty());
    CHECK(codes_of_comparison(quote("{value: 10, low: 10, high: 10}")).empty());
    CHECK(codes_of_comparison(quote("{value: 10, low: 12}")) == "parameter-out-of-range");
    CHECK(codes_of_comparison(quote("{value: 10, high: 8}")) == "parameter-out-of-range");
    const auto file = firn::yaml::read_comparison(
        "t.yaml", file_with("alternatives: [{kind: tape, life_months: {value: 120, low: 84, high: 180}}]\n"),
        std::nullopt);
    REQUIRE(file);
    const auto* life = file->comparison.alternatives.front().parameters.find("life_months");
    CHECK(life->cheap == 180);
    CHECK(life->dear == 84);
}
