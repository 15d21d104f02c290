// Months in which a price changes, begins or ends.
#include "tests/pricing/bill_of_text.hpp"

using namespace firn;
using namespace firn::pricing;

namespace {

/// A book whose storage goes from 1.00 to 2.00 and whose retrieval from 0.010 to 0.020 on 16 April 2013, the
/// middle of a month of 720 hours.
const std::string kBook = R"(
price_book: test
title: Prices that change in the middle of April 2013
region: us-east-1
currency: USD
gb: 1 GiB
month: real-hours
verified_until: 2013-12-31
sources: {a: {title: A, address: "http://a.example", date: 2013-01}}
classes: {glacier: {overhead: 32 KiB, minimum_duration: 90 days}}
charges:
  - charge: storage
    class: glacier
    unit: GB-Mo
    usage_type: TimedStorage-ByteHrs
    periods:
      - {from: 2013-01-01, until: 2013-04-16, price: 1.00, sources: [a]}
      - {from: 2013-04-16, until: 2014-01-01, price: 2.00, sources: [a]}
  - charge: requests
    class: glacier
    kind: upload
    unit: Requests
    usage_type: Requests-Tier1
    periods:
      - {from: 2013-01-01, until: 2013-04-16, price: 0.05/1000, sources: [a]}
      - {from: 2013-04-16, until: 2014-01-01, price: 0.05/1000, sources: [a], confirmed: false, reason: recalled}
  - charge: early_deletion
    class: glacier
    unit: GB-Mo
    usage_type: EarlyDelete-ByteHrs
    periods:
      - {from: 2013-01-01, until: 2013-04-16, price: 1.00, sources: [a]}
      - {from: 2013-04-16, until: 2014-01-01, price: 2.00, sources: [a]}
  - charge: retrieval
    class: glacier
    unit: GB
    usage_type: Peak-Restore-Bytes-Delta
    peak_fee: {allowance: 5 %, job_hours: 4}
    periods:
      - {from: 2013-01-01, until: 2013-04-16, price: 0.010, sources: [a], rule: reworked-faq}
      - {from: 2013-04-16, until: 2014-01-01, price: 0.020, sources: [a], rule: reworked-faq}
  - charge: transfer_out
    unit: GB
    usage_type: DataTransfer-Out-Bytes
    periods:
      - {from: 2013-01-01, until: 2013-04-16, free: 1 GiB, bands: [{up_to: 10 GiB, price: 1}, {price: 0.5}], sources: [a]}
      - {from: 2013-04-16, until: 2014-01-01, free: 1 GiB, bands: [{up_to: 10 GiB, price: 2}, {price: 1}], sources: [a]}
)";

Bill april(const std::string& entries) {
    const auto book = yaml::read_price_book("test.yaml", kBook);
    INFO((book ? std::string{} : to_text(book.error())));
    REQUIRE(book);
    const auto usage = yaml::read_usage("usage.yaml", month_of("2013-04", entries));
    REQUIRE(usage);
    auto bill = price(*usage, *book, {.rounding = Rounding::exact, .explain = true});
    INFO((bill ? std::string{} : to_text(bill.error())));
    REQUIRE(bill);
    return std::move(bill).value();
}

std::string costs_of(const Bill& bill) {
    std::string text;
    for (const LineItem& line : bill.periods.at(0).lines)
        text += format_decimal(line.quantity) + "x" + to_text(line.unit_price) + " ";
    return text;
}

}  // namespace

TEST_CASE("usage without an instant is split by the hours of each price, a line each", "[pricing]") {
    const Bill bill = april("    storage: [{class: glacier, average: 100 GiB}]\n");
    CHECK(costs_of(bill) == "50x1.000 50x2.000 ");
    CHECK_THAT(steps_of(bill.periods.at(0).lines.at(0)),
               Catch::Contains("360 from 2013-04-01, 360 from 2013-04-16"));
}

TEST_CASE("usage with an instant takes the price of its instant", "[pricing]") {
    const Bill bill = april(R"(
    deletions:
      - {class: glacier, bytes: 10 GiB, stored_for: 60 days, at: 2013-04-15T23:59:59Z}
      - {class: glacier, bytes: 20 GiB, stored_for: 60 days, at: 2013-04-16T00:00Z}
)");
    CHECK(costs_of(bill) == "10x1.000 20x2.000 ");
}

TEST_CASE("a line whose price does not change stays one, with the doubts of either half", "[pricing]") {
    const Bill bill = april("    requests: [{class: glacier, kind: upload, count: 1000}]\n");
    CHECK(costs_of(bill) == "1000x0.00005 ");
    CHECK(bill.periods.at(0).lines.at(0).doubts == std::vector<std::string>{"recalled"});
}

TEST_CASE("bands and the free amount are those of the month's whole quantity", "[pricing]") {
    // 21 GB: 9 in the first band, 11 in the second, half of each at either list: 4.5 + 2.75 + 9 + 5.5.
    const Bill bill = april("    transfer_out: 21 GiB\n");
    CHECK(costs_of(bill) == "4.5x1.000 5.5x0.500 4.5x2.000 5.5x1.000 ");
    CHECK(total_of(bill) == "21.75");
}

TEST_CASE("the fee has one price, that of the first job in the peak hour", "[pricing]") {
    // No allowance: 2 GB/h on the 15th, 3 GB/h from 23:00 over the change.
    const Bill before = april(R"(
    retrievals:
      - {class: glacier, at: 2013-04-15T10:00Z, bytes: 8 GiB}
      - {class: glacier, at: 2013-04-15T23:00Z, bytes: 12 GiB}
      - {class: glacier, at: 2013-04-20T00:00Z, bytes: 4 GiB}
)");
    CHECK(costs_of(before) == "2160x0.010 ");
    const Bill after = april("    retrievals: [{class: glacier, at: 2013-04-16T00:00Z, bytes: 12 GiB}]\n");
    CHECK(costs_of(after) == "2160x0.020 ");
}

TEST_CASE("in August 2012 usage without an instant lies after the service began", "[pricing]") {
    // The average is over all 744 hours of the month; nothing lay there before the 20th.
    const Bill bill = bill_of(month_of("2012-08", R"(
    storage: [{class: glacier, average: 100 GiB}]
    uploads: [{class: glacier, bytes: 1 GiB, archives: 1000}]
)"));
    CHECK(cost_of(bill, ChargeType::storage) == "1.00");
    CHECK(quantity_of(bill, ChargeType::requests) == "1000");
    CHECK_THAT(steps_of(line_of(bill, ChargeType::storage)),
               Catch::Contains("The first price is of 2012-08-20"));
}

TEST_CASE("an instant before the service began has no price", "[pricing]") {
    CHECK(codes_of(month_of("2012-08",
                            "    retrievals: [{class: glacier, at: 2012-08-19T23:59Z, bytes: 1 GiB}]\n")) ==
          "price-absent");
}

TEST_CASE("the peak fee ends with 20 November 2016, the tiers follow", "[pricing]") {
    const auto entries = [](const std::string& at) {
        return month_of("2016-11",
                        "    storage: [{class: glacier, average: 75 TiB}]\n"
                        "    requests: [{class: glacier, kind: upload, count: 1000}]\n"
                        "    retrievals: [{class: glacier, at: " +
                            at + ", bytes: 140 GiB, archives: 1000}]\n");
    };
    const Bill bill = bill_of(entries("2016-11-20T20:00Z"));
    CHECK(quantity_of(bill, ChargeType::storage) == "76800");
    CHECK(quantity_of(bill, ChargeType::retrieval) == "2160");  // the whole month's 720 hours
    CHECK(quantity_of(bill, ChargeType::requests) == "2000");   // one line for uploads and retrievals
    // From the 21st on a job is one of the standard tier: (140 - 10 GB free) x 0.01, requests by tier.
    const Bill tiers = bill_of(entries("2016-11-21T00:00Z"));
    CHECK(quantity_of(tiers, ChargeType::retrieval) == "130");
    CHECK(cost_of(tiers, ChargeType::retrieval) == "1.30");
    CHECK(quantity_of(tiers, ChargeType::requests) == "1000");
    CHECK(quantity_of(tiers, ChargeType::retrieval_requests) == "1000");
}

TEST_CASE("a month without any price is outside the book", "[pricing]") {
    CHECK(codes_of(month_of("2012-07", "    storage: [{class: glacier, average: 1 GiB}]\n")) ==
          "month-outside-price-book");
}

TEST_CASE("Frankfurt has no prices before it opened, Sydney no transfer before December 2014", "[pricing]") {
    const std::string storage = "    storage: [{class: glacier, average: 1 GiB}]\n";
    CHECK(codes_of(month_of("2014-09", storage, "region: eu-central-1")) == "month-outside-price-book");
    CHECK(cost_of(bill_of(month_of("2014-10", storage, "region: eu-central-1")), ChargeType::storage) ==
          "0.01");
    CHECK(codes_of(month_of("2014-11", "    transfer_out: 1 GiB\n", "region: ap-southeast-2")) ==
          "price-absent");
    CHECK(cost_of(bill_of(month_of("2014-12", "    transfer_out: 11 GiB\n", "region: ap-southeast-2")),
                  ChargeType::transfer_out) == "1.40");
}
