#include "core/report/reconciliation_report.hpp"

#include "core/pricing/amount_text.hpp"
#include "core/report/amounts.hpp"
#include "core/report/json_value.hpp"
#include "core/report/reconciliation_sentences.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace firn::report {

using firn::to_text;
using reconcile::Amount;
using reconcile::Cause;
using reconcile::ComparedLine;
using reconcile::Comparison;

namespace {

/// How one format writes the parts of the answer.
struct Style {
    std::string (*table)(const Table&);
    std::string_view heading;
    std::string_view note;
};

constexpr Style kPlain{to_plain_text, "{}:\n\n", "- {}\n"};
constexpr Style kMarkdown{to_markdown, "## {}\n\n", "- {}\n"};

std::string cost_of(const std::optional<Amount>& amount, const Comparison& comparison) {
    return amount ? amount_text(amount->cost, comparison) : "";
}

std::string quantity_of(const std::optional<Amount>& amount) {
    return amount && amount->quantity ? pricing::grouped(*amount->quantity) : "";
}

std::string price_of(const std::optional<Amount>& amount) {
    constexpr unsigned kPlaces = 8;  // the mean of several prices has no end
    if (!amount || !amount->unit_price) return {};
    return to_text(UnitPrice{round_half_up(amount->unit_price->per_unit(), kPlaces)});
}

/// "TimedStorage-ByteHrs", or what the line is when it is no usage of one type.
std::string name_of(const ComparedLine& line) {
    const std::string type{to_text(line.type)};
    if (line.type != statement::LineType::usage)
        return line.usage_type.empty() ? type : type + " " + line.usage_type;
    return line.usage_type.empty() ? "all usage" : line.usage_type;
}

/// The usage type with its operation, or what the line is when it is no usage of one type.
std::string full_name(const ComparedLine& line) {
    return line.operation.empty() ? name_of(line) : fmt::format("{} {}", name_of(line), line.operation);
}

Table without_lines(const Comparison& comparison) {
    return {{{"month", Align::left},
             {"usage type and operation", Align::left},
             {"expected"},
             {"billed"},
             {"unit", Align::left},
             {"at"},
             {"billed at"},
             {"expected " + comparison.currency},
             {"billed " + comparison.currency},
             {"difference"},
             {"cause", Align::left}}};
}

std::vector<std::string> row_of(const ComparedLine& line, const Comparison& comparison) {
    return {to_text(line.month),
            full_name(line),
            quantity_of(line.expected),
            quantity_of(line.billed),
            line.unit,
            price_of(line.expected),
            price_of(line.billed),
            cost_of(line.expected, comparison),
            cost_of(line.billed, comparison),
            amount_text(line.difference, comparison),
            std::string{to_text(line.cause)}};
}

Table differing_lines(const Comparison& comparison) {
    Table table = without_lines(comparison);
    for (const ComparedLine& line : comparison.lines) {
        if (is_shown(line, comparison)) table.rows.push_back(row_of(line, comparison));
    }
    table.rows.push_back({"total", "", "", "", "", "", "", amount_text(comparison.expected, comparison),
                          amount_text(comparison.billed, comparison),
                          amount_text(shown_difference(comparison), comparison), ""});
    return table;
}

Table causes_table(const Comparison& comparison) {
    Table table{{{"cause", Align::left},
                 {"lines"},
                 {fmt::format("difference ({})", comparison.currency)},
                 {"without signs"}}};
    for (const reconcile::CauseTotal& total : comparison.causes) {
        table.rows.push_back({std::string{to_text(total.cause)}, std::to_string(total.lines),
                              amount_text(total.difference, comparison),
                              amount_text(total.absolute, comparison)});
    }
    return table;
}

/// How many lines are not in the table.
std::vector<std::string> agreement_notes(const Comparison& comparison) {
    if (comparison.causes.empty()) return {};
    std::uint64_t agreeing = 0;
    std::uint64_t hidden = 0;
    for (const ComparedLine& line : comparison.lines) {
        if (line.cause == Cause::none) ++agreeing;
        if (line.cause != Cause::none && !is_shown(line, comparison)) ++hidden;
    }
    std::vector<std::string> notes;
    if (agreeing > 0) notes.push_back(counted(agreeing, "line agrees.", "lines agree."));
    if (hidden > 0)
        notes.push_back(counted(hidden, "line differs", "lines differ") +
                        " in decimals that are not shown here.");
    return notes;
}

std::string shown(const Comparison& comparison, const Style& style) {
    std::string text = reconciliation_sentence(comparison) + "\n\n";
    const auto& lines = comparison.lines;
    const bool any = std::any_of(lines.begin(), lines.end(),
                                 [&](const ComparedLine& line) { return is_shown(line, comparison); });
    if (any) {
        text += fmt::format(fmt::runtime(style.heading), "Lines that differ, the largest difference first");
        text += style.table(differing_lines(comparison)) + "\n";
        text += fmt::format(fmt::runtime(style.heading), "By cause");
        text += style.table(causes_table(comparison)) + "\n";
    }
    for (const std::string& note : agreement_notes(comparison))
        text += fmt::format(fmt::runtime(style.note), note);
    for (const std::string& note : reconciliation_notes(comparison))
        text += fmt::format(fmt::runtime(style.note), note);
    return text;
}

std::string decimal_of(const std::optional<Rational>& value) { return value ? format_decimal(*value) : ""; }

std::optional<Rational> quantity_in(const std::optional<Amount>& amount) {
    return amount ? amount->quantity : std::nullopt;
}
std::optional<Rational> price_in(const std::optional<Amount>& amount) {
    return amount && amount->unit_price ? std::optional{amount->unit_price->per_unit()} : std::nullopt;
}
std::optional<Rational> cost_in(const std::optional<Amount>& amount) {
    return amount ? std::optional{amount->cost.amount()} : std::nullopt;
}

Json text_or_null(const std::optional<Rational>& value) {
    return value ? Json(format_decimal(*value)) : Json(nullptr);
}

Json side_json(const std::optional<Amount>& amount) {
    if (!amount) return nullptr;
    return {{"quantity", text_or_null(amount->quantity)},
            {"unit_price", text_or_null(price_in(amount))},
            {"cost", format_decimal(amount->cost.amount())}};
}

Json line_json(const ComparedLine& line) {
    Json json;
    json["month"] = to_text(line.month);
    json["line_type"] = std::string{to_text(line.type)};
    json["usage_type"] = line.usage_type;
    json["operation"] = line.operation;
    json["unit"] = line.unit;
    json["expected"] = side_json(line.expected);
    json["billed"] = side_json(line.billed);
    json["superseded"] = line.superseded ? Json(format_decimal(line.superseded->amount())) : Json(nullptr);
    json["difference"] = format_decimal(line.difference.amount());
    json["by_quantity"] = format_decimal(line.parts.by_quantity.amount());
    json["by_price"] = format_decimal(line.parts.by_price.amount());
    json["by_rounding"] = format_decimal(line.parts.by_rounding.amount());
    json["cause"] = key_of(line.cause);
    json["rows"] = line.rows;
    return json;
}

Json months_json(const std::vector<BillingPeriod>& months) {
    Json json = Json::array();
    for (const BillingPeriod month : months)
        json.push_back(to_text(month));
    return json;
}

Json tolerance_json(const reconcile::Tolerance& tolerance) {
    if (const auto* amount = std::get_if<Money>(&tolerance)) return format_decimal(amount->amount());
    if (const auto* share = std::get_if<reconcile::Share>(&tolerance))
        return format_decimal(Rational{share->of_one * 100}) + " %";
    return nullptr;
}

Json causes_json(const Comparison& comparison) {
    Json json = Json::array();
    for (const reconcile::CauseTotal& total : comparison.causes) {
        json.push_back({{"cause", key_of(total.cause)},
                        {"lines", total.lines},
                        {"difference", format_decimal(total.difference.amount())},
                        {"absolute", format_decimal(total.absolute.amount())}});
    }
    return json;
}

Json left_out_json(const Comparison& comparison) {
    Json json = Json::array();
    for (const statement::LeftOut& out : comparison.left_out) {
        json.push_back({{"reason", std::string{to_text(out.scoped)}},
                        {"rows", out.rows},
                        {"cost", format_decimal(out.cost.amount())}});
    }
    return json;
}

}  // namespace

Table compared_lines(const Comparison& comparison) {
    Table table = without_lines(comparison);
    for (const ComparedLine& line : comparison.lines)
        table.rows.push_back(row_of(line, comparison));
    return table;
}

std::string reconciliation_text(const ReconciliationReport& report) {
    return shown(report.comparison, kPlain);
}
std::string reconciliation_markdown(const ReconciliationReport& report) {
    return shown(report.comparison, kMarkdown);
}

std::string reconciliation_csv(const ReconciliationReport& report) {
    Table table;
    for (const char* heading :
         {"month", "line_type", "usage_type", "operation", "unit", "expected_quantity", "billed_quantity",
          "expected_unit_price", "billed_unit_price", "expected_cost", "billed_cost", "difference",
          "by_quantity", "by_price", "by_rounding", "cause", "rows", "currency"})
        table.columns.push_back({heading});
    for (const ComparedLine& line : report.comparison.lines) {
        table.rows.push_back(
            {to_text(line.month), std::string{to_text(line.type)}, line.usage_type, line.operation, line.unit,
             decimal_of(quantity_in(line.expected)), decimal_of(quantity_in(line.billed)),
             decimal_of(price_in(line.expected)), decimal_of(price_in(line.billed)),
             decimal_of(cost_in(line.expected)), decimal_of(cost_in(line.billed)),
             format_decimal(line.difference.amount()), format_decimal(line.parts.by_quantity.amount()),
             format_decimal(line.parts.by_price.amount()), format_decimal(line.parts.by_rounding.amount()),
             key_of(line.cause), std::to_string(line.rows), report.comparison.currency});
    }
    return to_csv(table);
}

std::string reconciliation_json(const ReconciliationReport& report) {
    const Comparison& comparison = report.comparison;
    Json json;
    json["firn"] = provenance_json(report.provenance);
    json["price_book"] = comparison.price_book;
    json["region"] = comparison.region;
    json["currency"] = comparison.currency;
    json["statement_format"] = comparison.format;
    json["rounding"] = std::string{pricing::to_text(comparison.rounding)};
    json["expected"] = format_decimal(comparison.expected.amount());
    json["billed"] = format_decimal(comparison.billed.amount());
    json["difference"] = format_decimal(comparison.difference.amount());
    json["in_question"] = format_decimal(comparison.in_question.amount());
    json["tolerance"] = tolerance_json(comparison.tolerance);
    json["within_tolerance"] = comparison.is_within_tolerance;
    json["has_quantities"] = comparison.has_quantities;
    json["months"] = months_json(comparison.months);
    json["open_months"] = months_json(comparison.open_months);
    json["months_without_statement"] = months_json(comparison.months_without_statement);
    json["superseded_invoices"] = comparison.superseded_invoices;
    json["fees_not_compared"] = format_decimal(comparison.fees_not_compared.amount());
    json["left_out"] = left_out_json(comparison);
    json["causes"] = causes_json(comparison);
    json["lines"] = Json::array();
    for (const ComparedLine& line : comparison.lines)
        json["lines"].push_back(line_json(line));
    return json_text(json);
}

}  // namespace firn::report
