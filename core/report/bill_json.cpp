#include "core/report/bill_json.hpp"

#include "core/report/settings_notes.hpp"
#include "core/usage/charge_type.hpp"
#include "core/usage/rules.hpp"

#include <string>
#include <utility>

namespace firn::report {

namespace {

Json line_json(const pricing::LineItem& line, pricing::Rounding rounding) {
    Json json;
    json["charge"] = std::string{usage::to_text(line.charge)};
    if (!line.storage_class.empty()) json["class"] = line.storage_class;
    if (!line.kind.empty()) json["kind"] = line.kind;
    if (!line.tier.empty()) json["tier"] = line.tier;
    json["usage_type"] = line.usage_type;
    if (!line.operation.empty()) json["operation"] = line.operation;
    if (!line.sku.empty()) json["sku"] = line.sku;
    json["quantity"] = format_decimal(line.quantity);
    if (line.free_quantity > 0) json["free_quantity"] = format_decimal(line.free_quantity);
    json["unit"] = line.unit;
    json["unit_price"] = to_text(line.unit_price);
    json["cost_exact"] = format_decimal(line.cost_exact.amount());
    json["cost"] = pricing::to_text(line.cost, rounding);
    json["steps"] = line.steps;
    json["unconfirmed"] = line.doubts;
    return json;
}

Json rules_json(const usage::Rules& rules) {
    Json json;
    if (rules.retrieval) json["retrieval"] = std::string{usage::to_text(*rules.retrieval)};
    json["overhead_unit"] = std::string{usage::to_text(rules.overhead_unit)};
    json["early_deletion_steps"] = std::string{usage::to_text(rules.early_deletion_steps)};
    json["early_deletion_month"] = std::string{usage::to_text(rules.early_deletion_month)};
    json["month_hours"] = std::string{usage::to_text(rules.month_hours)};
    json["gb_unit"] = std::string{usage::to_text(rules.gb_unit)};
    json["band_unit"] = std::string{usage::to_text(rules.band_unit)};
    return json;
}

}  // namespace

Json period_bill_json(const pricing::PeriodBill& period, pricing::Rounding rounding) {
    Json json;
    json["month"] = to_text(period.month);
    json["rules"] = rules_json(period.rules);
    json["lines"] = Json::array();
    for (const pricing::LineItem& line : period.lines)
        json["lines"].push_back(line_json(line, rounding));
    json["total_exact"] = format_decimal(period.total_exact.amount());
    json["total"] = pricing::to_text(period.total, rounding);
    if (period.converted_total) json["converted_total"] = pricing::to_text(*period.converted_total, rounding);
    json["notes"] = period.notes;
    return json;
}

std::string bill_json(const pricing::Bill& bill, const Provenance& provenance) {
    Json json;
    json["firn"] = provenance_json(provenance);
    json["price_book"] = bill.price_book;
    json["region"] = bill.region;
    json["currency"] = bill.currency;
    json["rounding"] = std::string{pricing::to_text(bill.rounding)};
    json["periods"] = Json::array();
    for (const pricing::PeriodBill& period : bill.periods) {
        json["periods"].push_back(period_bill_json(period, bill.rounding));
    }
    json["total_exact"] = format_decimal(bill.total_exact.amount());
    json["total"] = pricing::to_text(bill.total, bill.rounding);
    if (bill.exchange) json["exchange"] = exchange_json(bill);
    if (Json notes = settings_notes(bill); !notes.empty()) json["notes"] = std::move(notes);
    return json_text(json);
}

}  // namespace firn::report
