// Published computations and real bills since the retrieval tiers of November 2016, and of S3's classes. Each
// test bears the id of its case in tests/cases/golden.yaml, which tells where it was published.
#include "core/pricing/capacity.hpp"
#include "core/usage/restored_copies.hpp"
#include "tests/pricing/bill_of_text.hpp"

using namespace firn;
using namespace firn::pricing;

namespace {

/// Stated where a case was published without the 10 GB a month of free standard retrieval.
const std::string kNoFreeRetrieval = "    prices: [{charge: retrieval, free: 0 GiB}]\n";

}  // namespace

TEST_CASE("b14-s3-tiers-2013: bands of S3 Standard in binary TB", "[pricing]") {
    const Bill bill =
        bill_of(s3_month_of("2013-03", "    storage: [{class: standard, byte_hours: 42259901212262400}]\n"));
    const auto lines = lines_like(bill, {ChargeType::storage});
    REQUIRE(lines.size() == 3);
    CHECK(lines[0].quantity + lines[1].quantity + lines[2].quantity == 52900);
    CHECK(exact_of(lines[0]) == "97.28");    // 1,024 x 0.095
    CHECK(exact_of(lines[1]) == "4014.08");  // 50,176 x 0.080
    CHECK(exact_of(lines[2]) == "119");      // 1,700 x 0.070
    CHECK(total_of(bill) == "4230.36");
}

TEST_CASE("c01-1tb-1000-objects: 1 TB in 1,000 objects by tier", "[pricing]") {
    const auto [book, storage_class] = GENERATE(
        table<std::string, std::string>({{"aws-glacier", "glacier"}, {"aws-s3-glacier", "flexible"}}));
    const auto [tier, total] =
        GENERATE(table<std::string, std::string>({{"expedited", "40.72"}, {"standard", "10.29"}}));
    const Bill bill = bill_of(month_of("2018-03",
                                       "    retrievals: [{class: " + storage_class + ", tier: " + tier +
                                           ", bytes: 1 TiB, archives: 1000}]\n" + kNoFreeRetrieval,
                                       "price_book: " + book));
    CHECK(total_of(bill) == total);  // 30.72 + 10.00, 10.24 + 0.05
}

TEST_CASE("c03-100k-objects-s3-archive: 32 KB at the class's rate, 8 KB at that of S3 Standard",
          "[pricing]") {
    const auto bill_with = [](const std::string& unit) {
        return bill_of(month_of("2019-03",
                                "    storage: [{class: flexible, average: 100000 GiB, archives: 100000}]\n",
                                "price_book: aws-s3-glacier\nrules: {overhead_unit: " + unit + "}"));
    };
    // As the FAQ: 100,000 x 0.000032 = 3.2 GB and 100,000 x 0.000008 = 0.8 GB.
    const Bill decimal = bill_with("decimal");
    const LineItem storage = line_like(decimal, {ChargeType::storage});
    const LineItem at_class = line_like(decimal, {ChargeType::overhead, "flexible", "class_rate"});
    const LineItem at_standard = line_like(decimal, {ChargeType::overhead, "flexible", "standard_rate"});
    CHECK(format_decimal(storage.quantity + at_class.quantity) == "100003.2");
    CHECK(format_decimal(at_standard.quantity) == "0.8");
    CHECK(format_fixed((storage.cost_exact + at_class.cost_exact).amount(), 2) == "400.01");
    CHECK(shown_of(at_standard, decimal) == "0.02");
    // Binary: 3.0518 and 0.7629 GB.
    const Bill binary = bill_with("binary");
    CHECK(format_fixed(line_like(binary, {ChargeType::overhead, "flexible", "class_rate"}).quantity, 4) ==
          "3.0518");
    CHECK(format_fixed(line_like(binary, {ChargeType::overhead, "flexible", "standard_rate"}).quantity, 4) ==
          "0.7629");
    CHECK(total_of(binary) == "400.03");  // 400.00, 0.01 and 0.02
}

TEST_CASE("c05-eu-2018-mix: Ireland by the price list of April 2018", "[pricing]") {
    const Bill bill = bill_of(s3_month_of("2018-04", R"(
    retrievals:
      - {class: flexible, tier: standard, bytes: 500 GiB, archives: 20000}
      - {class: flexible, tier: expedited, bytes: 10 GiB, archives: 40}
      - {class: flexible, tier: bulk, bytes: 1000 GiB, archives: 3000}
)" + kNoFreeRetrieval,
                                          "eu-west-1"));
    const auto cost = [&](ChargeType charge, const std::string& tier) {
        return shown_of(line_like(bill, {charge, "", "", tier}), bill);
    };
    CHECK(cost(ChargeType::retrieval, "standard") == "5.00");
    CHECK(cost(ChargeType::retrieval_requests, "standard") == "1.10");
    CHECK(cost(ChargeType::retrieval, "expedited") == "0.30");
    CHECK(cost(ChargeType::retrieval_requests, "expedited") == "0.44");
    CHECK(cost(ChargeType::retrieval, "bulk") == "2.50");
    CHECK(cost(ChargeType::retrieval_requests, "bulk") == "0.08");  // 3,000 x 0.0000275 = 0.0825
}

TEST_CASE("c06-byte-hours-march: byte-hours, GB of 2^30 bytes and the 744 hours of March", "[pricing]") {
    const std::string storage =
        GENERATE("    storage: [{class: standard, byte_hours: 42259901212262400}]\n",
                 "    storage:\n"
                 "      - {class: standard, bytes: 107374182400 B, for: 15 days}\n"
                 "      - {class: standard, bytes: 109951162777600 B, for: 16 days}\n");
    const Bill bill = bill_of(s3_month_of("2019-03", storage));
    Rational quantity = 0;
    for (const LineItem& line : lines_like(bill, {ChargeType::storage}))
        quantity += line.quantity;
    CHECK(quantity == 52900);
    CHECK(total_of(bill) == "1215.00");  // 51,200 x 0.023 + 1,700 x 0.022
}

TEST_CASE("c08-transfer-out-62tb: the free GB shortens the first band", "[pricing]") {
    const Bill bill = bill_of(s3_month_of("2019-03", "    transfer_out: 62 TiB\n"));
    const auto lines = lines_like(bill, {ChargeType::transfer_out});
    REQUIRE(lines.size() == 3);
    CHECK(format_decimal(lines[0].quantity) == "10239");
    CHECK(shown_of(lines[0], bill) == "921.51");
    CHECK(shown_of(lines[1], bill) == "3481.60");
    CHECK(shown_of(lines[2], bill) == "860.16");
    CHECK(total_of(bill) == "5263.27");
}

TEST_CASE("c09-requests: puts and gets by the request, deletes for nothing", "[pricing]") {
    const Bill bill = bill_of(s3_month_of("2019-03", R"(
    requests:
      - {class: standard, kind: put, count: 310000}
      - {class: standard, kind: get, count: 620000}
      - {class: standard, kind: delete, count: 5000}
)"));
    const auto cost = [&](const std::string& kind) {
        return shown_of(line_like(bill, {ChargeType::requests, "standard", kind}), bill);
    };
    CHECK(cost("put") == "1.55");
    CHECK(cost("get") == "0.25");  // 0.248
    CHECK(cost("delete") == "0.00");
}

TEST_CASE("c11-infracost-2021-05: the prices of May 2021", "[pricing]") {
    const Bill bill = bill_of(s3_month_of("2021-05", R"(
    requests: [{class: flexible, kind: put, count: 50000}]
    retrievals: [{class: flexible, tier: bulk, bytes: 50000 GiB, archives: 50000}]
    metered:
      - {class: flexible, charge: storage, quantity: 50000}
      - {class: flexible, charge: early_deletion, quantity: 50000}
)"));
    CHECK(cost_of(bill, ChargeType::storage) == "200.00");
    CHECK(cost_of(bill, ChargeType::requests) == "1.50");
    CHECK(cost_of(bill, ChargeType::retrieval_requests) == "1.25");
    CHECK(cost_of(bill, ChargeType::retrieval) == "125.00");
    CHECK(cost_of(bill, ChargeType::early_deletion) == "200.00");
}

TEST_CASE("c12-pcu-expiry: capacity ends a month later, or with the month that is shorter", "[pricing]") {
    const auto [bought, ends] = GENERATE(
        table<std::string, std::string>({{"2017-08-31", "2017-09-30"}, {"2017-01-31", "2017-02-28"}}));
    CHECK(end_of_capacity(*parse_rfc3339(bought)) == *parse_rfc3339(ends));
}

TEST_CASE("d01-da-storage-1mb-files: overhead of a million small files", "[pricing]") {
    const Bill bill = bill_of(s3_month_of(
        "2024-07", "    storage: [{class: deep_archive, average: 1 TiB, archive_size: 1 MiB}]\n"));
    CHECK(cost_of(bill, ChargeType::storage) == "1.01");
    CHECK(shown_of(line_like(bill, {ChargeType::overhead, "deep_archive", "class_rate"}), bill) == "0.03");
    CHECK(shown_of(line_like(bill, {ChargeType::overhead, "deep_archive", "standard_rate"}), bill) == "0.18");
    // 1.01376 + 0.03168 + 0.184; the sum of the rounded lines is a cent less.
    CHECK(exact_total_of(bill) == "1.22944");
    CHECK(format_fixed(bill.total_exact.amount(), 2) == "1.23");
    CHECK(total_of(bill) == "1.22");
}

TEST_CASE("d02-da-upload-single-put: one put a file", "[pricing]") {
    const auto [archives, cost] =
        GENERATE(table<std::string, std::string>({{"8192", "0.41"}, {"1048576", "52.43"}}));
    const Bill bill = bill_of(s3_month_of(
        "2024-07", "    uploads: [{class: deep_archive, bytes: 1 TiB, archives: " + archives + "}]\n"));
    CHECK(line_of(bill, ChargeType::requests).operation == "PutObject");
    CHECK(cost_of(bill, ChargeType::requests) == cost);
}

TEST_CASE("d05-repost-15m-objects: 100 TB in 15 million objects", "[pricing]") {
    const auto bill_of_tier = [](const std::string& tier) {
        return bill_of(s3_month_of("2024-03", "    retrievals: [{class: flexible, tier: " + tier +
                                                  ", bytes: 100 TiB, archives: 15000000}]\n"));
    };
    const Bill standard = bill_of_tier("standard");
    CHECK(cost_of(standard, ChargeType::retrieval_requests) == "750.00");
    CHECK(cost_of(standard, ChargeType::retrieval) == "1024.00");
    CHECK(total_of(standard) == "1774.00");
    const Bill expedited = bill_of_tier("expedited");
    CHECK(cost_of(expedited, ChargeType::retrieval_requests) == "150000.00");
    CHECK(cost_of(expedited, ChargeType::retrieval) == "3072.00");
}

TEST_CASE("d06-music-library: a library without the overhead of its files", "[pricing]") {
    const auto exact = [](const std::string& entries) {
        return exact_total_of(bill_of(s3_month_of("2023-03", entries)));
    };
    CHECK(exact("    uploads: [{class: deep_archive, bytes: 88 GiB, archives: 4451}]\n") == "0.22255");
    // Published with the price of Flexible Retrieval before the cut of 2021.
    CHECK(exact("    storage: [{class: flexible, average: 88 GiB}]\n"
                "    prices: [{class: flexible, charge: storage, price: 0.004}]\n") == "0.352");
    CHECK(exact("    storage: [{class: deep_archive, average: 88 GiB}]\n") == "0.08712");
    CHECK(exact("    retrievals: [{class: deep_archive, tier: bulk, bytes: 88 GiB, archives: 4451}]\n") ==
          "0.331275");
}

TEST_CASE("d07-infracost-2024: the prices of 2024", "[pricing]") {
    const Bill bill = bill_of(s3_month_of("2024-03", R"(
    requests:
      - {class: deep_archive, kind: put, count: 60000}
      - {class: flexible, kind: lifecycle, count: 50000}
    retrievals:
      - {class: deep_archive, tier: standard, bytes: 60000 GiB, archives: 60000}
      - {class: deep_archive, tier: bulk, bytes: 60000 GiB, archives: 60000}
    metered:
      - {class: flexible, charge: storage, quantity: 50000}
      - {class: deep_archive, charge: storage, quantity: 60000}
)"));
    const auto cost = [&](const LineName& name) { return shown_of(line_like(bill, name), bill); };
    CHECK(cost({ChargeType::storage, "flexible"}) == "180.00");
    CHECK(cost({ChargeType::storage, "deep_archive"}) == "59.40");
    CHECK(cost({ChargeType::requests, "deep_archive", "put"}) == "3.00");
    CHECK(cost({ChargeType::retrieval_requests, "", "", "standard"}) == "6.00");
    CHECK(cost({ChargeType::retrieval, "", "", "standard"}) == "1200.00");
    CHECK(cost({ChargeType::retrieval_requests, "", "", "bulk"}) == "1.50");
    CHECK(cost({ChargeType::retrieval, "", "", "bulk"}) == "150.00");
    CHECK(cost({ChargeType::requests, "flexible", "lifecycle"}) == "1.50");
}

TEST_CASE("d08-cur-precision-a: ten decimals, to nearest", "[pricing]") {
    const Bill bill = bill_of(
        s3_month_of("2026-05", "    metered: [{class: standard, charge: storage, quantity: 0.0016352555}]\n"),
        Rounding::report);
    CHECK(cost_of(bill, ChargeType::storage) == "0.0000376109");  // 0.0000376108765
}

TEST_CASE("d10-restore-expiry: a restored copy lies there until the next midnight", "[pricing]") {
    CHECK(usage::end_of_copy(*parse_rfc3339("2012-10-15T10:30Z"), 3) == *parse_rfc3339("2012-10-19T00:00Z"));
    CHECK(usage::end_of_copy(*parse_rfc3339("2012-10-16T11:00Z"), 1) == *parse_rfc3339("2012-10-18T00:00Z"));
}

TEST_CASE("d13-regions-1tib: a TiB of Flexible Retrieval where it is dearer", "[pricing]") {
    const auto [region, cost] = GENERATE(table<std::string, std::string>(
        {{"sa-east-1", "7.83"}, {"eu-central-1", "4.15"}, {"us-west-1", "4.61"}, {"us-gov-west-1", "5.53"}}));
    const Bill bill =
        bill_of(s3_month_of("2026-03", "    storage: [{class: flexible, average: 1024 GiB}]\n", region));
    CHECK(cost_of(bill, ChargeType::storage) == cost);
}

TEST_CASE("d14-million-transitions: one usage type, three prices by operation", "[pricing]") {
    const auto cost = [](const std::string& request) {
        return total_of(
            bill_of(s3_month_of("2026-09", "    requests: [{" + request + ", count: 1000000}]\n")));
    };
    CHECK(cost("class: instant, kind: lifecycle") == "20.00");
    CHECK(cost("class: flexible, kind: lifecycle") == "30.00");
    CHECK(cost("class: deep_archive, kind: lifecycle") == "50.00");
    CHECK(cost("class: flexible, kind: retrieval, tier: standard") == "50.00");
    CHECK(cost("class: deep_archive, kind: retrieval, tier: standard") == "100.00");
    CHECK(cost("class: deep_archive, kind: retrieval, tier: bulk") == "25.00");
    CHECK(cost("class: flexible, kind: retrieval, tier: bulk") == "0.00");
    CHECK(cost("class: flexible, kind: retrieval, tier: expedited") == "10000.00");
}

TEST_CASE("d18-da-year-plan: a year of Deep Archive in Frankfurt", "[pricing]") {
    const Bill uploads = bill_of(s3_month_of(
        "2026-01", "    uploads: [{class: deep_archive, bytes: 2 TiB, archives: 2048}]\n", "eu-central-1"));
    CHECK(cost_of(uploads, ChargeType::requests) == "0.12");  // 2,048 x 0.06 / 1,000
    std::string year = "usage: 1\nprice_book: aws-s3-glacier\nregion: eu-central-1\nperiods:\n";
    for (int month = 1; month <= 12; ++month) {
        year += "  - {month: 2026-" + std::string{month < 10 ? "0" : ""} + std::to_string(month) +
                ", storage: [{class: deep_archive, average: 2 TiB, archives: 2048}]}\n";
    }
    // (2,048 + 0.0625) x 0.0018 + 0.015625 x 0.0245 = 3.6869 a month.
    const Bill bill = bill_of(year, Rounding::exact);
    CHECK(format_fixed(bill.periods.at(0).total_exact.amount(), 2) == "3.69");
    CHECK(format_fixed(bill.total_exact.amount(), 2) == "44.24");
}
