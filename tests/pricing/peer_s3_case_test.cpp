// Numbers that other calculators, tools and blogs print for S3's classes and for the time of the retrieval
// tiers. Each test bears the id of its case in tests/cases/peers.yaml.
#include "tests/pricing/bill_of_text.hpp"

using namespace firn;
using namespace firn::pricing;

namespace {

const std::string kNoFreeRetrieval = "    prices: [{charge: retrieval, free: 0 GiB}]\n";
const std::string kNoFreeTransfer = "    prices: [{charge: transfer_out, free: 0 GiB}]\n";

std::string unit_price_of(const Bill& bill, ChargeType charge) {
    return format_decimal(line_of(bill, charge).unit_price.per_unit());
}

/// A TiB of Deep Archive in bundles: a month's storage of them.
std::string exact_storage(const std::string& archives) {
    return exact_total_of(bill_of(s3_month_of(
        "2024-07", "    storage: [{class: deep_archive, average: 1 TiB, archives: " + archives + "}]\n")));
}

/// Their upload, whole or in parts.
std::string exact_upload(const std::string& archives, const std::string& parts = "") {
    return exact_total_of(bill_of(s3_month_of(
        "2024-07",
        "    uploads: [{class: deep_archive, bytes: 1 TiB, archives: " + archives + parts + "}]\n")));
}

/// Their bulk restore with copies for 7 days of a month of 30 days, to six decimals.
std::string restore_to_6_places(const std::string& archives, const std::string& transfer = "") {
    const Bill bill = bill_of(s3_month_of(
        "2024-06", "    retrievals: [{class: deep_archive, tier: bulk, bytes: 1 TiB, archives: " + archives +
                       ", copy_days: 7}]\n" + transfer));
    return format_fixed(bill.total_exact.amount(), 6);
}

/// The page counts all of the transfer out, without a free amount.
const std::string kAllSentOut = "    transfer_out: 1 TiB\n" + kNoFreeTransfer;

}  // namespace

TEST_CASE("ic-gfr-storage: Flexible Retrieval since December 2021", "[pricing]") {
    const std::string month = GENERATE("2021-12", "2024-03", "2026-09");
    const Bill bill =
        bill_of(s3_month_of(month, "    metered: [{class: flexible, charge: storage, quantity: 50000}]\n"));
    CHECK(unit_price_of(bill, ChargeType::storage) == "0.0036");
    CHECK(cost_of(bill, ChargeType::storage) == "180.00");
}

TEST_CASE("ic-gfr-put: puts into Flexible Retrieval", "[pricing]") {
    const Bill bill =
        bill_of(s3_month_of("2022-03", "    requests: [{class: flexible, kind: put, count: 50000}]\n"));
    CHECK(unit_price_of(bill, ChargeType::requests) == "0.00003");
    CHECK(cost_of(bill, ChargeType::requests) == "1.50");
}

TEST_CASE("ic-gfr-standard-retrieval: a restore request is not a transition", "[pricing]") {
    const Bill bill =
        bill_of(s3_month_of("2022-03",
                            "    retrievals: [{class: flexible, tier: standard, bytes: 50000 GiB, archives: "
                            "50000}]\n"));
    CHECK(cost_of(bill, ChargeType::retrieval) == "500.00");
    CHECK(cost_of(bill, ChargeType::retrieval_requests) == "2.50");
    CHECK(cost_of(bill, ChargeType::retrieval_requests) != "1.50");
    CHECK(total_of(bill) == "502.50");
    CHECK(total_of(bill) != "501.50");
}

TEST_CASE("ic-gfr-early-delete: GB-months that are owed", "[pricing]") {
    const Bill bill = bill_of(s3_month_of(
        "2022-03", "    metered: [{class: flexible, charge: early_deletion, quantity: 50000}]\n"));
    CHECK(unit_price_of(bill, ChargeType::early_deletion) == "0.0036");
    CHECK(cost_of(bill, ChargeType::early_deletion) == "180.00");
}

TEST_CASE("ic-gda-storage: Deep Archive", "[pricing]") {
    const Bill bill = bill_of(
        s3_month_of("2026-08", "    metered: [{class: deep_archive, charge: storage, quantity: 60000}]\n"));
    CHECK(unit_price_of(bill, ChargeType::storage) == "0.00099");
    CHECK(cost_of(bill, ChargeType::storage) == "59.40");
}

TEST_CASE("ic-gda-standard-retrieval: Deep Archive by the standard tier", "[pricing]") {
    const Bill bill =
        bill_of(s3_month_of("2026-08",
                            "    retrievals: [{class: deep_archive, tier: standard, bytes: 60000 GiB, "
                            "archives: 60000}]\n"));
    CHECK(cost_of(bill, ChargeType::retrieval) == "1200.00");
    CHECK(cost_of(bill, ChargeType::retrieval_requests) == "6.00");
    CHECK(total_of(bill) == "1206.00");
}

TEST_CASE("ic-gfr-2021-price-era: February 2021 has the prices before the falls", "[pricing]") {
    const Bill bill = bill_of(s3_month_of("2021-02", R"(
    requests:
      - {class: flexible, kind: put, count: 5000000}
      - {class: flexible, kind: lifecycle, count: 500000}
    retrievals: [{class: flexible, tier: standard, bytes: 5000 GiB, archives: 500000}]
    metered: [{class: flexible, charge: storage, quantity: 50000}]
)" + kNoFreeRetrieval));
    const auto cost = [&](const LineName& name) { return shown_of(line_like(bill, name), bill); };
    CHECK(cost({ChargeType::storage}) == "200.00");
    CHECK(cost({ChargeType::requests, "flexible", "put"}) == "250.00");
    CHECK(cost({ChargeType::requests, "flexible", "lifecycle"}) == "25.00");
    CHECK(cost({ChargeType::retrieval_requests}) == "25.00");
    CHECK(cost({ChargeType::retrieval}) == "50.00");
    CHECK(total_of(bill) == "550.00");
}

TEST_CASE("ic-egress-us-east-1: bands of transfer out in binary GB", "[pricing]") {
    const Bill bill = bill_of(s3_month_of("2026-08", "    transfer_out: 57000 GiB\n" + kNoFreeTransfer));
    const auto lines = lines_like(bill, {ChargeType::transfer_out});
    REQUIRE(lines.size() == 3);
    CHECK(format_decimal(lines[0].quantity) == "10240");
    CHECK(shown_of(lines[0], bill) == "921.60");
    CHECK(format_decimal(lines[1].quantity) == "40960");
    CHECK(shown_of(lines[1], bill) == "3481.60");
    CHECK(format_decimal(lines[2].quantity) == "5800");
    CHECK(shown_of(lines[2], bill) == "406.00");
    CHECK(total_of(bill) == "4809.20");
}

TEST_CASE("ic-china-gfr-cny: Beijing in its own currency", "[pricing]") {
    const Bill bill = bill_of(s3_month_of("2026-09", R"(
    requests: [{class: flexible, kind: put, count: 50000}]
    retrievals: [{class: flexible, tier: standard, bytes: 50000 GiB}]
    metered: [{class: flexible, charge: storage, quantity: 50000}]
)",
                                          "cn-north-1"));
    CHECK(bill.currency == "CNY");
    CHECK(cost_of(bill, ChargeType::storage) == "1503.00");
    CHECK(cost_of(bill, ChargeType::requests) == "11.20");
    CHECK(cost_of(bill, ChargeType::retrieval) == "3335.00");
}

TEST_CASE("apc-gda-100gb-10kb: more overhead than data", "[pricing]") {
    const Bill bill = bill_of(s3_month_of(
        "2026-08", "    storage: [{class: deep_archive, average: 100 GiB, archive_size: 10 KiB}]\n"));
    const LineItem at_class = line_like(bill, {ChargeType::overhead, "deep_archive", "class_rate"});
    const LineItem at_standard = line_like(bill, {ChargeType::overhead, "deep_archive", "standard_rate"});
    CHECK_THAT(steps_of(at_class), Catch::Contains("10,485,760 archives"));
    CHECK(format_decimal(at_class.quantity) == "320");
    CHECK(exact_of(at_class) == "0.3168");
    CHECK(format_decimal(at_standard.quantity) == "80");
    CHECK(exact_of(at_standard) == "1.84");
    CHECK(exact_cost_of(bill, ChargeType::storage) == "0.099");
    CHECK(exact_total_of(bill) == "2.2558");
    CHECK(format_fixed(bill.total_exact.amount(), 2) == "2.26");
}

TEST_CASE("apc-gfr-1tb-128kb: overhead of objects of 128 KiB", "[pricing]") {
    const Bill bill = bill_of(s3_month_of(
        "2022-03", "    storage: [{class: flexible, average: 1000 GiB, archive_size: 128 KiB}]\n"));
    const LineItem at_class = line_like(bill, {ChargeType::overhead, "flexible", "class_rate"});
    CHECK_THAT(steps_of(at_class), Catch::Contains("8,192,000 archives"));
    CHECK(exact_of(at_class) == "0.9");
    CHECK(exact_of(line_like(bill, {ChargeType::overhead, "flexible", "standard_rate"})) == "1.4375");
    CHECK(exact_cost_of(bill, ChargeType::storage) == "3.6");
    CHECK(exact_total_of(bill) == "5.9375");
}

TEST_CASE("repost-100tb-standard: the vendor's own article takes 100 TB as 102,400 GB", "[pricing]") {
    const Bill bill = bill_of(s3_month_of(
        "2024-03",
        "    retrievals: [{class: flexible, tier: standard, bytes: 100 TiB, archives: 15000000}]\n"));
    CHECK(quantity_of(bill, ChargeType::retrieval) == "102400");
    CHECK(cost_of(bill, ChargeType::retrieval_requests) == "750.00");
    CHECK(cost_of(bill, ChargeType::retrieval) == "1024.00");
    CHECK(total_of(bill) == "1774.00");
}

TEST_CASE("drinkcat-1mb: a TiB in bundles of 1 MiB", "[pricing]") {
    CHECK(exact_storage("1048576") == "1.22944");
    CHECK(exact_upload("1048576") == "52.4288");
    // 26.2144 + 2.56 + 1,024 x 7 / 30 x 0.023 + 1,024 x 0.09.
    CHECK(restore_to_6_places("1048576", kAllSentOut) == "126.429867");
}

TEST_CASE("drinkcat-128mb-8mb-parts: bundles of 128 MiB in parts of 8 MiB", "[pricing]") {
    // 8,192 begins and 131,072 parts at 0.005, 8,192 ends at 0.05 a thousand.
    CHECK(exact_upload("8192", ", part_size: 8 MiB") == "1.10592");
    CHECK(exact_upload("8192") == "0.4096");
}

TEST_CASE("drinkcat-256mb-32mb-parts: bundles of 256 MiB in parts of 32 MiB", "[pricing]") {
    CHECK(exact_storage("4096") == "1.0146025");
    CHECK(exact_upload("4096", ", part_size: 32 MiB") == "0.38912");
    CHECK(restore_to_6_places("4096", kAllSentOut) == "100.317867");
    CHECK(restore_to_6_places("4096") == "8.157867");
}

TEST_CASE("drinkcat-standard-retrieval-price: the list has 0.02, not 0.025", "[pricing]") {
    const Bill bill = bill_of(
        s3_month_of("2024-07", "    retrievals: [{class: deep_archive, tier: standard, bytes: 1024 GiB}]\n"));
    CHECK(unit_price_of(bill, ChargeType::retrieval) == "0.02");
    CHECK(total_of(bill) == "20.48");
    CHECK(total_of(bill) != "25.60");
}

TEST_CASE("s3calc-10bn-objects: ten billion objects, S3 Standard at its last band", "[pricing]") {
    const Bill bill = bill_of(s3_month_of("2021-09",
                                          R"(
    storage: [{class: flexible, average: 10000 GiB, archives: 10000000000}]
    prices: [{class: standard, charge: storage, price: 0.021}]
)",
                                          "us-west-2"),
                              Rounding::exact);
    // 40 + 305,175.78125 x 0.004 + 76,293.9453125 x 0.021.
    CHECK(exact_total_of(bill) == "2862.8759765625");
}

TEST_CASE("s3calc-transition-unit-error: prices are for a thousand requests", "[pricing]") {
    const Bill bill = bill_of(s3_month_of(
        "2021-09", "    requests: [{class: flexible, kind: lifecycle, count: 10000000}]\n", "us-west-2"));
    CHECK(total_of(bill) == "300.00");
    CHECK(total_of(bill) != "300000.00");
}

TEST_CASE("s3tar-10k-files: a copy and a header for each file", "[pricing]") {
    const Bill bill = bill_of(s3_month_of("2026-03", R"(
    requests:
      - {class: standard, kind: part, count: 10000}
      - {class: standard, kind: put, count: 10000}
)",
                                          "us-west-2"));
    CHECK(exact_total_of(bill) == "0.1");
}

TEST_CASE("s3tar-1m-in-memory: a million files read, ten thousand parts written", "[pricing]") {
    const Bill bill = bill_of(s3_month_of("2026-03", R"(
    requests:
      - {class: standard, kind: get, count: 1000000}
      - {class: standard, kind: part, count: 10000}
)",
                                          "us-west-2"));
    CHECK(exact_total_of(bill) == "0.45");  // 0.40 + 0.05
}

TEST_CASE("streamlit-weekly-1tb-gda: 52 backups of 1 TiB, each deleted after 30 days", "[pricing]") {
    const Bill bill = bill_of(s3_month_of("2026-06", R"(
    storage: [{class: deep_archive, bytes: 52 TiB, for: 30 days}]
    uploads: [{class: deep_archive, bytes: 52 TiB, archives: 52, part_size: 8 MiB}]
    deletions: [{class: deep_archive, bytes: 52 TiB, stored_for: 30 days}]
)"),
                              Rounding::exact);
    CHECK(cost_of(bill, ChargeType::storage) == "52.71552");
    CHECK(cost_of(bill, ChargeType::early_deletion) == "263.5776");  // five of six months are owed
    // 8 MiB need more than 10,000 parts; 9,987 of 105 MiB are enough.
    CHECK(line_like(bill, {ChargeType::requests, "", "part"}).quantity == 52 * 9987);
    Money requests;
    for (const LineItem& line : lines_like(bill, {ChargeType::requests}))
        requests += line.cost_exact;
    CHECK(format_decimal(requests.amount()) == "2.59948");
    CHECK(format_decimal(requests.amount()) != "2.6026");
}

TEST_CASE("pluto-1tb-standard: 1,000 objects of a TiB in all", "[pricing]") {
    const auto [tier, total] =
        GENERATE(table<std::string, std::string>({{"expedited", "40.72"}, {"standard", "10.29"}}));
    const std::string month = GENERATE("2017-03", "2021-06");
    const Bill bill =
        bill_of(s3_month_of(month, "    retrievals: [{class: flexible, tier: " + tier +
                                       ", bytes: 1024 GiB, archives: 1000}]\n" + kNoFreeRetrieval));
    CHECK(total_of(bill) == total);
}

TEST_CASE("gist-music-library: 4,451 files of 88 GB, overhead left out", "[pricing]") {
    const Bill bill = bill_of(s3_month_of("2023-03", R"(
    storage: [{class: deep_archive, average: 88 GiB}]
    uploads: [{class: deep_archive, bytes: 88 GiB, archives: 4451}]
)"));
    CHECK(exact_cost_of(bill, ChargeType::requests) == "0.22255");
    CHECK(exact_cost_of(bill, ChargeType::storage) == "0.08712");
}

TEST_CASE("bash-truncated-fee: two requests cost more than nothing", "[pricing]") {
    const Bill bill = bill_of(s3_month_of("2024-03", R"(
    retrievals:
      - {class: deep_archive, tier: standard, bytes: 10 GiB, archives: 1}
      - {class: deep_archive, tier: standard, bytes: 20 GiB, archives: 1}
)"),
                              Rounding::exact);
    CHECK(total_of(bill) == "0.6002");
    CHECK(total_of(bill) != "0.6");
}

TEST_CASE("xendata-us-1pb: a PB stored, 10 TB restored and sent out", "[pricing]") {
    const std::string region = GENERATE("us-east-2", "us-west-2");
    const Bill bill = bill_of(s3_month_of("2025-07", R"(
    storage: [{class: deep_archive, average: 1 PiB}]
    retrievals: [{class: deep_archive, tier: standard, bytes: 10 TiB}]
    transfer_out: 10 TiB
)" + kNoFreeTransfer,
                                          region),
                              Rounding::exact);
    CHECK(total_of(bill) == "2164.49024");
}

TEST_CASE("terrapod-standard-bucket: a bucket of S3 Standard with many requests", "[pricing]") {
    const Bill bill = bill_of(s3_month_of("2026-07", R"(
    storage: [{class: standard, average: 900 GiB}]
    requests:
      - {class: standard, kind: put, count: 4000000}
      - {class: standard, kind: get, count: 50000000}
)"));
    CHECK(cost_of(bill, ChargeType::storage) == "20.70");
    CHECK(shown_of(line_like(bill, {ChargeType::requests, "", "put"}), bill) == "20.00");
    CHECK(shown_of(line_like(bill, {ChargeType::requests, "", "get"}), bill) == "20.00");
    CHECK(total_of(bill) == "60.70");
}
