#include "core/report/compare_report.hpp"

#include "core/pricing/price_changes.hpp"
#include "core/report/amounts.hpp"
#include "core/report/compare_folded.hpp"
#include "core/report/compare_sentences.hpp"
#include "core/report/compare_tables.hpp"
#include "core/report/table.hpp"
#include "core/report/turn_tables.hpp"

#include <fmt/format.h>

#include <cstdint>
#include <utility>

namespace firn::report {

using alternatives::Outcome;
using alternatives::Results;
using firn::to_text;

namespace {

/// How one format writes the parts of the answer.
struct Style {
    std::string (*table)(const Table&);
    std::string_view heading;
    std::string_view note;
};

constexpr std::string_view kTurns = "What would turn the answer (found and run again)";

constexpr Style kPlain{to_plain_text, "{}:\n\n", "- {}\n"};
constexpr Style kMarkdown{to_markdown, "## {}\n\n", "- {}\n"};

std::string section(std::string_view heading, const Table& table, const Style& style) {
    if (table.rows.empty()) return {};
    return fmt::format(fmt::runtime(style.heading), heading) + style.table(table) + "\n";
}

std::string notes_section(std::string_view heading, const std::vector<std::string>& notes,
                          const Style& style) {
    if (notes.empty()) return {};
    std::string text = fmt::format(fmt::runtime(style.heading), heading);
    for (const std::string& note : notes)
        text += fmt::format(fmt::runtime(style.note), note);
    return text + "\n";
}

std::string sections(std::string_view heading, const std::vector<Table>& tables, const Style& style) {
    std::string text;
    for (const Table& table : tables)
        text += section(text.empty() ? heading : fmt::format("{}, continued", heading), table, style);
    return text;
}

std::string turning_section(const Results& results, const Style& style) {
    if (results.ranking.size() < 2) return {};
    const Table table = turning_table(results);
    if (table.rows.empty()) return notes_section(kTurns, flip_sentences(results), style);
    return section(kTurns, table, style);
}

/// What is folded away, and how to see it.
std::string folded_note(const CompareReport& report) {
    std::vector<std::string> options;
    if (!report.monthly) options.emplace_back("every month: --monthly");
    if (!report.full)
        options.emplace_back("every pair, every purpose and all assumptions with their sources: --full");
    return options.empty() ? "" : fmt::format("({})\n\n", fmt::join(options, "; "));
}

std::string shown_in_full(const CompareReport& report, const Style& style) {
    const Results& results = report.results;
    return section("Break-even", break_even_table(results), style) + turning_section(results, style) +
           section("Main assumptions that do not turn it", steady_table(results), style) +
           section("What it is for", purpose_table(results), style) +
           section("Assumptions", assumption_table(results), style);
}

std::string shown_folded(const CompareReport& report, const Style& style) {
    const Results& results = report.results;
    return section("Break-even of the cheapest", cheapest_break_even_table(results), style) +
           turning_section(results, style) +
           section("Main assumptions that do not turn it", steady_table(results), style) +
           notes_section("What it is for, without exit and resale", purpose_lines(results), style) +
           section("Main assumptions", main_assumption_table(results), style);
}

std::string shown(const CompareReport& report, const Style& style) {
    const Results& results = report.results;
    std::string text = compare_sentence(results) + "\n\n";
    text += notes_section("To be decided first", warning_sentences(results), style);
    text += section("Money, " + results.comparison.currency, cost_table(results), style);
    text += section("What is paid in all, " + results.comparison.currency, sum_table(results), style);
    text += section("Service and risk", report.full ? service_table(results) : narrow_service_table(results),
                    style);
    text +=
        sections("Paid so far, " + results.comparison.currency, paid_tables(results, report.monthly), style);
    text += report.full ? shown_in_full(report, style) : shown_folded(report, style);
    text += folded_note(report);
    std::vector<std::string> conventions = compare_conventions(report);
    for (std::string& model : loss_models(results))
        conventions.push_back(std::move(model));
    text += notes_section("How it is reckoned", conventions, style);
    text.pop_back();
    return text;
}

}  // namespace

std::vector<std::string> compare_conventions(const CompareReport& report) {
    const Results& results = report.results;
    const auto percent = [](const Rational& value) {
        return alternatives::value_text(alternatives::ParameterUnit::percent, value);
    };
    std::vector<std::string> notes{
        fmt::format("Present value: {} a year, (1 + r)^(1/12) - 1 a month, the first payment undiscounted; "
                    "inflation of labour, mileage, rent and power {} a year.",
                    percent(results.comparison.discount_rate), percent(results.comparison.inflation)),
        "The last month holds the cost of taking everything out, less what could be sold.",
        "Low and high: every assumption of an alternative at once half of the way to its cheap or dear end; "
        "a "
        "range that somebody stated is taken in full. Copies and audits are choices and stay.",
        "Yearly loss: the chance that a given byte is lost within a year, under independent failures."};
    if (results.comparison.overlap > 0)
        notes.push_back(
            fmt::format("{} runs on beside each new way for {}, until everything is verified.",
                        results.comparison.current,
                        counted(static_cast<std::uint64_t>(results.comparison.overlap), "month", "months")));
    for (const auto& [currency, rate] : results.comparison.exchange)
        notes.push_back(fmt::format("1 {} is taken as {} {} in every month.", currency,
                                    format_decimal(rate, 6), results.comparison.currency));
    notes.insert(notes.end(), report.notes.begin(), report.notes.end());
    if (results.demand.metered) {
        for (std::string& note : pricing::price_change_notes(results.demand.metered->billing))
            notes.push_back(std::move(note));
    }
    for (const Outcome& one : results.outcomes) {
        if (one.alternative.kind == alternatives::Kind::set) continue;
        for (const std::string& note : one.course.notes)
            notes.push_back(fmt::format("{}: {}.", one.alternative.name, note));
    }
    return notes;
}

std::string compare_text(const CompareReport& report) { return shown(report, kPlain); }

std::string compare_markdown(const CompareReport& report) {
    CompareReport whole = report;
    whole.full = true;
    return shown(whole, kMarkdown);
}

std::string compare_csv(const CompareReport& report) {
    const Results& results = report.results;
    Table table{{{"alternative", Align::left},
                 {"month"},
                 {"cash_" + results.comparison.currency},
                 {"cumulative_" + results.comparison.currency},
                 {"capital_" + results.comparison.currency},
                 {"running_" + results.comparison.currency},
                 {"hours"}}};
    for (const std::size_t index : results.ranking) {
        const Outcome& one = results.outcomes[index];
        const std::vector<Money> sums = alternatives::sums_of(one.figures);
        for (std::size_t i = 0; i < one.figures.cash.size(); ++i) {
            const auto& month = one.course.months[i];
            table.rows.push_back({one.alternative.name, month_name(results, i), to_text(one.figures.cash[i]),
                                  to_text(sums[i]), to_text(month.capital), to_text(month.running),
                                  format_decimal(month.hours, 2)});
        }
    }
    return to_csv(table);
}

}  // namespace firn::report
