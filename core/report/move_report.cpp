#include "core/report/move_report.hpp"

#include "core/report/amounts.hpp"
#include "core/report/move_words.hpp"
#include "core/report/table.hpp"

#include <fmt/format.h>

#include <cstdint>
#include <utility>

namespace firn::report {

namespace {

using planner::MoveChoice;

std::string paid_back_text(const MoveChoice& choice) {
    if (choice.way == planner::MoveWay::leave) return "";
    return choice.paid_back ? std::to_string(*choice.paid_back) : "never";
}

Table ways_table(const MoveReport& report) {
    Table table{.columns = {{"way", Align::left},
                            {"to", Align::left},
                            {"archives"},
                            {"once"},
                            {"a month"},
                            {"saves a month"},
                            {"paid back in month"},
                            {counted(static_cast<std::uint64_t>(report.wish.months), "month", "months")},
                            {"", Align::left}}};
    for (std::size_t i = 0; i < report.plan.choices.size(); ++i) {
        const MoveChoice& choice = report.plan.choices[i];
        table.rows.push_back({way_text(choice), choice.to,
                              choice.archives > 0 ? with_separators(std::to_string(choice.archives)) : "",
                              amount_text(choice.once.total_exact, report),
                              amount_text(choice.monthly.total_exact, report),
                              amount_text(choice.saving, report), paid_back_text(choice),
                              amount_text(choice.total, report), i == report.plan.chosen ? "chosen" : ""});
    }
    return table;
}

/// "requests (get)"; what is stored once lies in both places.
std::string charge_text(const pricing::LineItem& line, bool is_once) {
    std::string detail = line.kind.empty() ? line.tier : line.kind;
    if (is_once && (line.charge == usage::ChargeType::storage || line.charge == usage::ChargeType::overhead))
        detail = "in both places";
    const std::string charge{usage::to_text(line.charge)};
    return detail.empty() ? charge : fmt::format("{} ({})", charge, detail);
}

void add_lines(const std::string& when, const pricing::Bill& bill, const MoveReport& report, Table& table) {
    for (const pricing::PeriodBill& period : bill.periods) {
        for (const pricing::LineItem& line : period.lines) {
            table.rows.push_back({when, charge_text(line, when == "once"), line.storage_class,
                                  with_separators(format_decimal(line.quantity, 3)), line.unit,
                                  to_text(line.unit_price) + (line.doubts.empty() ? "" : " *"),
                                  amount_text(line.cost_exact, report)});
        }
    }
    if (!bill.periods.empty() && !bill.periods.front().lines.empty())
        table.rows.push_back({when, "total", "", "", "", "", amount_text(bill.total_exact, report)});
}

Table lines_table(const MoveReport& report) {
    Table table{.columns = {{"when", Align::left},
                            {"charge", Align::left},
                            {"class", Align::left},
                            {"quantity"},
                            {"unit", Align::left},
                            {"unit price"},
                            {"cost"}}};
    add_lines("once", report.plan.best().once, report, table);
    add_lines("a month", report.plan.best().monthly, report, table);
    return table;
}

std::vector<std::pair<std::string, Table>> tables_of(const MoveReport& report) {
    return {{fmt::format("Ways, cost in {}", report.currency), ways_table(report)},
            {fmt::format("What the chosen way is billed, exact costs, shown rounded, in {}; * not confirmed",
                         report.currency),
             lines_table(report)}};
}

std::string bullets(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines)
        text += fmt::format("- {}\n", line);
    return text;
}

}  // namespace

std::string move_text(const MoveReport& report) {
    std::string text;
    for (const std::string& sentence : move_sentences(report))
        text += sentence + '\n';
    for (const auto& [title, table] : tables_of(report))
        text += fmt::format("\n{}:\n\n{}", title, to_plain_text(table));
    const std::vector<std::string> warnings = move_warnings(report);
    if (!warnings.empty()) text += "\nMind:\n\n" + bullets(warnings);
    return text + "\nThis rests on:\n\n" + assumption_list(move_basis(report));
}

std::string move_markdown(const MoveReport& report) {
    std::string text = "# Moving house\n\n" + bullets(move_sentences(report));
    for (const auto& [title, table] : tables_of(report))
        text += fmt::format("\n## {}\n\n{}", title, to_markdown(table));
    const std::vector<std::string> warnings = move_warnings(report);
    if (!warnings.empty()) text += "\n## Mind\n\n" + bullets(warnings);
    return text + "\n## This rests on\n\n" + assumption_list(move_basis(report));
}

std::string move_csv(const MoveReport& report) {
    Table table{.columns = {{"way"},
                            {"to"},
                            {"threshold_bytes"},
                            {"bundled_objects"},
                            {"moved_objects"},
                            {"archives"},
                            {"once"},
                            {"monthly"},
                            {"saving_monthly"},
                            {"pay_back_month"},
                            {"total"},
                            {"chosen"}}};
    for (std::size_t i = 0; i < report.plan.choices.size(); ++i) {
        const MoveChoice& choice = report.plan.choices[i];
        table.rows.push_back(
            {std::string{planner::to_text(choice.way)}, choice.to,
             choice.threshold ? std::to_string(choice.threshold->count()) : "",
             std::to_string(choice.bundled), std::to_string(choice.moved), std::to_string(choice.archives),
             format_decimal(choice.once.total_exact.amount()),
             format_decimal(choice.monthly.total_exact.amount()), format_decimal(choice.saving.amount()),
             choice.paid_back ? std::to_string(*choice.paid_back) : "", format_decimal(choice.total.amount()),
             i == report.plan.chosen ? "true" : "false"});
    }
    return to_csv(table);
}

}  // namespace firn::report
