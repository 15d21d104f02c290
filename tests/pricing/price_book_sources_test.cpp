// Every shipped price book against the price lists it was made from, number by number, and against the rules
// that all books keep.
#include "tests/pricing/shipped_books.hpp"

using namespace firn;
using namespace firn::pricing;

namespace {

const std::string kToday = "2026-09-18";

/// A column of the table of 36 regions, and the charges whose price it is.
struct ColumnCharges {
    std::string column;
    std::vector<ChargeName> charges;
};

const std::vector<ColumnCharges>& column_charges() {
    static const std::vector<ColumnCharges> kColumns{
        {"std_storage_gbmo_first_band",
         {{"storage", "standard"},
          {"overhead", "flexible", "standard_rate"},
          {"overhead", "deep_archive", "standard_rate"},
          {"copy", "flexible"},
          {"copy", "deep_archive"},
          {"staging", "flexible"},
          {"staging", "deep_archive"}}},
        {"std_put_per_request",
         {{"requests", "standard", "put"},
          {"requests", "standard", "list"},
          {"requests", "flexible", "part"},
          {"requests", "deep_archive", "create"}}},
        {"std_get_per_request", {{"requests", "standard", "get"}, {"requests", "flexible", "get"}}},
        {"gir_storage_gbmo", {{"storage", "instant"}, {"early_deletion", "instant"}}},
        {"gfr_storage_gbmo",
         {{"storage", "flexible"}, {"overhead", "flexible", "class_rate"}, {"early_deletion", "flexible"}}},
        {"gfr_put_per_request",
         {{"requests", "flexible", "put"},
          {"requests", "flexible", "complete"},
          {"requests", "flexible", "lifecycle"}}},
        {"gfr_standard_retrieval_gb", {{"retrieval", "flexible", "", "standard"}}},
        {"gda_storage_gbmo",
         {{"storage", "deep_archive"},
          {"overhead", "deep_archive", "class_rate"},
          {"early_deletion", "deep_archive"}}},
        {"gda_lifecycle_per_request",
         {{"requests", "deep_archive", "lifecycle"},
          {"requests", "deep_archive", "put"},
          {"requests", "deep_archive", "complete"}}},
        {"gda_standard_retrieval_gb", {{"retrieval", "deep_archive", "", "standard"}}},
        {"internet_egress_gb_first_band", {{"transfer_out"}}},
    };
    return kColumns;
}

/// A row of a price list of us-east-1: what it prices, and the vendor's name of the price.
struct ListRow {
    std::string usage_type;
    std::string operation;
    std::string price;
    std::string sku;
};

/// The charges that bear a price list's name of the price; the AmazonS3 list has names of its own for prices
/// of Deep Archive, whose charges are found by usage type and operation.
std::vector<const Tariff*> charges_of(const PriceBook& book, const ListRow& row) {
    std::vector<const Tariff*> by_sku;
    std::vector<const Tariff*> by_operation;
    for (const Tariff& tariff : book.tariffs) {
        const PricePeriod& last = tariff.periods.back();
        if (tariff.rate_of || tariff.usage_type != row.usage_type || last.until != open_end()) continue;
        if (last.evidence.sku == row.sku) by_sku.push_back(&tariff);
        if (std::find(tariff.operations.begin(), tariff.operations.end(), row.operation) !=
            tariff.operations.end())
            by_operation.push_back(&tariff);
    }
    return by_sku.empty() ? by_operation : by_sku;
}

/// Checks that the charges of a row have its price, in us-east-1 and in us-east-2.
void check_row(const ListRow& row) {
    const PriceBook book = shipped_book("us-east-1", "aws-s3-glacier");
    const PriceBook ohio = shipped_book("us-east-2", "aws-s3-glacier");
    INFO(row.usage_type << " " << row.operation << " " << row.sku);
    const auto charges = charges_of(book, row);
    CHECK_FALSE(charges.empty());
    for (const Tariff* tariff : charges) {
        const ChargeName name{std::string{usage::to_text(tariff->charge)}, tariff->storage_class,
                              tariff->kind, tariff->tier};
        CHECK(price_on(book, name, kToday) == *parse_decimal(row.price));
        CHECK(price_on(ohio, name, kToday) == *parse_decimal(row.price));
    }
}

/// The text of the next `"key": "value"` from `position` on, which moves behind it; empty at the end.
std::string next_value(const std::string& text, std::size_t& position, const std::string& key) {
    const std::string start = '"' + key + "\": \"";
    const auto found = text.find(start, position);
    position = std::min(found, text.size());
    if (found == std::string::npos) return {};
    const auto begin = found + start.size();
    position = text.find('"', begin);
    return text.substr(begin, position - begin);
}

}  // namespace

TEST_CASE("the regions of today agree with the table of 36 regions number by number", "[pricing]") {
    const auto rows = price_list("rates-36-regions-2026.csv");
    CHECK(rows.size() == 36);
    for (const TableRow& row : rows) {
        const PriceBook book = shipped_book(row.at("region"), "aws-s3-glacier");
        for (const auto& [column, charges] : column_charges()) {
            for (const ChargeName& charge : charges) {
                INFO(row.at("region") << " " << column << " " << charge.charge << " " << charge.storage_class
                                      << " " << charge.kind);
                CHECK(price_on(book, charge, kToday) == *parse_decimal(row.at(column)));
            }
        }
        // The table's note: the same in all of them.
        CHECK(price_on(book, {"requests", "instant", "put"}, kToday) == *parse_decimal("0.00002"));
        CHECK(price_on(book, {"requests", "instant", "get"}, kToday) == *parse_decimal("0.00001"));
        CHECK(price_on(book, {"retrieval", "instant"}, kToday) == *parse_decimal("0.03"));
    }
}

TEST_CASE("the price book of S3 has the regions of the table and Beijing", "[pricing]") {
    std::vector<std::string> expected{"cn-north-1"};
    for (const TableRow& row : price_list("rates-36-regions-2026.csv"))
        expected.push_back(row.at("region"));
    std::sort(expected.begin(), expected.end());
    CHECK(shipped_regions("aws-s3-glacier") == expected);
}

TEST_CASE("us-east-1 has every row of the AmazonS3 price list of September 2026", "[pricing]") {
    const auto rows = price_list("AmazonS3-us-east-1-2026-09-18-glacier-rows.csv");
    CHECK(rows.size() == 24);
    for (const TableRow& row : rows)
        check_row({row.at("usagetype"), row.at("operation"), row.at("pricePerUnitUSD"), row.at("sku")});
}

TEST_CASE("us-east-1 has every product of the Deep Archive price list of September 2026", "[pricing]") {
    const std::string text = text_of(
        price_book_folder() + "sources/AmazonS3GlacierDeepArchive-us-east-1-2026-09-11-query-excerpt.json");
    std::size_t products = 0;
    std::size_t position = 0;
    for (std::string type = next_value(text, position, "usagetype"); !type.empty();
         type = next_value(text, position, "usagetype")) {
        ++products;
        const std::string operation = next_value(text, position, "operation");
        const std::string sku = next_value(text, position, "sku");
        check_row({type, operation, next_value(text, position, "USD"), sku});
    }
    CHECK(products == 13);
}

TEST_CASE("Ireland in April 2018 has the prices of the list of that day", "[pricing]") {
    const PriceBook book = shipped_book("eu-west-1", "aws-s3-glacier");
    const std::map<std::string, ChargeName> charges{
        {"EU-TimedStorage-GlacierByteHrs", {"storage", "flexible"}},
        {"EU-EarlyDelete-ByteHrs", {"early_deletion", "flexible"}},
        {"EU-Requests-Tier1", {"requests", "standard", "put"}},
        {"EU-Requests-Tier2", {"requests", "standard", "get"}},
        {"EU-Requests-Tier3", {"retrieval_requests", "flexible", "retrieval", "standard"}},
        {"EU-Requests-Tier5", {"retrieval_requests", "flexible", "retrieval", "bulk"}},
        {"EU-Requests-Tier6", {"retrieval_requests", "flexible", "retrieval", "expedited"}},
        {"EU-Standard-Retrieval-Bytes", {"retrieval", "flexible", "", "standard"}},
        {"EU-Bulk-Retrieval-Bytes", {"retrieval", "flexible", "", "bulk"}},
        {"EU-Expedited-Retrieval-Bytes", {"retrieval", "flexible", "", "expedited"}}};
    std::size_t seen = 0;
    for (const TableRow& row : price_list("AmazonS3-2018-04-04-eu-excerpt.csv", 5)) {
        const auto charge = charges.find(row.at("usageType"));
        if (charge == charges.end() || row.at("SKU").substr(0, 7) == "INVALID") continue;
        ++seen;
        INFO(row.at("usageType"));
        CHECK(price_on(book, charge->second, "2018-04-04") == *parse_decimal(row.at("PricePerUnit")));
    }
    CHECK(seen == charges.size());
}

TEST_CASE("each price of a shipped book has a source and a time, and holds until the next", "[pricing]") {
    for (const PriceBook& book : shipped_books()) {
        for (const Tariff& tariff : book.tariffs) {
            INFO(book.name << " " << book.region << " line " << tariff.where.line);
            REQUIRE_FALSE(tariff.periods.empty());
            for (const PricePeriod& period : tariff.periods) {
                CHECK_FALSE(period.evidence.sources.empty());
                CHECK(period.from < period.until);
            }
            for (std::size_t i = 1; i < tariff.periods.size(); ++i)
                CHECK(tariff.periods[i].from == tariff.periods[i - 1].until);
        }
    }
}

TEST_CASE("what is sold today holds on beyond the day to which a book was verified", "[pricing]") {
    const auto ends = [](const Tariff& tariff) {
        const bool has_tiers = tariff.tier.empty() && !tariff.storage_class.empty() &&
                               (tariff.kind == "retrieval" || tariff.peak_fee.has_value());
        return has_tiers;  // the requests and the fee before the tiers of 21 November 2016
    };
    for (const PriceBook& book : shipped_books()) {
        CHECK(parse_rfc3339(book.verified_until));
        for (const Tariff& tariff : book.tariffs) {
            INFO(book.name << " " << book.region << " line " << tariff.where.line);
            CHECK((tariff.periods.back().until == open_end()) != ends(tariff));
        }
    }
}

TEST_CASE("every source of a shipped book is used and has an address and a date", "[pricing]") {
    for (const PriceBook& book : shipped_books()) {
        std::vector<bool> used(book.sources.size());
        for (const Tariff& tariff : book.tariffs) {
            for (const PricePeriod& period : tariff.periods) {
                for (const std::size_t source : period.evidence.sources)
                    used.at(source) = true;
            }
        }
        for (std::size_t i = 0; i < used.size(); ++i) {
            INFO(book.name << " " << book.region << " " << book.sources[i].id);
            CHECK(used[i]);
            CHECK(book.sources[i].address.substr(0, 4) == "http");
            CHECK(book.sources[i].date.size() >= 4);
        }
    }
}

TEST_CASE("vaults are closed to new customers from 15 December 2025, S3's classes are not", "[pricing]") {
    for (const PriceBook& book : shipped_books()) {
        INFO(book.name << " " << book.region);
        CHECK(is_closed_at(book, *parse_rfc3339("2025-12-15")) == (book.name == "aws-glacier"));
        CHECK_FALSE(is_closed_at(book, *parse_rfc3339("2025-12-14")));
    }
}
