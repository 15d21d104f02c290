// The ordinary lines of a bill.
#include "tests/pricing/bill_of_text.hpp"

using namespace firn;
using namespace firn::pricing;

TEST_CASE("byte-hours are divided by the real hours of the month", "[pricing]") {
    // 42259901212262400 / 2^30 / 744 = 52900 GB-Mo.
    const Bill bill =
        bill_of(month_of("2013-03", "    storage: [{class: glacier, byte_hours: 42259901212262400}]\n"));
    CHECK(quantity_of(bill, ChargeType::storage) == "52900");
    CHECK(cost_of(bill, ChargeType::storage) == "529.00");
    // As bytes and days: 100 GB for 15 days and 100 TB for 16.
    CHECK(quantity_of(bill_of(month_of("2013-03", R"(
    storage:
      - {class: glacier, bytes: 100 GiB, for: 15 days}
      - {class: glacier, bytes: 100 TiB, for: 16 days}
)")),
                      ChargeType::storage) == "52900");
}

TEST_CASE("archives follow from the size of an archive, rounded up", "[pricing]") {
    // 10 TiB / 25 MiB = 419430.4: 419431 archives x 32 KiB = 12.8000183 GB.
    const Bill bill = bill_of(
        month_of("2013-03", "    storage: [{class: glacier, average: 10 TiB, archive_size: 25 MiB}]\n"));
    CHECK(format_fixed(line_of(bill, ChargeType::storage).quantity, 7) == "10252.8000183");
}

TEST_CASE("storage to the byte-microsecond", "[pricing]") {
    // One GB and 32768 archives for the whole of April 2013: 2592000 s; 1 GB-Mo and 1 GB-Mo of overhead.
    const Bill bill = bill_of(month_of("2013-04", R"(
    storage: [{class: glacier, byte_microseconds: 2783138807808000000000, archive_microseconds: 84934656000000000}]
)"));
    CHECK(quantity_of(bill, ChargeType::storage) == "2");
}

TEST_CASE("uploads are billed by parts, each archive as large as whole bytes allow", "[pricing]") {
    const auto [upload, requests] = GENERATE(table<std::string, std::string>({
        {"bytes: 1 TiB, archives: 8192", "8192"},
        {"bytes: 1 TiB, archives: 8192, part_size: 8 MiB", "131072"},
        {"bytes: 0 B, archives: 3", "3"},
        {"bytes: 0 B, archives: 0", "0"},
        // 2 archives of 8 MiB + 1 byte (2 parts) and 1 of 8 MiB (1 part)
        {"bytes: 25165826 B, archives: 3, part_size: 8 MiB", "5"},
        {"bytes: 4294967297 B, archives: 1", "4097"},
    }));
    const Bill bill = bill_of(month_of("2013-04", "    uploads: [{class: glacier, " + upload + "}]\n"));
    Rational sum = 0;
    for (const LineItem& line : bill.periods.at(0).lines)
        sum += line.quantity;
    CHECK(format_decimal(sum) == requests);
}

TEST_CASE("archives of a retrieval are requests, in one line with the uploads", "[pricing]") {
    const Bill bill = bill_of(month_of("2013-04", R"(
    requests: [{class: glacier, kind: upload, count: 100}]
    retrievals: [{class: glacier, at: 2013-04-05T00:00Z, bytes: 1 GiB, archives: 40}]
)"));
    CHECK(quantity_of(bill, ChargeType::requests) == "140");
}

TEST_CASE("the steps of a line of uploads and retrievals add up to its requests", "[pricing]") {
    // 5 + 3 + 4 requests.
    const Bill bill = bill_of(month_of("2013-01", R"(
    uploads: [{class: glacier, bytes: 1 GB, archives: 5}]
    retrievals:
      - {class: glacier, at: 2013-01-10T22:00Z, bytes: 1 GB, archives: 3}
      - {class: glacier, at: 2013-01-11T22:00Z, bytes: 1 GB, archives: 4}
)"));
    std::vector<std::string> steps = line_of(bill, ChargeType::requests).steps;
    REQUIRE(steps.size() > 5);
    steps.resize(5);
    CHECK(steps == std::vector<std::string>{"5 archives, 1 GB in all: 5 upload requests, one a part.",
                                            "3 archives retrieved: 3 requests.",
                                            "4 archives retrieved: 4 requests.",
                                            "These 2 together: 7 Requests.", "In all 12 Requests."});
    CHECK(line_of(bill, ChargeType::retrieval).steps.at(0) ==
          "1.862645 GB retrieved, by 2 entries of the usage.");
}

TEST_CASE("overhead of deleted archives is owed too", "[pricing]") {
    // (1 GB + 32768 x 32 KiB) x 90/30 months = 6 GB-Mo.
    const Bill bill = bill_of(month_of(
        "2013-04", "    deletions: [{class: glacier, bytes: 1 GiB, archives: 32768, stored_for: 0 days}]\n"));
    CHECK(quantity_of(bill, ChargeType::early_deletion) == "6");
}

TEST_CASE("whole months owed step down at 30, 60 and 90 days", "[pricing]") {
    const auto [age, owed] = GENERATE(table<std::string, std::string>({{"0 s", "3"},
                                                                       {"2591999 s", "3"},
                                                                       {"30 days", "2"},
                                                                       {"45 days", "2"},
                                                                       {"60 days", "1"},
                                                                       {"89 days", "1"},
                                                                       {"90 days", "0"},
                                                                       {"400 days", "0"}}));
    const Bill bill = bill_of(
        month_of("2013-04", "    deletions: [{class: glacier, bytes: 1 GiB, stored_for: " + age + "}]\n",
                 "rules: {early_deletion_steps: months}"));
    CHECK(quantity_of(bill, ChargeType::early_deletion) == owed);
}

TEST_CASE("transfer out is banded in binary GB, the free GB taken from the first band", "[pricing]") {
    // 62 TiB in 2016: 10239 x 0.09 + 40960 x 0.085 + 12288 x 0.07.
    const Bill bill = bill_of(month_of("2016-03", "    transfer_out: 63488 GiB\n"));
    const auto& lines = bill.periods.at(0).lines;
    REQUIRE(lines.size() == 3);
    CHECK(to_text(lines.at(0).cost) == "921.51");
    CHECK(to_text(lines.at(1).cost) == "3481.60");
    CHECK(to_text(lines.at(2).cost) == "860.16");
    CHECK(total_of(bill) == "5263.27");
}

TEST_CASE("above the last band its price goes on, marked as not confirmed", "[pricing]") {
    const Bill bill = bill_of(month_of("2016-03", "    transfer_out: 600 TiB\n"));
    const auto& lines = bill.periods.at(0).lines;
    REQUIRE(lines.size() == 5);
    CHECK(format_decimal(lines.at(4).quantity) == "102400");
    CHECK(lines.at(4).unit_price == lines.at(3).unit_price);
    CHECK(lines.at(3).doubts.empty());
    CHECK(lines.at(4).doubts.size() == 1);
}

TEST_CASE("the cut of September 2015 reached three regions", "[pricing]") {
    const auto [region, before, after] = GENERATE(table<std::string, std::string, std::string>({
        {"us-east-1", "0.010", "0.007"},
        {"us-west-2", "0.010", "0.007"},
        {"eu-west-1", "0.011", "0.007"},
        {"us-west-1", "0.011", "0.011"},
        {"eu-central-1", "0.012", "0.012"},
        {"ap-northeast-1", "0.0114", "0.0114"},
        {"ap-southeast-2", "0.012", "0.012"},
    }));
    const auto unit_price = [&](const std::string& month) {
        const Bill bill = bill_of(
            month_of(month, "    storage: [{class: glacier, average: 1 GiB}]\n", "region: " + region));
        return to_text(line_of(bill, ChargeType::storage).unit_price);
    };
    CHECK(unit_price("2015-08") == before);
    CHECK(unit_price("2015-09") == after);
}

TEST_CASE("usage types bear the prefix of their region", "[pricing]") {
    const auto [region, usage_type] = GENERATE(table<std::string, std::string>({
        {"us-east-1", "TimedStorage-ByteHrs"},
        {"us-west-1", "USW1-TimedStorage-ByteHrs"},
        {"us-west-2", "USW2-TimedStorage-ByteHrs"},
        {"eu-west-1", "EU-TimedStorage-ByteHrs"},
        {"eu-central-1", "EUC1-TimedStorage-ByteHrs"},
        {"ap-northeast-1", "APN1-TimedStorage-ByteHrs"},
        {"ap-southeast-2", "APS2-TimedStorage-ByteHrs"},
    }));
    const Bill bill = bill_of(
        month_of("2015-03", "    storage: [{class: glacier, average: 1 GiB}]\n", "region: " + region));
    CHECK(line_of(bill, ChargeType::storage).usage_type == usage_type);
}

TEST_CASE("storage without archives has a note instead of an overhead", "[pricing]") {
    const Bill bill = bill_of(month_of("2013-04", "    storage: [{class: glacier, average: 1 GiB}]\n"));
    REQUIRE(bill.periods.at(0).notes.size() == 1);
    CHECK_THAT(bill.periods.at(0).notes.at(0), Catch::Contains("without a number of archives"));
    const Bill known =
        bill_of(month_of("2013-04", "    storage: [{class: glacier, average: 1 GiB, archives: 0}]\n"));
    CHECK(known.periods.at(0).notes.empty());
}

TEST_CASE("nothing stored costs nothing and has its line", "[pricing]") {
    const Bill bill =
        bill_of(month_of("2013-04", "    storage: [{class: glacier, average: 0 GiB, archives: 0}]\n"));
    CHECK(cost_of(bill, ChargeType::storage) == "0.00");
}

TEST_CASE("what nobody states has no line", "[pricing]") {
    const Bill bill = bill_of(month_of("2013-04", ""));
    CHECK(bill.periods.at(0).lines.empty());
    CHECK(total_of(bill) == "0.00");
}

TEST_CASE("what the book does not sell is named", "[pricing]") {
    const auto [entry, code] = GENERATE(table<std::string, std::string>({
        {"capacity: [{bought: 2013-04-10T00:00Z, units: 1}]", "price-absent"},
        {"staging: [{class: glacier, bytes: 1 GiB, for: 3 days}]", "price-absent"},
        {"retrievals: [{class: glacier, tier: bulk, at: 2013-04-05T00:00Z, bytes: 1 GiB}]", "price-absent"},
        {"retrievals: [{class: glacier, at: 2013-04-05T00:00Z, bytes: 1 GiB, copy_days: 7}]", "price-absent"},
        {"retrievals: [{class: glacier, bytes: 1 GiB}]", "retrieval-time-missing"},
        {"storage: [{class: deep_archive, average: 1 GiB}]", "class-unknown"},
        {"requests: [{class: glacier, kind: put, count: 1}]", "kind-unknown"},
        {"metered: [{charge: other, quantity: 1}]", "price-absent"},
    }));
    CHECK(codes_of(month_of("2013-04", "    " + entry + "\n")) == code);
}

TEST_CASE("everything that is wrong is reported at once, in order of place", "[pricing]") {
    CHECK(codes_of(month_of("2013-04", R"(
    storage: [{class: ice, average: 1 GiB}]
    requests: [{class: glacier, kind: put, count: 1}]
  - month: 2012-01
)")) == "class-unknown kind-unknown month-outside-price-book");
}

TEST_CASE("months come in the order of time", "[pricing]") {
    const Bill bill = bill_of("usage: 1\nperiods: [{month: 2013-05}, {month: 2013-03}]\n");
    CHECK(to_text(bill.periods.at(0).month) == "2013-03");
}

TEST_CASE("steps are left out unless asked for", "[pricing]") {
    const auto bill = try_bill(month_of("2013-04", "    storage: [{class: glacier, average: 1 GiB}]\n"));
    REQUIRE(bill);
    CHECK(bill->periods.at(0).lines.at(0).steps.empty());
}

TEST_CASE("archives with summed ages owe what they owe one by one", "[pricing]") {
    // 1 GiB after 10 days and 3 GiB after 20, 1 and 3 archives: (80 + 3 x 70) / 30 = 9.667 GB-Mo, and as many
    // times 32 KiB.
    const std::string one_by_one = R"(    deletions:
      - {class: glacier, bytes: 1 GiB, archives: 1, stored_for: 10 days}
      - {class: glacier, bytes: 3 GiB, archives: 3, stored_for: 20 days}
)";
    const std::string summed = R"(    deletions:
      - {class: glacier, bytes: 4 GiB, archives: 4, byte_microseconds: 6493990551552000000000, archive_microseconds: 6048000000000}
)";
    const std::string rules =
        GENERATE("rules: {early_deletion_steps: exact}", "rules: {early_deletion_steps: months}",
                 "rules: {early_deletion_month: real}");
    const Bill apart = bill_of(month_of("2013-04", one_by_one, rules));
    const Bill together = bill_of(month_of("2013-04", summed, rules));
    CHECK(quantity_of(together, ChargeType::early_deletion) ==
          quantity_of(apart, ChargeType::early_deletion));
    CHECK(cost_of(together, ChargeType::early_deletion) ==
          (rules == "rules: {early_deletion_steps: months}" ? "0.12" : "0.10"));
}
