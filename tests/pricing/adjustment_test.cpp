// What an invoice adds to the charges.
#include "tests/pricing/bill_of_text.hpp"

using namespace firn;
using namespace firn::pricing;

namespace {

/// March 2013: 52900 GB-Mo for 529.00, and 1025 GB out, of which one is free, for 1024 x 0.12 = 122.88.
const std::string kMonth = R"(
    storage: [{class: glacier, byte_hours: 42259901212262400}]
    transfer_out: 1025 GiB
)";

std::string with(const std::string& billing) {
    return month_of("2013-03", kMonth, "region: us-east-1\nbilling: " + billing);
}

/// "kind quantity x price = cost, ..." of all lines that are not charges.
std::string added_lines(const Bill& bill, std::size_t month = 0) {
    std::string text;
    for (const LineItem& line : bill.periods.at(month).lines) {
        if (line.charge != ChargeType::adjustment && line.charge != ChargeType::other) continue;
        text += line.kind + " " + format_decimal(line.quantity) + " x " +
                format_decimal(line.unit_price.per_unit()) + " = " + to_text(line.cost, bill.rounding) + "\n";
    }
    return text;
}

}  // namespace

TEST_CASE("a bill without settings has no line that is not a charge", "[pricing][billing]") {
    const Bill bill = bill_of(month_of("2013-03", kMonth));
    CHECK(added_lines(bill).empty());
    CHECK(total_of(bill) == "651.88");
}

TEST_CASE("everything that an invoice adds stands in its order, each reckoned from what is above",
          "[pricing][billing]") {
    // 529 + 122.88 = 651.88; + 15.12 = 667; waiver: 122.88 or 15 % of 667 = 100.05; 566.95 left;
    // discount 56.695; 510.255 left; credit 100; 410.255 left; support 10 % of 667 = 66.7; 476.955; tax 19 %
    // = 90.62145.
    const Bill bill =
        bill_of(with("{recurring: [{name: EC2, price: 15.12}], egress_waiver: 15 %, discount: 10 %, "
                     "credits: [{name: start, amount: 100}], support: 10 %, tax: 19 %}"));
    CHECK(added_lines(bill) ==
          "recurring 1 x 15.12 = 15.12\n"
          "egress_waiver 667 x -0.15 = -100.05\n"
          "discount 566.95 x -0.1 = -56.70\n"
          "credit 100 x -1 = -100.00\n"
          "support 667 x 0.1 = 66.70\n"
          "tax 476.955 x 0.19 = 90.62\n");
    CHECK(format_decimal(bill.total_exact.amount()) == "567.57645");
    // 529.00 + 122.88 + 15.12 - 100.05 - 56.70 - 100.00 + 66.70 + 90.62
    CHECK(total_of(bill) == "567.57");
}

TEST_CASE("a waiver that covers all transfer out takes just that", "[pricing][billing]") {
    // 20 % of 651.88 are 130.376: more than the 122.88 of the transfer.
    CHECK(added_lines(bill_of(with("{egress_waiver: 20 %}"))) == "egress_waiver 122.88 x -1 = -122.88\n");
}

TEST_CASE("a credit pays month by month until it is used up", "[pricing][billing]") {
    const std::string text = R"(usage: 1
billing: {credits: [{name: start, amount: 1000, from: 2013-03, until: 2013-06}]}
periods:
  - {month: 2013-04, metered: [{class: glacier, charge: storage, quantity: 60000}]}
  - {month: 2013-03, metered: [{class: glacier, charge: storage, quantity: 60000}]}
  - {month: 2013-02, metered: [{class: glacier, charge: storage, quantity: 60000}]}
  - {month: 2013-05, metered: [{class: glacier, charge: storage, quantity: 60000}]}
)";
    // 600.00 a month: nothing in February, 600 in March, the remaining 400 in April, nothing is left for May.
    const Bill bill = bill_of(text);
    CHECK(added_lines(bill, 0).empty());
    CHECK(added_lines(bill, 1) == "credit 600 x -1 = -600.00\n");
    CHECK(added_lines(bill, 2) == "credit 400 x -1 = -400.00\n");
    CHECK(added_lines(bill, 3).empty());
    CHECK(total_of(bill) == "1400.00");
}

TEST_CASE("what pays for all of a bill shows just what the lines above show", "[pricing][billing]") {
    // 1 request for 0.00005 shows 0.01 on an invoice, and a credit that covers it shows -0.01.
    const Bill bill =
        bill_of(month_of("2013-03", "    requests: [{class: glacier, kind: upload, count: 1}]\n",
                         "billing: {credits: [{name: start, amount: 5}]}"));
    CHECK(added_lines(bill) == "credit 0.00005 x -1 = -0.01\n");
    CHECK(total_of(bill) == "0.00");
}

TEST_CASE("support costs at least its minimum", "[pricing][billing]") {
    // 10 % of 651.88 are 65.188.
    CHECK(added_lines(bill_of(with("{support: {share: 10 %, at_least: 100}}"))) ==
          "support 100 x 1 = 100.00\n");
    CHECK(added_lines(bill_of(with("{support: {share: 10 %, at_least: 60}}"))) ==
          "support 651.88 x 0.1 = 65.19\n");
}

TEST_CASE("a flat price for a TB-month counts stored bytes of 10^12", "[pricing][billing]") {
    // 10^12 bytes, half of them for half of April: 0.75 TB-Mo x 6 = 4.50. The archives' overhead has no part
    // in it.
    const Bill bill = bill_of(month_of("2013-04", R"(
    storage:
      - {class: glacier, bytes: 500 GB, for: 30 days, archives: 1000}
      - {class: glacier, bytes: 500 GB, for: 15 days, archives: 1000}
)",
                                       "billing: {recurring: [{name: vendor, price_per_tb_month: 6}]}"));
    CHECK(added_lines(bill) == "recurring 0.75 x 6 = 4.50\n");
}

TEST_CASE("a recurring line stands in its months alone", "[pricing][billing]") {
    CHECK(added_lines(bill_of(with("{recurring: [{name: EC2, price: 15, until: 2013-03}]}"))).empty());
    CHECK(added_lines(bill_of(with("{recurring: [{name: EC2, price: 15, from: 2013-04}]}"))).empty());
    CHECK(
        added_lines(bill_of(with("{recurring: [{name: EC2, price: 15, from: 2013-03, until: 2013-04}]}"))) ==
        "recurring 1 x 15 = 15.00\n");
}

TEST_CASE("a total is converted month by month at its dated rate", "[pricing][billing]") {
    const Bill bill =
        bill_of(with("{exchange: {currency: EUR, rate: 0.77, date: 2013-03-28, source: bank}}"));
    // 651.88 x 0.77 = 501.9476
    REQUIRE(bill.converted_total);
    CHECK(to_text(*bill.converted_total, bill.rounding) == "501.95");
    CHECK(total_of(bill) == "651.88");
    CHECK(codes_of(with("{exchange: {currency: USD, rate: 1, date: 2013-03-28}}")) ==
          "exchange-same-currency");
}

TEST_CASE("other usage fills bands and free amounts first and is not billed", "[pricing][billing]") {
    // With 10238 GB elsewhere, 2 GB of the first band are left of 1025 (the free one is used up):
    // 2 x 0.12 + 1023 x 0.09 = 92.31.
    const Bill bill = bill_of(with("{other_usage: [{charge: transfer_out, bytes: 10238 GiB}]}"));
    const auto& lines = bill.periods.at(0).lines;
    REQUIRE(lines.size() == 3);
    CHECK(format_decimal(lines[1].quantity) == "2");
    CHECK(format_decimal(lines[2].quantity) == "1023");
    CHECK(total_of(bill) == "621.31");
    CHECK(steps_of(lines[1]).find("other usage of the same payer") != std::string::npos);
}

TEST_CASE("other usage of something the book does not sell is an error", "[pricing][billing]") {
    CHECK(codes_of(with("{other_usage: [{charge: storage, class: deep, bytes: 1 TiB}]}")) == "class-unknown");
    CHECK(codes_of(with("{other_usage: [{charge: requests, class: glacier, kind: upload, bytes: 1 TiB}]}")) ==
          "other-usage-unit");
}

TEST_CASE("other usage of a class fills the bands of all that is billed at its rate", "[pricing][billing]") {
    // 51,190 GB of S3 Standard elsewhere leave 10 GB-Mo at 0.023; the 8 KiB of 3,145,728 archives in Deep
    // Archive are 24 GB-Mo at Standard's rate: 10 x 0.023 + 14 x 0.022 = 0.538.
    const std::string text = R"(usage: 1
price_book: aws-s3-glacier
billing: {other_usage: [{charge: storage, class: standard, bytes: 51190 GiB}]}
periods:
  - {month: 2026-08, storage: [{class: deep_archive, average: 1 TiB, archives: 3145728}]}
)";
    const Bill bill = bill_of(text, Rounding::exact);
    Rational standard = 0;
    for (const LineItem& line : bill.periods.at(0).lines)
        standard += line.kind == "standard_rate" ? line.cost_exact.amount() : Rational{0};
    CHECK(format_decimal(standard) == "0.538");
}
