// What a day, an hour and a month are for the retrieval fee. All months priced at 0.010 a GB.
#include "core/pricing/peak_fee.hpp"
#include "tests/pricing/bill_of_text.hpp"

using namespace firn;
using namespace firn::pricing;

namespace {

std::string retrieved(const std::string& month, const std::string& stored, const std::string& jobs,
                      const std::string& rule) {
    return month_of(month,
                    "    storage: [{class: glacier, average: " + stored + "}]\n    retrievals:\n" + jobs,
                    "rules: {retrieval: " + rule + "}");
}

std::string job(const std::string& when, const std::string& bytes) {
    return "      - {class: glacier, " + when + ", bytes: " + bytes + "}\n";
}

}  // namespace

TEST_CASE("a day exactly at the allowance has no fee, a byte more has one", "[pricing]") {
    // 600 GB x 5 % / 30 = 1 GB a day.
    const std::string rule = GENERATE("first-faq", "reworked-faq");
    const auto fee = [&](const std::string& bytes) {
        return line_of(bill_of(retrieved("2013-04", "600 GiB", job("at: 2013-04-05T00:00Z", bytes), rule)),
                       ChargeType::retrieval)
            .quantity;
    };
    CHECK(fee("1 GiB") == 0);
    CHECK(fee("1073741825 B") > 0);
}

TEST_CASE("a job over midnight is divided between its days by clock hours", "[pricing]") {
    // 600 GB: 1 GB a day. 8 GB at 23:00: 2 GB on the 5th in one hour, 6 GB on the 6th in three.
    const auto jobs = job("at: 2013-04-05T23:00Z", "8 GiB");
    // First FAQ: 2 - 2/2 x 1 = 1 on the 5th; 2 - 2/6 x 1 = 5/3 on the 6th: 5/3 x 720 = 1200.
    CHECK(quantity_of(bill_of(retrieved("2013-04", "600 GiB", jobs, "first-faq")), ChargeType::retrieval) ==
          "1200");
    // Reworked: at least four hours divide the allowance on either day: 2 - 1/4 = 1.75; x 720 = 1260.
    CHECK(quantity_of(bill_of(retrieved("2013-04", "600 GiB", jobs, "reworked-faq")),
                      ChargeType::retrieval) == "1260");
}

TEST_CASE("a job begins with the clock hour of its request, whatever the minute", "[pricing]") {
    const auto quantity = [](const std::string& when) {
        return quantity_of(bill_of(retrieved("2013-04", "600 GiB", job(when, "8 GiB"), "first-faq")),
                           ChargeType::retrieval);
    };
    CHECK(quantity("at: 2013-04-05T20:00Z") == quantity("at: 2013-04-05T20:59:59.999999Z"));
    CHECK(quantity("at: 2013-04-05T20:59:59Z") != quantity("at: 2013-04-05T21:00Z"));
}

TEST_CASE("hours past the month's end count in its last day", "[pricing]") {
    // 8 GB at 23:00 on the 30th: all 8 GB in four hours of that day: 2 - 2/8 x 1 = 1.75; x 720 = 1260.
    const auto jobs = job("at: 2013-04-30T23:00Z", "8 GiB");
    CHECK(quantity_of(bill_of(retrieved("2013-04", "600 GiB", jobs, "first-faq")), ChargeType::retrieval) ==
          "1260");
}

TEST_CASE("a last day of more than 24 hours divides its allowance by 24", "[pricing]") {
    // 48 GB over 48 hours from the last midnight: 1 - 1/24 = 23/24; x 720 = 690.
    const auto jobs = job("from: 2013-04-30T00:00Z, hours: 48", "48 GiB");
    CHECK(quantity_of(bill_of(retrieved("2013-04", "600 GiB", jobs, "reworked-faq")),
                      ChargeType::retrieval) == "690");
}

TEST_CASE("jobs that overlap in part are told apart by the two rules", "[pricing]") {
    // 1200 GB: 2 GB a day. 8 GB at 0:00 and 8 GB at 2:00: hours of 2, 2, 4, 4, 2, 2 GB, 16 GB in six hours.
    const auto jobs = job("at: 2013-04-05T00:00Z", "8 GiB") + job("at: 2013-04-05T02:00Z", "8 GiB");
    // First FAQ: 4 x (1 - 2/16) = 3.5; x 720 = 2520.
    CHECK(quantity_of(bill_of(retrieved("2013-04", "1200 GiB", jobs, "first-faq")), ChargeType::retrieval) ==
          "2520");
    // Reworked: 4 - 2/6 = 11/3; x 720 = 2640.
    CHECK(quantity_of(bill_of(retrieved("2013-04", "1200 GiB", jobs, "reworked-faq")),
                      ChargeType::retrieval) == "2640");
}

TEST_CASE("the largest hour of a day within the allowance does not count", "[pricing]") {
    // 2400 GB: 4 GB a day. 4 GB in one hour on the 5th is free; 8 GB over 8 hours on the 6th is not:
    // 1 x (1 - 4/8) = 0.5; x 720 = 360.
    const auto jobs =
        job("from: 2013-04-05T00:00Z, hours: 1", "4 GiB") + job("from: 2013-04-06T00:00Z, hours: 8", "8 GiB");
    CHECK(quantity_of(bill_of(retrieved("2013-04", "2400 GiB", jobs, "first-faq")), ChargeType::retrieval) ==
          "360");
}

TEST_CASE("the hour with the largest billable rate makes the fee, not the hour with the largest rate",
          "[pricing]") {
    // 2400 GB: 4 GB a day. On the 5th one hour of 6 GB: 6 x (1 - 4/6) = 2. On the 6th ten hours of 5 GB:
    // 5 x (1 - 4/50) = 4.6; x 720 = 3312.
    const auto jobs = job("from: 2013-04-05T00:00Z, hours: 1", "6 GiB") +
                      job("from: 2013-04-06T00:00Z, hours: 10", "50 GiB");
    CHECK(quantity_of(bill_of(retrieved("2013-04", "2400 GiB", jobs, "first-faq")), ChargeType::retrieval) ==
          "3312");
}

TEST_CASE("February of a leap year has 29 days and 696 hours", "[pricing]") {
    // 580 GB x 5 % / 29 = 1 GB a day; 8 GB: 2 x (1 - 1/8) = 1.75; x 696 = 1218.
    const auto jobs = job("at: 2016-02-29T00:00Z", "8 GiB");
    CHECK(quantity_of(bill_of(retrieved("2016-02", "580 GiB", jobs, "first-faq")), ChargeType::retrieval) ==
          "1218");
}

TEST_CASE("the allowance counts the overhead of the archives and all hours of the month", "[pricing]") {
    // 598 GB for half the hours are 299 GB; 32768 archives for as long add 0.5 GB: 299.5 x 5 % / 30 =
    // 0.499167 GB.
    const std::string usage = month_of("2013-04", R"(
    storage: [{class: glacier, bytes: 598 GiB, for: 15 days, archives: 32768}]
    retrievals: [{class: glacier, at: 2013-04-05T00:00Z, bytes: 4 GiB}]
)");
    CHECK_THAT(steps_of(line_of(bill_of(usage), ChargeType::retrieval)), Catch::Contains("= 0.499167 GB"));
}

TEST_CASE("metered storage gives an allowance too", "[pricing]") {
    const std::string usage = month_of("2013-04", R"(
    metered: [{class: glacier, charge: storage, quantity: 100}]
    retrievals: [{class: glacier, at: 2013-04-05T00:00Z, bytes: 100 GiB}]
)");
    CHECK(cost_of(bill_of(usage), ChargeType::retrieval) == "179.70");
}

TEST_CASE("nothing retrieved in a stated job has a line of zero", "[pricing]") {
    const std::string usage =
        retrieved("2013-04", "600 GiB", job("at: 2013-04-05T00:00Z", "0 GiB"), "first-faq");
    CHECK(quantity_of(bill_of(usage), ChargeType::retrieval) == "0");
    CHECK(cost_of(bill_of(usage), ChargeType::retrieval) == "0.00");
}

TEST_CASE("the month chooses the retrieval rule where none is stated", "[pricing]") {
    const auto [month, rule] = GENERATE(table<std::string, usage::RetrievalRule>(
        {{"2012-12", usage::RetrievalRule::first_faq}, {"2013-01", usage::RetrievalRule::reworked_faq}}));
    const Bill bill = bill_of(
        month_of(month, "    retrievals: [{class: glacier, at: " + month + "-05T00:00Z, bytes: 1 GiB}]\n"));
    CHECK(bill.periods.at(0).rules.retrieval == rule);
    CHECK_THAT(bill.periods.at(0).notes.at(0), Catch::Contains("Not confirmed (retrieval)"));
}

TEST_CASE("jobs of the same hour and length add up whatever their order", "[pricing]") {
    const BillingPeriod month = *BillingPeriod::parse("2013-04");
    RetrievalHours hours{month};
    hours.add(month.begin(), 4, Rational{8});
    hours.add(month.begin() + std::chrono::minutes{59}, 4, Rational{4});
    hours.add(month.begin() + std::chrono::hours{3}, 1, Rational{2});
    const std::map<std::int64_t, Rational> expected{{0, 3}, {1, 3}, {2, 3}, {3, 5}};
    CHECK(hours.rates() == expected);
}
