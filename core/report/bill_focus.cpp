#include "core/report/bill_focus.hpp"

#include "core/report/bill_export.hpp"
#include "core/report/table.hpp"
#include "core/report/vendor_names.hpp"

#include <fmt/format.h>

#include <string_view>
#include <utility>
#include <vector>

namespace firn::report {

namespace {

using pricing::Bill;
using pricing::LineItem;
using pricing::PeriodBill;

/// A price's decimals and a quantity's together: the product of both as they are printed.
constexpr unsigned kProductPlaces = 40;

using Row = std::vector<std::pair<std::string_view, std::string>>;

std::string category_of(const LineItem& line) {
    if (line.charge == usage::ChargeType::other) return "Purchase";
    if (is_charge(line)) return "Usage";
    if (line.kind == "credit") return "Credit";
    if (line.kind == "tax") return "Tax";
    return line.kind == "support" ? "Purchase" : "Adjustment";
}

std::string frequency_of(const LineItem& line) {
    if (category_of(line) == "Credit") return "One-Time";
    return category_of(line) == "Purchase" ? "Recurring" : "Usage-Based";
}

/// The price list's unit in the words of FOCUS.
std::string focus_unit(const std::string& unit) {
    if (unit == "GB-Mo") return "GB-Months";
    if (unit == "TB-Mo") return "TB-Months";
    return unit == "Mo" ? "Months" : unit;
}

/// The unit as what it is: a GB of 2^30 bytes is a GiB.
std::string true_unit(const std::string& unit, const usage::Rules& rules) {
    const std::string text = focus_unit(unit);
    const bool is_gib = rules.gb_unit == usage::GbUnit::binary && unit.starts_with("GB");
    return is_gib ? "GiB" + text.substr(2) : text;
}

/// The list's cost: price times quantity as both are printed; the exact cost of what is reckoned from others.
std::string list_cost(const LineItem& line) {
    if (category_of(line) == "Credit") return format_decimal(line.cost.amount(), kProductPlaces);
    if (!is_charge(line)) return export_decimal(line.cost_exact.amount());
    const Rational quantity = *parse_decimal(export_decimal(line.quantity));
    const Rational price = *parse_decimal(export_decimal(line.unit_price.per_unit()));
    return format_decimal(Rational{quantity * price}, kProductPlaces);
}

/// What a price times a quantity tells of a line. A purchase always has both: support is bought once a month.
struct Pricing {
    std::string quantity{};
    std::string unit{};
    std::string unit_price{};
};

Pricing pricing_of(const LineItem& line) {
    if (is_charge(line))
        return {export_decimal(line.quantity), focus_unit(line.unit),
                export_decimal(line.unit_price.per_unit())};
    if (category_of(line) == "Purchase") return {"1", "Months", list_cost(line)};
    return {};
}

/// The 21 columns that every data set of the specification has.
Row mandatory(const LineItem& line, const PeriodBill& month, const Bill& bill) {
    const VendorNames names = vendor_names(bill.price_book);
    const std::string billed = format_decimal(line.cost.amount());
    const bool is_bought = line.charge == usage::ChargeType::other;
    return {{"BilledCost", billed},
            {"BillingAccountId", "firn"},
            {"BillingAccountName", "Model of Firn"},
            {"BillingCurrency", bill.currency},
            {"BillingPeriodEnd", export_end(month.month)},
            {"BillingPeriodStart", export_begin(month.month)},
            {"ChargeCategory", category_of(line)},
            {"ChargeClass", ""},
            {"ChargeDescription", export_description(line, bill.currency)},
            {"ChargePeriodEnd", export_end(month.month)},
            {"ChargePeriodStart", export_begin(month.month)},
            {"ContractedCost", list_cost(line)},
            {"EffectiveCost", billed},
            {"InvoiceIssuerName", names.provider},
            {"ListCost", list_cost(line)},
            {"PricingQuantity", pricing_of(line).quantity},
            {"PricingUnit", pricing_of(line).unit},
            {"ProviderName", names.provider},
            {"PublisherName", names.provider},
            {"ServiceCategory", is_bought ? "Other" : "Storage"},
            {"ServiceName", is_bought ? line.usage_type : names.service}};
}

/// Further columns of the specification, in the order of the alphabet.
Row recommended(const LineItem& line, const Bill& bill) {
    const bool is_usage = category_of(line) == "Usage";
    const std::string price = pricing_of(line).unit_price;
    const bool is_bought = line.charge == usage::ChargeType::other;
    return {{"ChargeFrequency", frequency_of(line)},
            {"ConsumedQuantity", is_usage ? export_decimal(line.quantity) : ""},
            {"ConsumedUnit", is_usage ? focus_unit(line.unit) : ""},
            {"ContractedUnitPrice", price},
            {"ListUnitPrice", price},
            {"PricingCategory", price.empty() ? "" : "Standard"},
            {"RegionId", is_usage ? bill.region : ""},
            {"ServiceSubcategory", is_bought ? "Other (Other)" : "Object Storage"},
            {"SkuId", line.sku},
            {"SkuMeter", is_usage ? line.usage_type : ""},
            {"SkuPriceId", line.sku.empty() ? "" : fmt::format("{}:{}", line.sku, price)}};
}

/// Columns of our own.
Row own(const LineItem& line, const PeriodBill& month, const Bill& bill) {
    const bool is_bought = line.charge == usage::ChargeType::other;
    const bool is_usage = category_of(line) == "Usage";
    return {{"x_Charge", std::string{usage::to_text(line.charge)}},
            {"x_CostExact", format_decimal(line.cost_exact.amount())},
            {"x_Kind", line.kind},
            {"x_Operation", line.operation},
            {"x_QuantityUnit", is_charge(line) ? true_unit(line.unit, month.rules) : ""},
            {"x_ServiceCode", is_bought ? "" : vendor_names(bill.price_book).product_code},
            {"x_StorageClass", line.storage_class},
            {"x_Tier", line.tier},
            {"x_UsageType", is_usage ? line.usage_type : ""}};
}

Row row_of(const LineItem& line, const PeriodBill& month, const Bill& bill) {
    Row row = mandatory(line, month, bill);
    for (Row part : {recommended(line, bill), own(line, month, bill)})
        row.insert(row.end(), std::make_move_iterator(part.begin()), std::make_move_iterator(part.end()));
    return row;
}

}  // namespace

std::string bill_focus(const Bill& bill) {
    Table table;
    for (const auto& [heading, cell] :
         row_of(LineItem{}, PeriodBill{.month = BillingPeriod{std::chrono::year{1970} / 1}}, bill))
        table.columns.push_back({std::string{heading}});
    for (const PeriodBill& month : bill.periods) {
        for (const LineItem& line : exported_lines(month)) {
            std::vector<std::string> cells;
            for (auto& [heading, cell] : row_of(line, month, bill))
                cells.push_back(std::move(cell));
            table.rows.push_back(std::move(cells));
        }
    }
    return to_csv(table);
}

}  // namespace firn::report
