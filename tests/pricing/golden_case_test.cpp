// Published computations and real bills of the vault service until 2016. Each test bears the id of its case,
// and docs/price-model.md tells where it was published.
#include "core/storage/multipart.hpp"
#include "tests/pricing/bill_of_text.hpp"

using namespace firn;
using namespace firn::pricing;

namespace {

/// 12 TiB stored, 24 GB in one day, 1 GB in each of its hours; September has 30 days and 720 hours.
const std::string kFirstFaqExample = month_of("2012-09", R"(
    storage: [{class: glacier, average: 12 TiB}]
    retrievals: [{class: glacier, from: 2012-09-05T00:00Z, hours: 24, bytes: 24 GiB}]
)",
                                              "rules: {retrieval: first-faq}");

/// 75 TiB stored, some retrieval of 140 GB, in a month of 30 days by the reworked FAQ.
std::string reworked_faq_example(const std::string& retrieval) {
    return month_of("2013-04", R"(
    storage: [{class: glacier, average: 75 TiB}]
    retrievals: [)" + retrieval + "]\n",
                    "rules: {retrieval: reworked-faq}");
}

}  // namespace

TEST_CASE("a01-faq-12tb-even-day: the first FAQ's example, exact and with its roundings", "[pricing]") {
    // 12288 x 5 % / 30 = 20.48 GB a day; 1 GB/h - 20.48 / 24 = 0.146667 GB/h; x 720 h = 105.6 GB; x 0.010
    // = 1.056.
    const Bill exact = bill_of(kFirstFaqExample, Rounding::exact);
    CHECK(quantity_of(exact, ChargeType::retrieval) == "105.6");
    CHECK(cost_of(exact, ChargeType::retrieval) == "1.056");
    CHECK(cost_of(bill_of(kFirstFaqExample, Rounding::invoice), ChargeType::retrieval) == "1.06");
    // 20.5 GB, 4 %, 0.82 GB, 0.18 GB/h; x 720 x 0.010 = 1.296.
    const Bill faq = bill_of(kFirstFaqExample, Rounding::faq_2012);
    CHECK(cost_of(faq, ChargeType::retrieval) == "1.30");
    CHECK(exact_cost_of(faq, ChargeType::retrieval) == "1.056");
}

TEST_CASE("a01-faq-12tb-even-day: the explanation shows both ways and where they part", "[pricing]") {
    const std::string steps = steps_of(line_of(bill_of(kFirstFaqExample), ChargeType::retrieval));
    // daily_allowance, exact and of the FAQ; peak_hour_share, free_in_peak_hour, billable_peak of the FAQ.
    CHECK_THAT(steps, Catch::Contains("= 20.48 GB"));
    CHECK_THAT(steps, Catch::Contains("20.48 to 20.5 GB free a day"));
    CHECK_THAT(steps, Catch::Contains("4.166667 to 4 %"));
    CHECK_THAT(steps, Catch::Contains("their product to 0.82 GB"));
    CHECK_THAT(steps, Catch::Contains("billable 0.18 GB/h"));
    CHECK_THAT(steps, Catch::Contains("= 1.296, shown as 1.30 USD. Exact: 1.056, shown as 1.06."));
}

TEST_CASE("a02-hn-3tb-one-hour: everything counted in a single hour", "[pricing]") {
    // 3072 x 5 % / 30 = 5.12 GB; 3072 - 5.12 = 3066.88 GB/h; x 720 x 0.010 = 22081.536.
    const Bill bill = bill_of(month_of("2012-09", R"(
    storage: [{class: glacier, average: 3 TiB}]
    retrievals: [{class: glacier, from: 2012-09-05T10:00Z, hours: 1, bytes: 3 TiB}]
)",
                                       "rules: {retrieval: first-faq}"));
    CHECK_THAT(steps_of(line_of(bill, ChargeType::retrieval)), Catch::Contains("5.12 GB"));
    CHECK_THAT(steps_of(line_of(bill, ChargeType::retrieval)), Catch::Contains("3,066.88 GB/h"));
    CHECK(exact_cost_of(bill, ChargeType::retrieval) == "22081.536");
    CHECK(cost_of(bill, ChargeType::retrieval) == "22081.54");
}

TEST_CASE("a05-100k-archives: 32 KB an archive, binary and as the FAQ reads them", "[pricing]") {
    const std::string entries = "    storage: [{class: glacier, average: 100000 GiB, archives: 100000}]\n";
    // 100000 x 32 KiB / 2^30 = 3.0517578125 GB.
    const Bill binary = bill_of(month_of("2012-09", entries));
    CHECK(format_fixed(line_of(binary, ChargeType::storage).quantity, 6) == "100003.051758");
    CHECK(cost_of(binary, ChargeType::storage) == "1000.03");
    // 100000 x 0.000032 GB = 3.2 GB.
    const Bill decimal = bill_of(month_of("2012-09", entries, "rules: {overhead_unit: decimal}"));
    CHECK(quantity_of(decimal, ChargeType::storage) == "100003.2");
    CHECK(cost_of(decimal, ChargeType::storage) == "1000.03");
}

TEST_CASE("a06-early-delete-steps: three cents, two, one, none", "[pricing]") {
    const auto [age, fee] = GENERATE(table<std::string, std::string>(
        {{"0 days", "0.03"}, {"30 days", "0.02"}, {"60 days", "0.01"}, {"90 days", "0.00"}}));
    const std::string steps = GENERATE("exact", "months");
    const Bill bill = bill_of(
        month_of("2013-04", "    deletions: [{class: glacier, bytes: 1 GiB, stored_for: " + age + "}]\n",
                 "rules: {early_deletion_steps: " + steps + "}"));
    CHECK(cost_of(bill, ChargeType::early_deletion) == fee);
}

TEST_CASE("a07-upload-requests-prorated: requests are not rounded up to a thousand", "[pricing]") {
    const Bill bill =
        bill_of(month_of("2012-12", "    requests: [{class: glacier, kind: upload, count: 5306220}]\n"));
    CHECK(exact_cost_of(bill, ChargeType::requests) == "265.311");
    CHECK(cost_of(bill, ChargeType::requests) == "265.31");
}

TEST_CASE("a08-early-delete-45-days: one and a half months are owed", "[pricing]") {
    const std::string deletion =
        "    deletions: [{class: glacier, bytes: 1000 GiB, stored_for: 45 days, at: 2013-03-20T00:00Z}]\n";
    CHECK(cost_of(bill_of(month_of("2013-03", deletion)), ChargeType::early_deletion) == "15.00");
    // By the 744 hours of March: 45 x 24 / 744 = 1.451613 months.
    CHECK(cost_of(bill_of(month_of("2013-03", deletion, "rules: {early_deletion_month: real}")),
                  ChargeType::early_deletion) == "14.52");
}

TEST_CASE("b01-75tb-140gb-4h: 35 GB/h less 32 GB/h", "[pricing]") {
    // 76800 x 5 % / 30 = 128 GB a day; 140 / 4 = 35; 128 / 4 = 32; 3 x 720 x 0.010 = 21.60.
    const Bill bill =
        bill_of(reworked_faq_example("{class: glacier, at: 2013-04-05T00:00Z, bytes: 140 GiB}"));
    const std::string steps = steps_of(line_of(bill, ChargeType::retrieval));
    CHECK_THAT(steps, Catch::Contains("= 128 GB"));
    CHECK_THAT(steps, Catch::Contains("35 GB/h"));
    CHECK_THAT(steps, Catch::Contains("= 32 GB/h"));
    CHECK_THAT(steps, Catch::Contains("= 3 GB/h"));
    CHECK(quantity_of(bill, ChargeType::retrieval) == "2160");
    CHECK(cost_of(bill, ChargeType::retrieval) == "21.60");
}

TEST_CASE("b02-75tb-140gb-8h: 17.5 GB/h less 16 GB/h", "[pricing]") {
    const Bill bill =
        bill_of(reworked_faq_example("{class: glacier, from: 2013-04-05T00:00Z, hours: 8, bytes: 140 GiB}"));
    CHECK(quantity_of(bill, ChargeType::retrieval) == "1080");  // 1.5 GB/h x 720
    CHECK(cost_of(bill, ChargeType::retrieval) == "10.80");
}

TEST_CASE("b03-75tb-140gb-28h: no day exceeds the allowance", "[pricing]") {
    // 5 GB/h: 120 GB on the first day, 20 GB on the second.
    const Bill bill =
        bill_of(reworked_faq_example("{class: glacier, from: 2013-04-05T00:00Z, hours: 28, bytes: 140 GiB}"));
    CHECK(cost_of(bill, ChargeType::retrieval) == "0.00");
}

TEST_CASE("b05-mtaws-100gb: everything in one batch of jobs", "[pricing]") {
    // 25 - 100 x 5 % / 30 / 4 = 24.958333 GB/h; x 7.2 = 179.70.
    const Bill bill = bill_of(month_of("2013-04", R"(
    storage: [{class: glacier, average: 100 GiB}]
    retrievals: [{class: glacier, at: 2013-04-05T00:00Z, bytes: 100 GiB}]
)"));
    CHECK(exact_cost_of(bill, ChargeType::retrieval) == "179.7");
    CHECK(cost_of(bill, ChargeType::retrieval) == "179.70");
}

TEST_CASE("b07-morty-250gb: with the allowance, and without one for nothing stored", "[pricing]") {
    const std::string job = "    retrievals: [{class: glacier, at: 2013-04-05T00:00Z, bytes: 250 GiB}]\n";
    // 62.5 GB/h x 7.2 = 450; less 250 x 5 % / 30 / 4 x 7.2 = 0.75.
    CHECK(cost_of(bill_of(month_of("2013-04", job)), ChargeType::retrieval) == "450.00");
    CHECK(cost_of(bill_of(month_of("2013-04", "    storage: [{class: glacier, average: 250 GiB}]\n" + job)),
                  ChargeType::retrieval) == "449.25");
}

TEST_CASE("b09-bill-feb-2014-early-delete: two lines of a real bill", "[pricing]") {
    const Bill bill = bill_of(month_of("2014-02", R"(
    metered:
      - {class: glacier, charge: storage, quantity: 129.120}
      - {class: glacier, charge: early_deletion, quantity: 290.899}
)"));
    CHECK(cost_of(bill, ChargeType::storage) == "1.29");  // 1.2912: to nearest, not up
    CHECK(cost_of(bill, ChargeType::early_deletion) == "2.91");
    CHECK(total_of(bill) == "4.20");
}

TEST_CASE("b12-3gb-and-9gb-per-hour: nothing stored, no allowance", "[pricing]") {
    const auto [bytes, fee] =
        GENERATE(table<std::string, std::string>({{"12 GiB", "21.60"}, {"36 GiB", "64.80"}}));
    const Bill bill = bill_of(month_of(
        "2013-04", "    retrievals: [{class: glacier, at: 2013-04-05T00:00Z, bytes: " + bytes + "}]\n"));
    CHECK(cost_of(bill, ChargeType::retrieval) == fee);
}

TEST_CASE("b13-693mb-126gb: the rule comes near a reported quantity", "[pricing]") {
    // 693/1024/4 x 744 = 125.88 without allowance; less 15 x 5 % / 31 / 4 x 744 = 4.5 GB: 121.38.
    const Bill bill = bill_of(month_of("2013-05", R"(
    storage: [{class: glacier, average: 15 GiB}]
    retrievals: [{class: glacier, at: 2013-05-05T00:00Z, bytes: 693 MiB}]
)"));
    const Rational quantity = line_of(bill, ChargeType::retrieval).quantity;
    CHECK(format_fixed(quantity, 2) == "121.38");
    CHECK(quantity >= 115);
    CHECK(quantity <= 127);
}

TEST_CASE("b15-bill-lines-2009-2012: every line to the nearest cent", "[pricing]") {
    const auto [quantity, price, cost] = GENERATE(table<std::string, std::string, std::string>({
        {"1.329", "0.030", "0.04"},
        {"0.199", "0.170", "0.03"},
        {"8622", "0.01/1000", "0.09"},
        {"62202", "0.01/10000", "0.06"},
        {"13.713", "0.150", "2.06"},
        {"157.833", "0.12", "18.94"},
        {"907666", "0.12/1000000", "0.11"},
        {"15.350", "0.15", "2.30"},
    }));
    const Bill bill =
        bill_of(month_of("2012-09", "    metered: [{charge: storage, quantity: " + quantity +
                                        "}]\n    prices: [{charge: storage, price: " + price + "}]\n"));
    CHECK(cost_of(bill, ChargeType::storage) == cost);
}

TEST_CASE("d16-vault-part-size: an archive of 1 TiB needs parts of 128 MiB", "[pricing]") {
    const auto plan = storage::plan_parts(Bytes::from_tib(1));
    REQUIRE(plan);
    CHECK(plan->part_size == Bytes{134'217'728});
    CHECK(plan->parts == 8192);
    const Bill bill =
        bill_of(month_of("2013-04", "    uploads: [{class: glacier, bytes: 1 TiB, archives: 1}]\n"));
    CHECK(quantity_of(bill, ChargeType::requests) == "8192");
}
