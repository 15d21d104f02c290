// Bills as cost and usage reports and as FOCUS data sets.
#include "core/io/read_text_file.hpp"
#include "core/pricing/price.hpp"
#include "core/report/bill_cur.hpp"
#include "core/report/bill_focus.hpp"
#include "core/report/csv_dialect.hpp"
#include "core/yaml/price_book_reader.hpp"
#include "core/yaml/usage_reader.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

using namespace firn;
using namespace firn::report;

namespace {

template <class Read>
auto read_file(const std::string& path, Read read) {
    const std::string full = std::string{FIRN_SOURCE_DIR} + "/scenarios/" + path;
    auto text = io::read_text_file(full);
    REQUIRE(text);
    auto value = read(full, std::move(text).value());
    INFO((value ? "" : to_text(value.error())));
    REQUIRE(value);
    return std::move(value).value();
}

/// The bill of the scenario that has every setting of an invoice.
pricing::Bill invoice(pricing::Rounding rounding) {
    const auto usage = read_file("invoice/usage.yaml", yaml::read_usage);
    const auto book = read_file("price_books/aws-s3-glacier/us-east-1.yaml", yaml::read_price_book);
    auto bill = pricing::price(usage, book, {.rounding = rounding});
    REQUIRE(bill);
    return std::move(bill).value();
}

using Row = std::map<std::string, std::string>;

/// The cells of a line; none of these files has a field with a line end, a comma or quotes but the
/// descriptions.
std::vector<std::string> cells_of(const std::string& line) {
    std::vector<std::string> cells{""};
    bool in_quotes = false;
    for (const char c : line) {
        const bool separates = c == ',' && !in_quotes;
        in_quotes = (c == '"') != in_quotes;
        if (separates) cells.emplace_back();
        if (!separates) cells.back() += c;
    }
    return cells;
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::size_t begin = 0;
    for (std::size_t end = text.find('\n'); end != std::string::npos; end = text.find('\n', begin)) {
        lines.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return lines;
}

std::vector<Row> rows_of(const std::string& csv) {
    const auto lines = lines_of(csv);
    const auto headings = cells_of(lines.at(0));
    std::vector<Row> rows;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const auto cells = cells_of(lines[i]);
        REQUIRE(cells.size() == headings.size());
        Row row;
        for (std::size_t k = 0; k < cells.size(); ++k)
            row[headings[k]] = cells[k];
        rows.push_back(std::move(row));
    }
    return rows;
}

Rational number(const std::string& text) {
    INFO(text);
    const auto value = parse_decimal(text);
    REQUIRE(value);
    return *value;
}

Rational sum_of(const std::vector<Row>& rows, const std::string& column) {
    Rational sum = 0;
    for (const Row& row : rows)
        sum += number(row.at(column));
    return sum;
}

const std::vector<std::string> kMandatory{
    "BilledCost",         "BillingAccountId", "BillingAccountName", "BillingCurrency",   "BillingPeriodEnd",
    "BillingPeriodStart", "ChargeCategory",   "ChargeClass",        "ChargeDescription", "ChargePeriodEnd",
    "ChargePeriodStart",  "ContractedCost",   "EffectiveCost",      "InvoiceIssuerName", "ListCost",
    "PricingQuantity",    "PricingUnit",      "ProviderName",       "PublisherName",     "ServiceCategory",
    "ServiceName"};

}  // namespace

TEST_CASE("a FOCUS data set begins with the mandatory columns and ends with our own", "[report][export]") {
    const auto headings = cells_of(lines_of(bill_focus(invoice(pricing::Rounding::invoice))).at(0));
    REQUIRE(headings.size() > kMandatory.size());
    CHECK(std::vector<std::string>(headings.begin(), headings.begin() + 21) == kMandatory);
    const auto own = std::find_if(headings.begin(), headings.end(),
                                  [](const std::string& heading) { return heading.starts_with("x_"); });
    CHECK(std::all_of(own, headings.end(),
                      [](const std::string& heading) { return heading.starts_with("x_"); }));
    CHECK(std::set<std::string>(headings.begin(), headings.end()).size() == headings.size());
}

TEST_CASE("the billed costs of a FOCUS data set add up to the bill", "[report][export]") {
    const auto rounding =
        GENERATE(pricing::Rounding::invoice, pricing::Rounding::estimate, pricing::Rounding::report);
    const pricing::Bill bill = invoice(rounding);
    const auto rows = rows_of(bill_focus(bill));
    CHECK(sum_of(rows, "BilledCost") == bill.total.amount());
    CHECK(sum_of(rows, "EffectiveCost") == bill.total.amount());
}

TEST_CASE("list unit price times pricing quantity is list cost, to the last decimal", "[report][export]") {
    for (const Row& row : rows_of(bill_focus(invoice(pricing::Rounding::invoice)))) {
        const bool has_price = !row.at("ListUnitPrice").empty();
        const Rational product = has_price
                                     ? number(row.at("ListUnitPrice")) * number(row.at("PricingQuantity"))
                                     : number(row.at("ListCost"));
        INFO(row.at("ChargeDescription"));
        CHECK(product == number(row.at("ListCost")));
        CHECK(row.at("ContractedCost") == row.at("ListCost"));
        CHECK(row.at("PricingQuantity").empty() == !has_price);
        const bool needs_price =
            row.at("ChargeCategory") == "Usage" || row.at("ChargeCategory") == "Purchase";
        CHECK(has_price == needs_price);
    }
}

TEST_CASE("every cell of a FOCUS data set has its form", "[report][export]") {
    const std::set<std::string> categories{"Usage", "Purchase", "Tax", "Credit", "Adjustment"};
    const std::set<std::string> frequencies{"One-Time", "Recurring", "Usage-Based"};
    for (const Row& row : rows_of(bill_focus(invoice(pricing::Rounding::invoice)))) {
        CHECK(categories.contains(row.at("ChargeCategory")));
        CHECK(frequencies.contains(row.at("ChargeFrequency")));
        CHECK(row.at("ChargeClass").empty());
        CHECK(row.at("BillingCurrency") == "USD");
        for (const char* time :
             {"BillingPeriodStart", "BillingPeriodEnd", "ChargePeriodStart", "ChargePeriodEnd"}) {
            CHECK(row.at(time).size() == std::string{"2026-08-01T00:00:00Z"}.size());
            CHECK(row.at(time).ends_with("-01T00:00:00Z"));
        }
        CHECK(row.at("ChargePeriodStart") < row.at("ChargePeriodEnd"));
        CHECK((row.at("ChargeCategory") == "Usage") == !row.at("ConsumedQuantity").empty());
    }
}

TEST_CASE("a FOCUS data set says which GB it means", "[report][export]") {
    const auto rows = rows_of(bill_focus(invoice(pricing::Rounding::invoice)));
    CHECK(rows.at(0).at("PricingUnit") == "GB-Months");
    CHECK(rows.at(0).at("x_QuantityUnit") == "GiB-Months");
    CHECK(rows.at(0).at("x_UsageType") == "TimedStorage-GDA-ByteHrs");
    CHECK(rows.at(0).at("x_ServiceCode") == "AmazonS3");
}

TEST_CASE("a cost and usage report has a row a line, costs with ten decimals", "[report][export]") {
    const pricing::Bill bill = invoice(pricing::Rounding::report);
    const auto rows = rows_of(bill_cur(bill));
    std::size_t lines = 0;
    for (const pricing::PeriodBill& month : bill.periods)
        lines += month.lines.size();
    CHECK(rows.size() == lines);
    CHECK(sum_of(rows, "lineItem/UnblendedCost") == bill.total.amount());
    std::set<std::string> types;
    for (const Row& row : rows) {
        const std::string& cost = row.at("lineItem/UnblendedCost");
        CHECK(cost.size() - cost.find('.') == 11);
        types.insert(row.at("lineItem/LineItemType"));
    }
    CHECK(types == std::set<std::string>{"Usage", "Fee", "Discount", "Credit", "Tax"});
}

TEST_CASE("the columns of CUR 2.0 have the same rows under other names", "[report][export]") {
    const pricing::Bill bill = invoice(pricing::Rounding::report);
    const auto legacy = lines_of(bill_cur(bill));
    const auto cur2 = lines_of(bill_cur(bill, CurNames::cur2));
    CHECK(std::vector<std::string>(legacy.begin() + 1, legacy.end()) ==
          std::vector<std::string>(cur2.begin() + 1, cur2.end()));
    CHECK(cur2.at(0).find("line_item_usage_type,line_item_operation,line_item_usage_amount") !=
          std::string::npos);
}

TEST_CASE("usage amounts are so exact that they give the same byte-hours back", "[report][export]") {
    // 1 byte-hour of a month of 744 hours is 1 / (2^30 x 744) = 0.00000000000125... GB-Mo.
    pricing::LineItem line{.charge = usage::ChargeType::storage,
                           .usage_type = "TimedStorage-ByteHrs",
                           .unit = "GB-Mo",
                           .quantity = Rational{123456789012345677, Integer{1073741824} * 744}};
    pricing::Bill bill{.price_book = "aws-glacier", .region = "us-east-1", .currency = "USD"};
    bill.periods.push_back({.month = *BillingPeriod::parse("2013-03"), .lines = {line}});
    const std::string amount = rows_of(bill_cur(bill)).at(0).at("lineItem/UsageAmount");
    CHECK(round_half_up(Rational{number(amount) * 1073741824 * 744}, 0) == 123456789012345677);
    CHECK(rows_of(bill_focus(bill)).at(0).at("PricingQuantity") == amount);
}

TEST_CASE("a dialect changes separators and the decimal sign of numbers alone", "[report][export]") {
    const auto dialect = [](std::string_view name) {
        const auto all = csv_dialects();
        return *std::find_if(all.begin(), all.end(), [&](const CsvDialect& d) { return d.name == name; });
    };
    const std::string csv = "name,cost\n\"a, b\",-1234.50\nx;y,1.2.3\n\"say \"\"1.5\"\"\",0.010\n";
    CHECK(in_dialect(csv, dialect("plain")) == csv);
    CHECK(in_dialect(csv, dialect("us")) == "\xEF\xBB\xBF" + csv);
    CHECK(in_dialect(csv, dialect("de")) ==
          "\xEF\xBB\xBFname;cost\na, b;-1234,50\n\"x;y\";1.2.3\n\"say \"\"1.5\"\"\";0,010\n");
    CHECK(in_dialect("a,b", dialect("fr")) ==
          "\xEF\xBB\xBF"
          "a;b");
    CHECK(in_dialect("a,\n", dialect("fr")) ==
          "\xEF\xBB\xBF"
          "a;\n");
}
