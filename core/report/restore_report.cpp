#include "core/report/restore_report.hpp"

#include "core/report/restore_tables.hpp"
#include "core/report/restore_words.hpp"
#include "core/report/table.hpp"

#include <fmt/format.h>

#include <string>
#include <utility>
#include <vector>

namespace firn::report {

namespace {

using restore::Way;

std::vector<std::pair<std::string, Table>> tables_of(const RestoreReport& report) {
    const std::string& currency = report.plan.service.book.currency;
    std::vector<std::pair<std::string, Table>> tables;
    tables.emplace_back(fmt::format("Ways, cost in {}", currency), ways_table(report));
    tables.emplace_back("The chosen way, hours since the start", steps_table(report));
    tables.emplace_back("What to ask for when", rounds_table(report));
    tables.emplace_back(fmt::format("What it is billed, exact costs, shown rounded, in {}", currency),
                        lines_table(report));
    if (report.plan.curve.size() > 1)
        tables.emplace_back(fmt::format("What more time saves, cost in {}", currency), curve_table(report));
    return tables;
}

}  // namespace

std::string restore_text(const RestoreReport& report) {
    std::string text;
    for (const std::string& sentence : restore_sentences(report))
        text += sentence + '\n';
    for (const auto& [title, table] : tables_of(report))
        text += fmt::format("\n{}:\n\n{}", title, to_plain_text(table));
    return text + "\nThis rests on:\n\n" + assumption_list(assumptions_of(report));
}

std::string restore_markdown(const RestoreReport& report) {
    std::string text = "# Restore\n\n";
    for (const std::string& sentence : restore_sentences(report))
        text += "- " + sentence + '\n';
    for (const auto& [title, table] : tables_of(report))
        text += fmt::format("\n## {}\n\n{}", title, to_markdown(table));
    return text + "\n## This rests on\n\n" + assumption_list(assumptions_of(report));
}

std::string restore_csv(const RestoreReport& report) {
    Table table{.columns = {{"tier"},
                            {"pacing"},
                            {"hours"},
                            {"hours_typical"},
                            {"cost"},
                            {"meets_deadline"},
                            {"within_budget"},
                            {"copies_last"},
                            {"chosen"},
                            {"refusals"}}};
    const auto yes_or_no = [](bool value) { return std::string{value ? "true" : "false"}; };
    for (std::size_t i = 0; i < report.plan.ways.size(); ++i) {
        const Way& way = report.plan.ways[i];
        table.rows.push_back({tier_text(way, report.plan.service), std::string{to_text(way.pacing)},
                              hours_text(way.longest.ends, 6), hours_text(way.typical.ends, 6),
                              format_decimal(way.cost.amount()), yes_or_no(way.meets_deadline),
                              yes_or_no(way.within_budget), yes_or_no(way.copies_last),
                              yes_or_no(i == report.plan.chosen),
                              fmt::format("{}", fmt::join(way.refusals, "; "))});
    }
    return to_csv(table);
}

}  // namespace firn::report
