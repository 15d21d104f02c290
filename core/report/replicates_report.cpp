#include "core/report/replicates_report.hpp"

#include "core/report/amounts.hpp"
#include "core/report/json_value.hpp"
#include "core/report/plan_sentences.hpp"
#include "core/report/settings_notes.hpp"
#include "core/report/table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace firn::report {

namespace {

using planner::FigureKind;
using planner::FigureSpread;

struct SpreadColumn {
    const char* heading;
    Rational FigureSpread::*value;
    /// One of the runs' own values, and no mean of them.
    bool is_a_run;
};

constexpr std::array kColumns{SpreadColumn{"mean", &FigureSpread::mean, false},
                              SpreadColumn{"p10", &FigureSpread::p10, true},
                              SpreadColumn{"p50", &FigureSpread::p50, true},
                              SpreadColumn{"p90", &FigureSpread::p90, true},
                              SpreadColumn{"min", &FigureSpread::min, true},
                              SpreadColumn{"max", &FigureSpread::max, true},
                              SpreadColumn{"deviation", &FigureSpread::deviation, false}};

/// The figure of this name, which every run of a pipeline has.
const FigureSpread& figure(const ReplicatesReport& report, std::string_view name) {
    return *std::find_if(report.replicates.figures.begin(), report.replicates.figures.end(),
                         [&](const FigureSpread& spread) { return spread.name == name; });
}

std::string money_text(const Rational& amount, const FigureSpread& of) {
    constexpr int kSmallBill = 10;
    return with_separators(format_fixed(amount, of.p50 < kSmallBill ? 4 : 2));
}

/// Sums may be longer than a duration or a number of bytes can say.
std::string rough_text(const Rational& value, FigureKind kind) {
    const auto whole = to_int64(Rational{floor_of(value)});
    if (!whole) return with_separators(format_fixed(value, 0));
    return kind == FigureKind::bytes ? to_rough_text(Bytes{*whole}) : to_rough_text(Duration{*whole});
}

/// Shares and means below ten have four decimals.
std::string count_text(const Rational& value) {
    constexpr int kSmallCount = 10;
    return with_separators(format_decimal(value, value < kSmallCount ? 4 : 1));
}

std::string cell(const Rational& value, const FigureSpread& of) {
    switch (of.kind) {
        case FigureKind::count:
            return count_text(value);
        case FigureKind::bytes:
        case FigureKind::microseconds:
            return rough_text(value, of.kind);
        case FigureKind::cost:
            return money_text(value, of);
    }
    return {};
}

std::string time_text(const Rational& microseconds) {
    return rough_text(microseconds, FigureKind::microseconds);
}

std::string runs_text(const ReplicatesReport& report) {
    return counted(report.replicates.seeds.size(), "run", "runs");
}

std::string main_sentence(const ReplicatesReport& report) {
    const FigureSpread& latency = figure(report, "latency_us.p99");
    const FigureSpread& cost = figure(report, "total");
    std::string stored = "no file is stored";
    if (latency.runs > 0) {
        stored = fmt::format("99 % of the {} are stored within {} (P50) or {} (P90)",
                             report.scenario.backfill ? "live files" : "files", time_text(latency.p50),
                             time_text(latency.p90));
    }
    return fmt::format("In {} {}; the bills come to {} {} (P10 {}, P90 {}).", runs_text(report), stored,
                       money_text(cost.p50, cost), report.bill.currency, money_text(cost.p10, cost),
                       money_text(cost.p90, cost));
}

/// Of something that a run may not see the end of.
std::string end_sentence(const ReplicatesReport& report, std::string_view what, const FigureSpread& end) {
    const std::size_t runs = report.replicates.seeds.size();
    if (end.runs == 0) return fmt::format("{} is not done in any of the {} runs.", what, runs);
    std::string text =
        fmt::format("{} is done after {} (P50) or {} (P90)", what, time_text(end.p50), time_text(end.p90));
    if (end.runs < runs) text += fmt::format("; in {} of {} runs it is not done", runs - end.runs, runs);
    return text + '.';
}

std::vector<std::string> sentences(const ReplicatesReport& report) {
    std::vector<std::string> lines{main_sentence(report)};
    if (report.scenario.backfill)
        lines.push_back(end_sentence(report, "The backfill", figure(report, "service.backfill.done_us")));
    const auto& restores = report.scenario.life.restores;
    for (std::size_t i = 0; i < restores.size(); ++i) {
        if (!restores[i].batch) continue;
        const auto& end = figure(report, fmt::format("service.restores.{}.complete_us", i + 1));
        lines.push_back(
            end_sentence(report, fmt::format("The batch of {}", scenario::name_of(restores[i], i + 1)), end));
    }
    return lines;
}

/// Neither what is zero, nor each of the months and of the hours of the day.
bool is_in_table(const FigureSpread& spread) {
    const auto is_part_of = [&](std::string_view list) { return spread.name.rfind(list, 0) == 0; };
    const bool is_zero = spread.min == 0 && spread.max == 0;
    return !is_zero && !is_part_of("hours.") && !is_part_of("months.") && !is_part_of("grades.");
}

Table figures_table(const ReplicatesReport& report) {
    Table table{.columns = {{"figure", Align::left}, {"runs"}}};
    for (const SpreadColumn& column : kColumns)
        table.columns.push_back({column.heading});
    for (const FigureSpread& spread : report.replicates.figures) {
        if (!is_in_table(spread)) continue;
        std::vector<std::string> row{spread.name, std::to_string(spread.runs)};
        for (const SpreadColumn& column : kColumns)
            row.push_back(cell(spread.*column.value, spread));
        table.rows.push_back(std::move(row));
    }
    return table;
}

std::string intro(const ReplicatesReport& report) {
    return fmt::format(
        "Spread of the runs, cost in {}; JSON and CSV have also what is zero in all of them, months, "
        "hours of the day and grades",
        report.bill.currency);
}

/// What the runs rest on, a line each.
std::string basis(const ReplicatesReport& report) {
    std::string text = fmt::format("- runs: {}, seeds from the seed {}; nothing but the seed differs\n",
                                   runs_text(report), report.scenario.seed);
    text +=
        "- workload: " + report.reading + "\n- pipeline: " + workers_text(report.scenario.pipeline) + '\n';
    for (const std::string& note : settings_notes(report.bill))
        text += "- " + note + '\n';
    return report.assumed.empty() ? text : text + '\n' + assumed_text(report.assumed) + '\n';
}

/// A run's own count is a whole number; what is reckoned from several is decimal text, as costs are.
Json value_json(const Rational& value, const SpreadColumn& column, FigureKind kind) {
    const auto whole = to_int64(value);
    if (column.is_a_run && kind != FigureKind::cost && whole) return *whole;
    return format_decimal(value);
}

Json spread_json(const FigureSpread& spread) {
    Json json;
    json["runs"] = spread.runs;
    for (const SpreadColumn& column : kColumns) {
        json[column.heading] =
            spread.runs == 0 ? Json(nullptr) : value_json(spread.*column.value, column, spread.kind);
    }
    return json;
}

}  // namespace

std::string replicates_text(const ReplicatesReport& report) {
    std::string text;
    for (const std::string& sentence : sentences(report))
        text += sentence + '\n';
    return text + '\n' + intro(report) + ":\n\n" + to_plain_text(figures_table(report)) + '\n' +
           basis(report);
}

std::string replicates_markdown(const ReplicatesReport& report) {
    std::string text = fmt::format("# {} of {}\n\n", runs_text(report), report.scenario.name);
    for (const std::string& sentence : sentences(report))
        text += "- " + sentence + '\n';
    return text + "\n## " + intro(report) + "\n\n" + to_markdown(figures_table(report)) + '\n' +
           basis(report);
}

std::string replicates_csv(const ReplicatesReport& report) {
    Table table{.columns = {{"figure"}, {"runs"}}};
    for (const SpreadColumn& column : kColumns)
        table.columns.push_back({column.heading});
    for (const FigureSpread& spread : report.replicates.figures) {
        std::vector<std::string> row{spread.name, std::to_string(spread.runs)};
        for (const SpreadColumn& column : kColumns)
            row.push_back(spread.runs == 0 ? "" : format_decimal(spread.*column.value));
        table.rows.push_back(std::move(row));
    }
    return to_csv(table);
}

std::string replicates_json(const ReplicatesReport& report) {
    Json json;
    json["firn"] = provenance_json(report.provenance);
    json["scenario"] = report.scenario.name;
    json["reading"] = report.reading;
    json["assumed"] = report.assumed;
    json["pipeline"] = pipeline_json(report.scenario.pipeline);
    json["answer"] = sentences(report);
    json["currency"] = report.bill.currency;
    json["rounding"] = std::string{pricing::to_text(report.bill.rounding)};
    Json figures = Json::object();
    for (const FigureSpread& spread : report.replicates.figures)
        figures[spread.name] = spread_json(spread);
    json["replicates"] = {{"runs", report.replicates.seeds.size()},
                          {"seeds", report.replicates.seeds},
                          {"figures", std::move(figures)}};
    if (Json notes = settings_notes(report.bill); !notes.empty()) json["notes"] = std::move(notes);
    return json_text(json);
}

}  // namespace firn::report
