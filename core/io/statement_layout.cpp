#include "core/io/statement_layout.hpp"

#include "core/diag/did_you_mean.hpp"
#include "core/io/csv_line.hpp"
#include "core/io/row_excerpt.hpp"
#include "core/io/statement_tags.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace firn::io {

namespace {

/// The headings under which a field may stand, the first one that is there wins.
struct KnownColumn {
    StatementField field;
    std::vector<std::string> headings;
    bool is_required = false;
};

using Field = StatementField;

std::vector<KnownColumn> columns_of_cur() {
    return {{Field::month, {"bill/BillingPeriodStartDate"}},
            {Field::start, {"lineItem/UsageStartDate"}},
            {Field::end, {"lineItem/UsageEndDate"}},
            {Field::type, {"lineItem/LineItemType"}, true},
            {Field::account, {"lineItem/UsageAccountId"}},
            {Field::payer, {"bill/PayerAccountId"}},
            {Field::service, {"lineItem/ProductCode"}},
            {Field::usage_type, {"lineItem/UsageType"}, true},
            {Field::operation, {"lineItem/Operation"}},
            {Field::resource, {"lineItem/ResourceId"}},
            {Field::quantity, {"lineItem/UsageAmount"}, true},
            {Field::unit, {"pricing/unit"}},
            {Field::rate, {"lineItem/UnblendedRate"}},
            {Field::cost, {"lineItem/UnblendedCost"}, true},
            {Field::currency, {"lineItem/CurrencyCode"}},
            {Field::invoice, {"bill/InvoiceId"}},
            {Field::bill_type, {"bill/BillType"}},
            {Field::line_id, {"identity/LineItemId"}}};
}

std::vector<KnownColumn> columns_of_cur2() {
    return {{Field::month, {"bill_billing_period_start_date"}},
            {Field::start, {"line_item_usage_start_date"}},
            {Field::end, {"line_item_usage_end_date"}},
            {Field::type, {"line_item_line_item_type"}, true},
            {Field::account, {"line_item_usage_account_id"}},
            {Field::payer, {"bill_payer_account_id"}},
            {Field::service, {"line_item_product_code"}},
            {Field::usage_type, {"line_item_usage_type"}, true},
            {Field::operation, {"line_item_operation"}},
            {Field::resource, {"line_item_resource_id"}},
            {Field::quantity, {"line_item_usage_amount"}, true},
            {Field::unit, {"pricing_unit"}},
            {Field::rate, {"line_item_unblended_rate"}},
            {Field::cost, {"line_item_unblended_cost"}, true},
            {Field::currency, {"line_item_currency_code"}},
            {Field::invoice, {"bill_invoice_id"}},
            {Field::bill_type, {"bill_bill_type"}},
            {Field::line_id, {"identity_line_item_id"}},
            {Field::tags, {"resource_tags"}}};
}

std::vector<KnownColumn> columns_of_focus() {
    return {{Field::month, {"BillingPeriodStart"}},
            {Field::start, {"ChargePeriodStart"}},
            {Field::end, {"ChargePeriodEnd"}},
            {Field::type, {"ChargeCategory"}, true},
            {Field::type_detail, {"ChargeClass"}},
            {Field::account, {"SubAccountId"}},
            {Field::payer, {"BillingAccountId"}},
            {Field::service, {"x_ServiceCode"}},
            {Field::service_name, {"ServiceName"}},
            {Field::usage_type, {"x_UsageType", "SkuMeter"}, true},
            {Field::operation, {"x_Operation"}},
            {Field::resource, {"ResourceId"}},
            {Field::quantity, {"PricingQuantity", "ConsumedQuantity"}, true},
            {Field::unit, {"PricingUnit", "ConsumedUnit"}},
            {Field::rate, {"ContractedUnitPrice", "ListUnitPrice"}},
            {Field::cost, {"BilledCost"}, true},
            {Field::currency, {"BillingCurrency"}},
            {Field::invoice, {"InvoiceId"}},
            {Field::tags, {"Tags"}}};
}

std::vector<KnownColumn> columns_of_dbr() {
    return {{Field::start, {"UsageStartDate"}},       {Field::end, {"UsageEndDate"}},
            {Field::type, {"RecordType"}, true},      {Field::account, {"LinkedAccountId"}},
            {Field::payer, {"PayerAccountId"}},       {Field::service, {"ProductName"}},
            {Field::usage_type, {"UsageType"}, true}, {Field::operation, {"Operation"}},
            {Field::resource, {"ResourceId"}},        {Field::quantity, {"UsageQuantity"}, true},
            {Field::rate, {"UnBlendedRate", "Rate"}}, {Field::cost, {"UnBlendedCost", "Cost"}, true},
            {Field::invoice, {"InvoiceID"}},          {Field::line_id, {"RecordId"}}};
}

std::vector<KnownColumn> columns_of_list() {
    return {{Field::month, {"month", "billing_period", "date"}},
            {Field::type, {"line_type", "type", "charge"}},
            {Field::type_detail, {"kind"}},
            {Field::account, {"account"}},
            {Field::service, {"service", "product_code", "product"}},
            {Field::usage_type, {"usage_type", "usagetype"}, true},
            {Field::operation, {"operation"}},
            {Field::resource, {"bucket", "vault", "resource", "resource_id"}},
            {Field::quantity, {"quantity", "usage_quantity", "usage_amount", "usage"}},
            {Field::unit, {"unit"}},
            {Field::rate, {"unit_price", "rate", "price"}},
            {Field::cost, {"cost", "amount", "billed_cost"}, true},
            {Field::currency, {"currency"}},
            {Field::invoice, {"invoice", "invoice_id"}},
            {Field::bill_type, {"bill_type"}},
            {Field::invoiced, {"invoice_date"}},
            {Field::line_id, {"line_id", "id"}}};
}

std::vector<KnownColumn> columns_of(StatementFormat format) {
    switch (format) {
        case StatementFormat::cur:
            return columns_of_cur();
        case StatementFormat::cur2:
            return columns_of_cur2();
        case StatementFormat::focus:
            return columns_of_focus();
        case StatementFormat::dbr:
            return columns_of_dbr();
        case StatementFormat::list:
        case StatementFormat::cost_explorer:
            return columns_of_list();
    }
    return {};
}

/// The header of one statement and the search in it.
class HeaderSearch {
  public:
    HeaderSearch(StatementFormat format, std::string_view header, const SourceLocation& where)
        : header_{header}, where_{where} {
        layout_.format = format;
        layout_.delimiter = delimiter_of_header(header);
        headings_ = csv_header(header, layout_.delimiter);
        if (format == StatementFormat::list) {
            std::transform(headings_.begin(), headings_.end(), headings_.begin(), plain_heading);
        }
    }

    void find(const KnownColumn& wanted) {
        for (const std::string& heading : wanted.headings) {
            if (take(wanted.field, heading)) return;
        }
        if (wanted.is_required) miss(wanted.headings);
    }

    /// A month is taken from the billing period, or from the day of the charge.
    void find_month() {
        if (layout_.has(Field::month) || layout_.has(Field::start) || layout_.format == StatementFormat::list)
            return;
        std::vector<std::string> headings;
        for (const KnownColumn& column : columns_of(layout_.format)) {
            if (column.field == Field::month || column.field == Field::start)
                headings.insert(headings.end(), column.headings.begin(), column.headings.end());
        }
        miss(headings);
    }

    void find_tag(std::string_view key) {
        const auto found = std::find_if(headings_.begin(), headings_.end(), [&](const std::string& heading) {
            return is_tag_heading(heading, key);
        });
        if (found != headings_.end()) {
            put(Field::tag, static_cast<std::size_t>(found - headings_.begin()));
        } else if (!layout_.has(Field::tags)) {
            report("statement-header", fmt::format("the header has no column of the tag \"{}\"", key),
                   "a column such as resourceTags/user:NAME, resource_tags or Tags",
                   "tags must be switched on as cost allocation tags before they stand in a report");
        }
    }

    [[nodiscard]] Result<StatementLayout> finish() && {
        if (!faults_.empty()) return std::move(faults_);
        return std::move(layout_);
    }

  private:
    bool take(Field field, const std::string& heading) {
        const auto count = std::count(headings_.begin(), headings_.end(), heading);
        if (count == 0) return false;
        if (count > 1) {
            report("statement-header", fmt::format("the header has more than one column \"{}\"", heading),
                   "each column once", "leave out the others");
        }
        const auto found = std::find(headings_.begin(), headings_.end(), heading);
        put(field, static_cast<std::size_t>(found - headings_.begin()));
        return true;
    }

    void put(Field field, std::size_t column) {
        if (layout_.columns.size() <= column) layout_.columns.resize(column + 1);
        layout_.columns[column] = field;
        layout_.headings.at(static_cast<std::size_t>(field)) = headings_[column];
    }

    void miss(const std::vector<std::string>& wanted) {
        const std::string near = mistaken_for(wanted.front());
        report("statement-header", fmt::format("the header has no column \"{}\"", wanted.front()),
               fmt::format("the columns of a statement of the format {}", name_of(layout_.format)),
               near.empty() ? fmt::format("make the report with its column {}", one_of(wanted))
                            : fmt::format("did you mean the column \"{}\"?", near));
    }

    /// A heading that comes near and is none that the format has.
    std::string mistaken_for(const std::string& wanted) const {
        const std::string near = closest_to(wanted, headings_);
        const auto columns = columns_of(layout_.format);
        const bool is_known = std::any_of(columns.begin(), columns.end(), [&](const KnownColumn& column) {
            return std::find(column.headings.begin(), column.headings.end(), near) != column.headings.end();
        });
        return is_known ? std::string{} : near;
    }

    void report(std::string code, std::string what, std::string expected, std::string remedy) {
        Diagnostic fault{.code = std::move(code),
                         .where = where_,
                         .what = std::move(what),
                         .expected = std::move(expected),
                         .remedy = std::move(remedy)};
        show_part(fault, header_, header_);
        faults_.push_back(std::move(fault));
    }

    std::string_view header_;
    SourceLocation where_;
    std::vector<std::string> headings_;
    StatementLayout layout_;
    Diagnostics faults_;
};

}  // namespace

Result<StatementLayout> find_statement_columns(StatementFormat format, std::string_view header,
                                               std::string_view tag, const SourceLocation& where) {
    HeaderSearch search{format, header, where};
    for (const KnownColumn& column : columns_of(format))
        search.find(column);
    search.find_month();
    if (!tag.empty()) search.find_tag(tag);
    return std::move(search).finish();
}

}  // namespace firn::io
