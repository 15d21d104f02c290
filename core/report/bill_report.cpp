#include "core/report/bill_report.hpp"

#include "core/pricing/amount_text.hpp"
#include "core/report/bill_sentence.hpp"
#include "core/report/table.hpp"

#include <fmt/format.h>

#include <vector>

namespace firn::report {

using firn::to_text;
using pricing::grouped;
using pricing::to_text;
using usage::to_text;

namespace {

using pricing::Bill;
using pricing::LineItem;
using pricing::PeriodBill;

/// How one format writes the parts of a bill.
struct Style {
    std::string (*table)(const Table&);
    std::string_view month_heading;
    std::string_view line_heading;
    std::string_view step;
    std::string_view note;
};

constexpr Style kPlain{to_plain_text, "{}\n\n", "\n{}:\n", "  - {}\n", "- {}\n"};
constexpr Style kMarkdown{to_markdown, "## {}\n\n", "\n### {}\n\n", "- {}\n", "- {}\n"};

std::string charge_text(const LineItem& line) {
    std::string text{to_text(line.charge)};
    const std::string& detail = line.tier.empty() ? line.kind : line.tier;
    if (!detail.empty()) text += fmt::format(" ({})", detail);
    return text;
}

std::string cost_text(const Money& cost, const Bill& bill) { return grouped(to_text(cost, bill.rounding)); }

Table month_table(const PeriodBill& period, const Bill& bill) {
    Table table{{{"charge", Align::left},
                 {"class", Align::left},
                 {"usage type", Align::left},
                 {"quantity"},
                 {"unit", Align::left},
                 {"unit price"},
                 {fmt::format("cost ({})", bill.currency)}}};
    for (const LineItem& line : period.lines) {
        const std::string mark = line.doubts.empty() ? "" : " *";
        table.rows.push_back({charge_text(line), line.storage_class, line.usage_type, grouped(line.quantity),
                              line.unit, to_text(line.unit_price) + mark, cost_text(line.cost, bill)});
    }
    table.rows.push_back({"total", "", "", "", "", "", cost_text(period.total, bill)});
    if (period.converted_total) {
        table.rows.push_back({fmt::format("total in {}", bill.exchange->currency), "", "", "", "",
                              format_decimal(bill.exchange->rate), cost_text(*period.converted_total, bill)});
    }
    return table;
}

/// What tells lines of one charge apart: the class, or the name of what is no charge of the price book.
std::string detail_text(const LineItem& line) {
    const bool is_added =
        line.charge == usage::ChargeType::adjustment || line.charge == usage::ChargeType::other;
    const std::string& detail = is_added ? line.usage_type : line.storage_class;
    return detail.empty() ? "" : " " + detail;
}

std::string steps_text(const PeriodBill& period, const Bill& bill, const Style& style) {
    std::string text;
    for (const LineItem& line : period.lines) {
        const std::string heading =
            fmt::format("{}{} in {}: {} {}", charge_text(line), detail_text(line), to_text(period.month),
                        cost_text(line.cost, bill), bill.currency);
        text += fmt::format(fmt::runtime(style.line_heading), heading);
        for (const std::string& step : line.steps)
            text += fmt::format(fmt::runtime(style.step), step);
    }
    return text;
}

std::string shown(const BillReport& report, const Style& style) {
    const Bill& bill = report.bill;
    std::string text = bill_sentence(bill) + "\n\n";
    for (const PeriodBill& period : bill.periods) {
        text += fmt::format(fmt::runtime(style.month_heading), to_text(period.month));
        text += style.table(month_table(period, bill));
        if (report.explain) text += steps_text(period, bill, style);
        text += '\n';
    }
    for (const std::string& note : bill_notes(bill))
        text += fmt::format(fmt::runtime(style.note), note);
    return text;
}

/// The month's total in another currency: a row of that currency.
std::vector<std::string> converted_row(const PeriodBill& period, const Bill& bill) {
    return {to_text(period.month),
            "converted_total",
            "",
            "",
            "",
            "",
            "",
            format_decimal(period.total.amount()),
            bill.currency,
            format_decimal(bill.exchange->rate),
            format_decimal(Rational{period.total.amount() * bill.exchange->rate}),
            to_text(*period.converted_total, bill.rounding),
            bill.exchange->currency,
            "false"};
}

}  // namespace

std::string bill_text(const BillReport& report) { return shown(report, kPlain); }
std::string bill_markdown(const BillReport& report) { return shown(report, kMarkdown); }

std::string bill_csv(const Bill& bill) {
    Table table;
    for (const char* heading :
         {"month", "charge", "class", "kind", "tier", "usage_type", "operation", "quantity", "unit",
          "unit_price", "cost_exact", "cost", "currency", "unconfirmed"})
        table.columns.push_back({heading});
    for (const PeriodBill& period : bill.periods) {
        for (const LineItem& line : period.lines) {
            table.rows.push_back({to_text(period.month), std::string{to_text(line.charge)},
                                  line.storage_class, line.kind, line.tier, line.usage_type, line.operation,
                                  format_decimal(line.quantity), line.unit, to_text(line.unit_price),
                                  format_decimal(line.cost_exact.amount()), to_text(line.cost, bill.rounding),
                                  bill.currency, line.doubts.empty() ? "false" : "true"});
        }
        if (period.converted_total) table.rows.push_back(converted_row(period, bill));
    }
    return to_csv(table);
}

}  // namespace firn::report
