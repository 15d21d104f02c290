// Numbers that other calculators, blogs and real bills print for 2012 to 2016. Each test bears the id of its
// case.
#include "tests/pricing/bill_of_text.hpp"

using namespace firn;
using namespace firn::pricing;

TEST_CASE("faq-peak-allowance: an allowance of exactly 20.5 GB, exact and as the FAQ rounds", "[pricing]") {
    const std::string usage = month_of("2012-09", R"(
    storage: [{class: glacier, average: 12300 GiB}]
    retrievals: [{class: glacier, from: 2012-09-05T00:00Z, hours: 24, bytes: 24 GiB}]
)",
                                       "rules: {retrieval: first-faq}");
    // 20.5 / 24 = 0.854167 free, 0.145833 billable; x 720 x 0.01 = 1.05.
    const Bill exact = bill_of(usage, Rounding::exact);
    const std::string steps = steps_of(line_of(exact, ChargeType::retrieval));
    CHECK_THAT(steps, Catch::Contains("0.854167 GB/h"));
    CHECK_THAT(steps, Catch::Contains("= 0.145833 GB/h"));
    CHECK(cost_of(exact, ChargeType::retrieval) == "1.05");
    // 4 %, 0.82, 0.18: 1.296.
    CHECK_THAT(steps, Catch::Contains("to 4 %, their product to 0.82 GB; billable 0.18 GB/h"));
    CHECK(cost_of(bill_of(usage, Rounding::faq_2012), ChargeType::retrieval) == "1.30");
}

TEST_CASE("faq-early-1month: two months are owed after one", "[pricing]") {
    const Bill bill = bill_of(
        month_of("2013-09", "    deletions: [{class: glacier, bytes: 1 GiB, stored_for: 30 days}]\n"));
    CHECK(cost_of(bill, ChargeType::early_deletion) == "0.02");
}

TEST_CASE("bill-2014-syd-storage, bill-2014-syd-requests: a line above zero costs at least a cent",
          "[pricing]") {
    const Bill bill = bill_of(month_of("2014-10", R"(
    metered:
      - {class: glacier, charge: storage, quantity: 0.181}
      - {class: glacier, charge: requests, quantity: 16}
)",
                                       "region: ap-southeast-2"));
    CHECK(exact_cost_of(bill, ChargeType::storage) == "0.002172");
    CHECK(cost_of(bill, ChargeType::storage) == "0.01");
    CHECK(exact_cost_of(bill, ChargeType::requests) == "0.00096");
    CHECK(cost_of(bill, ChargeType::requests) == "0.01");
    CHECK(total_of(bill) == "0.02");
    // The bill is one of objects archived through S3: its own names of the lines.
    const Bill objects = bill_of(s3_month_of("2014-10", R"(
    metered:
      - {class: flexible, charge: storage, quantity: 0.181}
      - {class: flexible, charge: requests, kind: lifecycle, quantity: 16}
)",
                                             "ap-southeast-2"));
    CHECK(line_of(objects, ChargeType::storage).usage_type == "APS2-TimedStorage-GlacierByteHrs");
    CHECK(cost_of(objects, ChargeType::storage) == "0.01");
    CHECK(line_of(objects, ChargeType::requests).usage_type == "APS2-Requests-Tier3");
    CHECK(cost_of(objects, ChargeType::requests) == "0.01");
}

TEST_CASE("bill-2014-us-storage: 1.2912 is billed 1.29", "[pricing]") {
    const Bill bill =
        bill_of(month_of("2014-02", "    metered: [{class: glacier, charge: storage, quantity: 129.120}]\n"));
    CHECK(exact_cost_of(bill, ChargeType::storage) == "1.2912");
    CHECK(cost_of(bill, ChargeType::storage) == "1.29");
}

TEST_CASE("alestic-transition: 5,306,220 transitions of a real report", "[pricing]") {
    const Bill bill = bill_of(
        s3_month_of("2012-12", "    requests: [{class: flexible, kind: lifecycle, count: 5306220}]\n"));
    CHECK(line_of(bill, ChargeType::requests).usage_type == "Requests-Tier3");
    CHECK(exact_cost_of(bill, ChargeType::requests) == "265.311");
    CHECK(cost_of(bill, ChargeType::requests) == "265.31");
}

TEST_CASE("brandt-100gb-all: storage, retrieval and transfer of 100 GB", "[pricing]") {
    const Bill bill = bill_of(month_of("2012-09", R"(
    storage: [{class: glacier, average: 100 GiB}]
    retrievals: [{class: glacier, at: 2012-09-05T00:00Z, bytes: 100 GiB}]
    transfer_out: 100 GiB
)"));
    // The day's free 170.67 MB are 100 GB x 5 % / 30 = 0.166667 GB.
    CHECK_THAT(steps_of(line_of(bill, ChargeType::retrieval)), Catch::Contains("= 0.166667 GB"));
    CHECK(cost_of(bill, ChargeType::storage) == "1.00");
    CHECK(cost_of(bill, ChargeType::retrieval) == "179.70");
    CHECK(cost_of(bill, ChargeType::transfer_out) == "11.88");  // 99 x 0.12
    CHECK(total_of(bill) == "192.58");
}

TEST_CASE("brandt-eu-mixed: three months in Ireland, early deletion by either step rule", "[pricing]") {
    const auto usage = [](const std::string& steps) {
        return "usage: 1\nregion: eu-west-1\nrules: {early_deletion_steps: " + steps + R"(}
periods:
  - month: 2012-09
    storage: [{class: glacier, average: 10240 GiB}]
    retrievals: [{class: glacier, at: 2012-09-05T00:00Z, bytes: 512 GiB}]
    transfer_out: 512 GiB
    deletions: [{class: glacier, bytes: 100 GiB, stored_for: 45 days}]
  - month: 2012-10
    storage: [{class: glacier, average: 10240 GiB}]
  - month: 2012-11
    storage: [{class: glacier, average: 10240 GiB}]
)";
    };
    const Bill months = bill_of(usage("months"), Rounding::exact);
    Money storage;
    for (const PeriodBill& period : months.periods)
        storage += period.lines.at(0).cost;
    CHECK(storage == Money{*parse_decimal("337.92")});
    CHECK(cost_of(months, ChargeType::retrieval) == "979.968");
    CHECK(cost_of(months, ChargeType::transfer_out) == "61.32");
    CHECK(cost_of(months, ChargeType::early_deletion) == "2.2");
    CHECK(total_of(months) == "1381.408");
    CHECK(cost_of(bill_of(usage("exact"), Rounding::exact), ChargeType::early_deletion) == "1.65");
}

TEST_CASE("brandt-negative-transfer: half a GB out costs nothing, never less", "[pricing]") {
    const Bill bill = bill_of(month_of("2012-09", R"(
    storage: [{class: glacier, average: 100 GiB}]
    retrievals: [{class: glacier, at: 2012-09-05T00:00Z, bytes: 0.5 GiB}]
    transfer_out: 0.5 GiB
)"));
    CHECK(cost_of(bill, ChargeType::transfer_out) == "0.00");
    CHECK(cost_of(bill, ChargeType::transfer_out) != "-0.06");
    CHECK(cost_of(bill, ChargeType::retrieval) == "0.60");
    CHECK(total_of(bill) == "1.60");
}

TEST_CASE("liangzan-era-mix: each year has its own storage price and its own retrieval fee", "[pricing]") {
    const auto usage = [](const std::string& month, const std::string& prices) {
        return month_of(month,
                        "    storage: [{class: glacier, average: 1000 GiB}]\n"
                        "    retrievals: [{class: glacier, at: " +
                            month + "-05T00:00Z, bytes: 1000 GiB}]\n" + prices);
    };
    const Bill in_2012 = bill_of(usage("2012-09", ""));
    CHECK(cost_of(in_2012, ChargeType::storage) == "10.00");
    CHECK(cost_of(in_2012, ChargeType::storage) != "4.00");
    CHECK(cost_of(in_2012, ChargeType::retrieval) == "1797.00");
    const Bill in_2017 = bill_of(usage("2017-03", "    prices: [{charge: retrieval, free: 0 GiB}]\n"));
    CHECK(cost_of(in_2017, ChargeType::storage) == "4.00");
    CHECK(cost_of(in_2017, ChargeType::retrieval) == "10.00");
    CHECK(cost_of(in_2017, ChargeType::retrieval) != "1797.00");
}

TEST_CASE("liangzan-spread-week: 1,000 GB over 168 hours", "[pricing]") {
    // (1000 / 168 - 1000 x 5 % / 30 / 24) x 720 x 0.01.
    const Bill bill = bill_of(month_of("2013-04", R"(
    storage: [{class: glacier, average: 1000 GiB}]
    retrievals: [{class: glacier, from: 2013-04-08T00:00Z, hours: 168, bytes: 1000 GiB}]
)"));
    CHECK(format_fixed(line_of(bill, ChargeType::retrieval).cost_exact.amount(), 6) == "42.357143");
}

TEST_CASE("mtaws-issue47: ten jobs of 10 GB in one hour are one of 100 GB", "[pricing]") {
    std::string jobs;
    for (int minute = 10; minute < 20; ++minute)
        jobs +=
            "      - {class: glacier, at: 2013-04-05T08:" + std::to_string(minute) + "Z, bytes: 10 GiB}\n";
    const Bill bill = bill_of(
        month_of("2013-04", "    storage: [{class: glacier, average: 100 GiB}]\n    retrievals:\n" + jobs));
    CHECK(cost_of(bill, ChargeType::retrieval) == "179.70");
}

TEST_CASE("hn-3tb-upper-bound: one hour is the upper bound, four hours are the rule", "[pricing]") {
    const auto usage = [](const std::string& when) {
        return month_of("2012-09",
                        "    storage: [{class: glacier, average: 3 TiB}]\n"
                        "    retrievals: [{class: glacier, " +
                            when + ", bytes: 3 TiB}]\n",
                        "rules: {retrieval: first-faq}");
    };
    CHECK(exact_cost_of(bill_of(usage("from: 2012-09-05T00:00Z, hours: 1")), ChargeType::retrieval) ==
          "22081.536");
    CHECK(exact_cost_of(bill_of(usage("at: 2012-09-05T00:00Z")), ChargeType::retrieval) == "5520.384");
}

TEST_CASE("ic-display-rounding-small: an estimate may show nothing where an invoice shows a cent",
          "[pricing]") {
    const auto [count, estimate, invoice] = GENERATE(
        table<std::string, std::string, std::string>({{"10000", "0.00", "0.01"}, {"60000", "0.02", "0.02"}}));
    const std::string usage =
        month_of("2013-04", "    requests: [{class: glacier, kind: upload, count: " + count +
                                "}]\n    prices: [{class: glacier, kind: upload, price: 0.0004/1000}]\n");
    CHECK(cost_of(bill_of(usage, Rounding::estimate), ChargeType::requests) == estimate);
    CHECK(cost_of(bill_of(usage, Rounding::invoice), ChargeType::requests) == invoice);
}
