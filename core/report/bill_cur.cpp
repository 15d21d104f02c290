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

/// A column's legacy name and that of CUR 2.0.
struct CurColumn {
    const char* legacy;
    const char* cur2;
};

constexpr std::array<CurColumn, 20> kColumns{
    {{"identity/LineItemId", "identity_line_item_id"},
     {"identity/TimeInterval", "identity_time_interval"},
     {"bill/BillingEntity", "bill_billing_entity"},
     {"bill/BillType", "bill_bill_type"},
     {"bill/BillingPeriodStartDate", "bill_billing_period_start_date"},
     {"bill/BillingPeriodEndDate", "bill_billing_period_end_date"},
     {"lineItem/LineItemType", "line_item_line_item_type"},
     {"lineItem/UsageStartDate", "line_item_usage_start_date"},
     {"lineItem/UsageEndDate", "line_item_usage_end_date"},
     {"lineItem/ProductCode", "line_item_product_code"},
     {"lineItem/UsageType", "line_item_usage_type"},
     {"lineItem/Operation", "line_item_operation"},
     {"lineItem/UsageAmount", "line_item_usage_amount"},
     {"lineItem/CurrencyCode", "line_item_currency_code"},
     {"lineItem/UnblendedRate", "line_item_unblended_rate"},
     {"lineItem/UnblendedCost", "line_item_unblended_cost"},
     {"lineItem/LineItemDescription", "line_item_line_item_description"},
     {"product/region", "product_region_code"},
     {"product/sku", "product_sku"},
     {"pricing/unit", "pricing_unit"}}};

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

std::string bill_cur(const pricing::Bill& bill, CurNames names) {
    Table table;
    for (const CurColumn& column : kColumns)
        table.columns.push_back({names == CurNames::legacy ? column.legacy : column.cur2});
    for (const pricing::PeriodBill& month : bill.periods) {
        const auto lines = exported_lines(month);
        for (std::size_t i = 0; i < lines.size(); ++i)
            table.rows.push_back(row_of(lines[i], month, bill, i + 1));
    }
    return to_csv(table);
}

}  // namespace firn::report
