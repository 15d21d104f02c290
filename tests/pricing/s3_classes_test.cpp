// The charges of S3's classes, each with small numbers. Prices of us-east-1 in September 2026: storage of
// standard 0.023, instant 0.004, flexible 0.0036, deep_archive 0.00099.
#include "tests/pricing/bill_of_text.hpp"

#include <rapidcheck.h>

#include <algorithm>

using namespace firn;
using namespace firn::pricing;

namespace {

PriceBook s3_book(const std::string& region = "us-east-1") {
    const std::string path =
        std::string{FIRN_SOURCE_DIR} + "/scenarios/price_books/aws-s3-glacier/" + region + ".yaml";
    auto text = io::read_text_file(path);
    REQUIRE(text);
    auto book = yaml::read_price_book(path, std::move(text).value());
    REQUIRE(book);
    return std::move(book).value();
}

usage::Usage s3_usage(const std::string& entries, const std::string& month = "2026-09") {
    const auto usage = yaml::read_usage(
        "usage.yaml", "usage: 1\nprice_book: aws-s3-glacier\nperiods:\n  - month: " + month + "\n" + entries);
    INFO((usage ? std::string{} : to_text(usage.error())));
    REQUIRE(usage);
    return *usage;
}

Bill s3_bill(const std::string& entries, const std::string& month = "2026-09",
             const PriceBook& book = s3_book()) {
    auto bill = price(s3_usage(entries, month), book, {.rounding = Rounding::exact, .explain = true});
    INFO((bill ? std::string{} : to_text(bill.error())));
    REQUIRE(bill);
    return std::move(bill).value();
}

/// "storage deep_archive 1024 1.01376" for each line of a month.
std::vector<std::string> lines_of(const Bill& bill, std::size_t month = 0) {
    std::vector<std::string> lines;
    for (const LineItem& line : bill.periods.at(month).lines) {
        std::string text{usage::to_text(line.charge)};
        for (const std::string& part : {line.storage_class, line.kind, line.tier})
            text += part.empty() ? "" : " " + part;
        lines.push_back(text + " " + format_decimal(line.quantity) + " " +
                        format_decimal(line.cost_exact.amount()));
    }
    return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("an archive of S3's classes has two overheads, at the class's rate and at that of Standard",
          "[pricing][s3]") {
    // 1,048,576 archives of 1 MiB: 32 KiB each are 32,768 MiB = 32 GB at 0.00099, 8 KiB each 8 GB at 0.023.
    CHECK(lines_of(s3_bill("    storage: [{class: deep_archive, average: 1 TiB, archive_size: 1 MiB}]\n")) ==
          Lines{"storage deep_archive 1024 1.01376", "overhead deep_archive class_rate 32 0.03168",
                "overhead deep_archive standard_rate 8 0.184"});
}

TEST_CASE("without a number of archives there is no overhead, and a note says so", "[pricing][s3]") {
    const Bill bill = s3_bill("    storage: [{class: flexible, average: 1 TiB}]\n");
    CHECK(lines_of(bill) == Lines{"storage flexible 1024 3.6864"});
    CHECK(bill.periods.at(0).notes.size() == 1);
}

TEST_CASE("an object of Instant Retrieval is stored as 128 KiB at least", "[pricing][s3]") {
    // 8,192 objects of 64 KiB are 0.5 GB and billed as 1 GB; of 256 KiB they are 2 GB and billed so.
    CHECK(lines_of(s3_bill("    storage: [{class: instant, average: 0.5 GiB, archives: 8192}]\n")) ==
          Lines{"storage instant 1 0.004"});
    CHECK(lines_of(s3_bill("    storage: [{class: instant, average: 2 GiB, archives: 8192}]\n")) ==
          Lines{"storage instant 2 0.008"});
}

TEST_CASE("small objects with summed ages owe for the minimum size", "[pricing][s3]") {
    // 8,192 objects of 64 KiB, half of them 30 days old and half 45, padded to 1 GB: (90 - 37.5) / 30 months.
    CHECK(lines_of(s3_bill("    deletions: [{class: instant, bytes: 0.5 GiB, archives: 8192, "
                           "byte_microseconds: 1739461754880000000000, "
                           "archive_microseconds: 26542080000000000}]\n")) ==
          Lines{"early_deletion instant 1.75 0.007"});
}

TEST_CASE("storage, overhead, copies and staging at Standard's rate fill its bands together",
          "[pricing][s3]") {
    // 51,196 GB of Standard leave 4 GB of the first band to the 8 GB of overhead.
    CHECK(lines_of(s3_bill("    storage:\n      - {class: standard, average: 51196 GiB}\n"
                           "      - {class: deep_archive, average: 1 TiB, archive_size: 1 MiB}\n")) ==
          Lines{"storage standard 51196 1177.508", "storage deep_archive 1024 1.01376",
                "overhead deep_archive class_rate 32 0.03168", "overhead deep_archive standard_rate 4 0.092",
                "overhead deep_archive standard_rate 4 0.088"});
}

TEST_CASE("a price stated for a class's storage holds for the overhead at its rate", "[pricing][s3]") {
    CHECK(lines_of(s3_bill("    storage: [{class: deep_archive, average: 1 TiB, archive_size: 1 MiB}]\n"
                           "    prices:\n      - {class: standard, charge: storage, price: 0.021}\n"
                           "      - {class: deep_archive, charge: storage, price: 0.002}\n")) ==
          Lines{"storage deep_archive 1024 2.048", "overhead deep_archive class_rate 32 0.064",
                "overhead deep_archive standard_rate 8 0.168"});
}

TEST_CASE("an upload to S3 is one put, or a create, parts and a complete", "[pricing][s3]") {
    CHECK(lines_of(s3_bill("    uploads: [{class: deep_archive, bytes: 1 TiB, archives: 8192}]\n")) ==
          Lines{"requests deep_archive put 8192 0.4096"});
    // 128 MiB in 16 parts of 8 MiB: the beginning and the parts at 0.005 a thousand, the end at 0.05.
    CHECK(lines_of(s3_bill(
              "    uploads: [{class: deep_archive, bytes: 1 TiB, archives: 8192, part_size: 8 MiB}]\n")) ==
          Lines{"requests deep_archive create 8192 0.04096", "requests deep_archive part 131072 0.65536",
                "requests deep_archive complete 8192 0.4096"});
}

TEST_CASE("a retrieval that names no tier is a standard one", "[pricing][s3]") {
    CHECK(lines_of(s3_bill("    retrievals: [{class: deep_archive, bytes: 100 GiB, archives: 10}]\n")) ==
          Lines{"retrieval deep_archive standard 100 2",
                "retrieval_requests deep_archive retrieval standard 10 0.001"});
}

TEST_CASE("a copy without an instant lies there for days of 24 hours", "[pricing][s3]") {
    // 30 GB for 7 days of September: 30 x 168 / 720 = 7 GB-Mo at 0.023.
    CHECK(lines_of(s3_bill(
              "    retrievals: [{class: deep_archive, tier: bulk, bytes: 30 GiB, copy_days: 7}]\n")) ==
          Lines{"retrieval deep_archive bulk 30 0.075", "copy deep_archive 7 0.161"});
}

TEST_CASE("a copy with an instant ends at the vendor's midnight, in the months in which it lies",
          "[pricing][s3]") {
    // From the 28th at 12:00, 3 days and on to the next midnight: 60 hours of September, 24 of October.
    const Bill bill = s3_bill(
        "    retrievals: [{class: deep_archive, tier: bulk, at: 2026-09-28T12:00Z, bytes: 744 GiB, "
        "copy_days: "
        "3}]\n");
    REQUIRE(bill.periods.size() == 2);
    CHECK(lines_of(bill).at(1) == "copy deep_archive 62 1.426");
    CHECK(to_text(bill.periods.at(1).month) == "2026-10");
    CHECK(lines_of(bill, 1) == Lines{"copy deep_archive 24 0.552"});
}

TEST_CASE("what is deleted, overwritten or moved before its minimum owes the rest of it", "[pricing][s3]") {
    // Flexible 90 days, Deep Archive 180: after 30 days 2 and 5 months are owed. Standard owes nothing.
    CHECK(lines_of(s3_bill("    deletions:\n"
                           "      - {class: flexible, bytes: 100 GiB, stored_for: 30 days}\n"
                           "      - {class: deep_archive, bytes: 100 GiB, stored_for: 30 days, cause: "
                           "overwrite}\n"
                           "      - {class: standard, bytes: 100 GiB, stored_for: 30 days, cause: "
                           "transition}\n")) ==
          Lines{"early_deletion flexible 200 0.72", "early_deletion deep_archive 500 0.495"});
}

TEST_CASE("a unit of capacity is billed in the month of its purchase and ends a month later",
          "[pricing][s3]") {
    const Bill bill = s3_bill("    capacity: [{bought: 2026-08-31T10:00Z, units: 2}]\n", "2026-08");
    CHECK(lines_of(bill) == Lines{"capacity 2 200"});
    CHECK(steps_of(bill.periods.at(0).lines.at(0)).find("until 2026-09-30T10:00:00Z") != std::string::npos);
}

TEST_CASE("parts of unfinished uploads lie at Standard's rate", "[pricing][s3]") {
    // 10 GB for 3 of 30 days.
    CHECK(lines_of(s3_bill("    staging: [{class: deep_archive, bytes: 10 GiB, for: 3 days}]\n")) ==
          Lines{"staging deep_archive 1 0.023"});
}

TEST_CASE("a month of 720 or 730 hours and GB of 10^9 bytes are named conventions", "[pricing][s3]") {
    const auto storage = [](const std::string& rules) {
        const auto usage = yaml::read_usage(
            "usage.yaml", "usage: 1\nprice_book: aws-s3-glacier\nrules: {" + rules +
                              "}\nperiods:\n  - month: 2026-03\n    storage: [{class: standard, byte_hours: "
                              "803520000000000}]\n");
        REQUIRE(usage);
        const auto bill = price(*usage, s3_book(), {.rounding = Rounding::exact});
        REQUIRE(bill);
        return format_decimal(bill->periods.at(0).lines.at(0).quantity, 6);
    };
    // 803,520 GB-hours of 10^9 bytes: / 744 hours = 1,080 GB-Mo; as 2^30 bytes 748,336.9 GB-hours.
    CHECK(storage("gb_unit: decimal") == "1080");
    CHECK(storage("gb_unit: decimal, month_hours: 720") == "1116");
    CHECK(storage("gb_unit: decimal, month_hours: 730") == "1100.712329");
    CHECK(storage("month_hours: real") == "1005.828381");
}

TEST_CASE("more bytes in S3's bands never cost less", "[pricing][s3][law]") {
    const PriceBook book = s3_book();
    CHECK(rc::check([&] {
        const int bytes = *rc::gen::inRange(0, 700000);
        const int more = *rc::gen::inRange(0, 100000);
        const auto cost = [&](int n) {
            return s3_bill("    storage: [{class: standard, average: " + std::to_string(n) +
                               " GiB}]\n    transfer_out: " + std::to_string(n) + " GiB\n",
                           "2026-09", book)
                .total_exact;
        };
        RC_ASSERT(cost(bytes) <= cost(bytes + more));
    }));
}

TEST_CASE("splitting the entries of a month changes no exact total", "[pricing][s3][law]") {
    const PriceBook book = s3_book();
    CHECK(rc::check([&] {
        const int hours = *rc::gen::inRange(0, 721);
        const int archives = *rc::gen::inRange(0, 5000);
        const auto stored = [&](int n, const std::string& name) {
            return "      - {class: " + name + ", bytes: 60000 GiB, for: " + std::to_string(n) +
                   " h, archives: " + std::to_string(archives) + "}\n";
        };
        const auto month = [&](const std::string& name, bool split) {
            return split ? stored(hours, name) + stored(720 - hours, name) : stored(720, name);
        };
        for (const std::string name : {"standard", "instant", "flexible", "deep_archive"}) {
            RC_ASSERT(s3_bill("    storage:\n" + month(name, true), "2026-09", book).total_exact ==
                      s3_bill("    storage:\n" + month(name, false), "2026-09", book).total_exact);
        }
    }));
}

TEST_CASE("storage and early deletion are together never below the minimum's storage", "[pricing][s3][law]") {
    const PriceBook book = s3_book();
    const std::vector<std::pair<std::string, int>> classes{
        {"instant", 90}, {"flexible", 90}, {"deep_archive", 180}};
    CHECK(rc::check([&] {
        const auto& [name, minimum] = classes.at(static_cast<std::size_t>(*rc::gen::inRange(0, 3)));
        const int days = *rc::gen::inRange(0, 31);
        const std::string what =
            "class: " + name + ", bytes: 100 GiB, archives: " + std::to_string(*rc::gen::inRange(0, 2000000));
        const auto stored = [&](int n) {
            return "    storage: [{" + what + ", for: " + std::to_string(n) + " days}]\n";
        };
        const Bill early = s3_bill(
            stored(days) + "    deletions: [{" + what + ", stored_for: " + std::to_string(days) + " days}]\n",
            "2026-09", book);
        const Bill month = s3_bill(stored(30), "2026-09", book);
        // The 8 KiB at Standard's rate are owed only while they lie there.
        const auto at_class_rate = [](const Bill& bill) {
            Rational sum = 0;
            for (const LineItem& line : bill.periods.at(0).lines)
                sum += line.kind == "standard_rate" ? Rational{0} : line.cost_exact.amount();
            return sum;
        };
        RC_ASSERT(at_class_rate(early) == at_class_rate(month) * minimum / 30);
    }));
}

TEST_CASE("two regions with the same prices differ in nothing but the names of their usage types",
          "[pricing][s3][law]") {
    const PriceBook east = s3_book("us-east-1");
    const PriceBook ohio = s3_book("us-east-2");
    CHECK(rc::check([&] {
        const std::string gib = std::to_string(*rc::gen::inRange(0, 100000)) + " GiB";
        const std::string count = std::to_string(*rc::gen::inRange(1, 100000));
        const std::string entries =
            "    storage: [{class: deep_archive, average: " + gib + ", archives: " + count +
            "}]\n    uploads: [{class: flexible, bytes: " + gib + ", archives: " + count +
            ", part_size: 8 MiB}]\n    retrievals: [{class: flexible, tier: bulk, bytes: " + gib +
            ", archives: " + count + "}]\n    transfer_out: " + gib + "\n";
        const Bill first = s3_bill(entries, "2026-10", east);
        const Bill second = s3_bill(entries, "2026-10", ohio);
        RC_ASSERT(lines_of(first) == lines_of(second));
        for (const LineItem& line : second.periods.at(0).lines)
            RC_ASSERT(line.usage_type.rfind("USE2-", 0) == 0);
    }));
}

TEST_CASE("a month of which not even the first band has a price is refused", "[pricing][s3]") {
    // Of Standard from January to March 2014 no price was found.
    const auto bill = price(s3_usage("    storage: [{class: standard, average: 512 GiB}]\n", "2014-02"),
                            s3_book(), {.rounding = Rounding::exact});
    REQUIRE_FALSE(bill);
    CHECK(bill.error().front().code == "price-absent");
    CHECK(bill.error().front().what.find("storage of standard in us-east-1 in 2014-02") != std::string::npos);
}
