#include "core/report/bill_cur.hpp"

#include "core/report/bill_export.hpp"
#include "core/report/table.hpp"
#include "core/report/vendor_names.hpp"

#include <fmt/format.h>

#include <array>
#include <cstddef>
#include <vector>

namespace firn::report {

namespace {

constexpr unsigned kCostPlaces = 10;

constexpr std::array kColumns{"identity/LineItemId",
                              "identity/TimeInterval",
                              "bill/BillingEntity",
                              "bill/BillType",
                              "bill/BillingPeriodStartDate",
                              "bill/BillingPeriodEndDate",
                              "lineItem/LineItemType",
                              "lineItem/UsageStartDate",
                              "lineItem/UsageEndDate",
                              "lineItem/ProductCode",
                              "lineItem/UsageType",
                              "lineItem/Operation",
                              "lineItem/UsageAmount",
                              "lineItem/CurrencyCode",
                              "lineItem/UnblendedRate",
                              "lineItem/UnblendedCost",
                              "lineItem/LineItemDescription",
                              "product/region",
                              "product/sku",
                              "pricing/unit"};

std::string line_type(const pricing::LineItem& line) {
    if (line.charge == usage::ChargeType::other) return "Fee";
    if (is_charge(line)) return "Usage";
    if (line.kind == "credit") return "Credit";
    if (line.kind == "tax") return "Tax";
    return line.kind == "support" ? "Fee" : "Discount";
}

std::vector<std::string> row_of(const pricing::LineItem& line, const pricing::PeriodBill& month,
                                const pricing::Bill& bill, std::size_t number) {
    const VendorNames names = vendor_names(bill.price_book);
    const bool is_usage = line_type(line) == "Usage";
    const std::string begin = export_begin(month.month);
    const std::string end = export_end(month.month);
    const std::string cost = format_fixed(line.cost.amount(), kCostPlaces);
    return {fmt::format("firn-{}-{:04}", to_text(month.month), number),
            begin + "/" + end,
            names.provider,
            "Anniversary",
            begin,
            end,
            line_type(line),
            begin,
            end,
            line.charge == usage::ChargeType::other ? line.usage_type : names.product_code,
            is_usage ? line.usage_type : "",
            line.operation,
            is_charge(line) ? export_decimal(line.quantity) : "1",
            bill.currency,
            is_charge(line) ? format_at_least(line.unit_price.per_unit(), kCostPlaces) : cost,
            cost,
            export_description(line, bill.currency),
            is_charge(line) ? bill.region : "",
            line.sku,
            is_charge(line) ? line.unit : ""};
}

}  // namespace

std::string bill_cur(const pricing::Bill& bill) {
    Table table;
    for (const char* heading : kColumns)
        table.columns.push_back({heading});
    for (const pricing::PeriodBill& month : bill.periods) {
        for (std::size_t i = 0; i < month.lines.size(); ++i)
            table.rows.push_back(row_of(month.lines[i], month, bill, i + 1));
    }
    return to_csv(table);
}

}  // namespace firn::report
