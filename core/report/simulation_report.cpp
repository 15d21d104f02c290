#include "core/report/simulation_report.hpp"

#include "core/report/amounts.hpp"
#include "core/report/assumption_json.hpp"
#include "core/report/bill_json.hpp"
#include "core/report/grade_report.hpp"
#include "core/report/json_value.hpp"
#include "core/report/later_copies.hpp"
#include "core/report/plan_basis.hpp"
#include "core/report/plan_tables.hpp"
#include "core/report/run_json.hpp"
#include "core/report/service_sentences.hpp"
#include "core/report/service_tables.hpp"
#include "core/report/settings_notes.hpp"
#include "core/report/table.hpp"
#include "core/report/target_sentences.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace firn::report {

namespace {

using backup::ReplayResult;

std::string about(const backup::LatencySummary& latency) { return latency.quantiles_exact ? "" : "about "; }

std::vector<TitledTable> service_tables_of(const SimulationReport& report) {
    const auto service = service_of(report);
    return service ? service_tables(*service) : std::vector<TitledTable>{};
}

/// With a backfill only live files are measured: its files wait from the start on.
std::string latency_sentence(const SimulationReport& report) {
    const ReplayResult& replay = report.simulation.replay;
    const auto service = service_of(report);
    const bool has_backfill = service && service->pipeline.backfill;
    const std::string archives = fmt::format("{} {} {}", counted(replay.files, "file", "files"),
                                             replay.files == 1 ? "becomes" : "become",
                                             counted(replay.archives, "archive", "archives"));
    if (has_backfill && service->pipeline.files.stored == 0) return archives + "; no live file is stored.";
    return fmt::format("{}; 99 % of the {} are stored within {}{}, the slowest after {}.", archives,
                       has_backfill ? "live files" : "files", about(replay.latency),
                       to_rough_text(replay.latency.p99), to_rough_text(replay.latency.max));
}

std::string nothing_stored_sentence(const SimulationReport& report) {
    const auto service = service_of(report);
    const bool any_came =
        service && (service->pipeline.files.arrived > 0 ||
                    (service->pipeline.backfill && service->pipeline.backfill->files.arrived > 0));
    return any_came ? "No file is stored." : "No file arrives in the scenario's months.";
}

std::vector<std::string> sentences(const SimulationReport& report) {
    const ReplayResult& replay = report.simulation.replay;
    const pricing::Bill& bill = report.simulation.bill;
    std::vector<std::string> all;
    all.push_back(replay.files == 0 ? nothing_stored_sentence(report) : latency_sentence(report));
    if (replay.files == 0 && !report.simulation.service) return all;
    for (std::string& sentence : target_sentences(report))
        all.push_back(std::move(sentence));
    if (const auto service = service_of(report)) {
        const std::vector<std::string> told = service_sentences(*service);
        all.insert(all.end(), told.begin(), told.end());
    }
    if (replay.archives_past_horizon > 0) {
        all.push_back(fmt::format("{} complete only after the last month and not in its bill.",
                                  counted(replay.archives_past_horizon, "archive is", "archives are")));
    }
    all.push_back(fmt::format("Over {}{} the bills come to {} {} in {} (rounding {}).",
                              counted(replay.months.size(), "month", "months"),
                              later_copies_text(bill, replay.months.size()),
                              with_separators(pricing::to_text(bill.total, bill.rounding)), bill.currency,
                              report.scenario.region, pricing::to_text(bill.rounding)));
    return all;
}

std::string bytes_text(Bytes bytes) {
    return fmt::format("{} ({} B)", to_rough_text(bytes), with_separators(std::to_string(bytes.count())));
}

Table figures_table(const SimulationReport& report) {
    const ReplayResult& replay = report.simulation.replay;
    const auto count = [](std::uint64_t n) { return with_separators(std::to_string(n)); };
    Table table{.columns = {{"figure", Align::left}, {"value"}}};
    table.rows = {{"files", count(replay.files)},
                  {"bytes of the files", bytes_text(replay.raw_bytes)},
                  {"bundle size", to_text(replay.bundle_size)},
                  {"archives", count(replay.archives)},
                  {"closed by age", count(replay.closed_by_age)},
                  {"real size of a bundle, mean", bytes_text(backup::mean_bundle(replay))},
                  {"billed bytes", bytes_text(replay.billed_bytes)},
                  {"upload calls waited for", count(replay.upload_requests)},
                  {"last upload ends after", to_rough_text(replay.makespan)},
                  {"stored after, mean", to_rough_text(replay.latency.mean)},
                  {"stored after, p50", about(replay.latency) + to_rough_text(replay.latency.p50)},
                  {"stored after, p95", about(replay.latency) + to_rough_text(replay.latency.p95)},
                  {"stored after, p99", about(replay.latency) + to_rough_text(replay.latency.p99)},
                  {"stored after, max", to_rough_text(replay.latency.max)},
                  {"restore of a file reads, mean", bytes_text(backup::mean_restore_read(replay))},
                  {"at risk, max", bytes_text(replay.at_risk.maximum)},
                  {"fingerprint", fmt::format("{:016x}", replay.fingerprint)}};
    if (replay.archives_past_horizon > 0) {
        table.rows.push_back(
            {"archives after the last month, not billed", count(replay.archives_past_horizon)});
    }
    return table;
}

/// Why the bills come to another sum than the months show; empty where they do not.
std::string rounding_note(const pricing::Bill& bill) {
    const std::string billed = with_separators(firn::to_text(bill.total));
    const std::string exact = with_separators(firn::to_text(bill.total_exact));
    if (billed == exact) return {};
    return fmt::format(
        "The bills come to {0} {2} and the months to {1} {2}: each line of a bill is rounded by itself "
        "({3}), the months are exact.",
        billed, exact, bill.currency, pricing::explanation(bill.rounding));
}

/// What the run rests on.
std::vector<Assumption> basis_of(const SimulationReport& report) {
    std::vector<Assumption> all{workload_assumption(report.scenario, report.reading),
                                workers_assumption(report.scenario.pipeline)};
    if (!report.backfill.empty())
        all.push_back({"backfill: " + report.backfill,
                       report.scenario.backfill && !report.scenario.backfill->file.empty()
                           ? pricing::Grade::measured
                           : pricing::Grade::assumed,
                       {}});
    if (!report.assumed.empty()) all.push_back(not_stated_assumption(report.assumed));
    for (Assumption& assumption : book_assumptions(report.provenance, report.scenario))
        all.push_back(std::move(assumption));
    for (Assumption& assumption : settings_assumptions(report.simulation.bill))
        all.push_back(std::move(assumption));
    all.push_back(unconfirmed_assumption("the cost", report.simulation.grades.prices));
    return all;
}

/// The same for a person, a line each, after the shares of the total by grade.
std::string basis(const SimulationReport& report) {
    std::string text = "This rests on:\n";
    if (const std::string shares = grades_text(report.simulation.grades); !shares.empty())
        text += "- " + shares + '\n';
    text += assumption_list(basis_of(report));
    if (const std::string note = rounding_note(report.simulation.bill); !note.empty())
        text += "- " + note + '\n';
    return text;
}

}  // namespace

std::string simulation_text(const SimulationReport& report) {
    std::string text;
    for (const std::string& sentence : sentences(report))
        text += sentence + '\n';
    text += '\n' + to_plain_text(figures_table(report));
    for (const auto& [title, table] : service_tables_of(report))
        text += fmt::format("\n{}:\n\n{}", title, to_plain_text(table));
    text += fmt::format("\nMonths, exact costs, shown rounded, in {}:\n\n", report.simulation.bill.currency);
    return text + to_plain_text(months_table(report.simulation.bill)) + '\n' + basis(report);
}

std::string simulation_markdown(const SimulationReport& report) {
    std::string text = fmt::format("# Run of {}\n\n", report.scenario.name);
    for (const std::string& sentence : sentences(report))
        text += "- " + sentence + '\n';
    text += "\n" + to_markdown(figures_table(report));
    for (const auto& [title, table] : service_tables_of(report))
        text += fmt::format("\n## {}\n\n{}", title, to_markdown(table));
    text +=
        fmt::format("\n## Months, exact costs, shown rounded, in {}\n\n", report.simulation.bill.currency);
    return text + to_markdown(months_table(report.simulation.bill)) + '\n' + basis(report);
}

std::string simulation_csv(const SimulationReport& report) {
    Table table{.columns = {{"month"},
                            {"stored_byte_hours"},
                            {"archives_uploaded"},
                            {"bytes_uploaded"},
                            {"upload_requests"},
                            {"cost_exact"},
                            {"cost"}}};
    const pricing::Bill& bill = report.simulation.bill;
    const auto& months = report.simulation.replay.months;
    for (std::size_t i = 0; i < bill.periods.size(); ++i) {
        backup::MonthlyUsage month;
        month.month = bill.periods[i].month;
        if (i < months.size()) month = months[i];
        table.rows.push_back(
            {to_text(month.month), format_decimal(month.stored.byte_hours()),
             std::to_string(month.archives_uploaded), std::to_string(month.bytes_uploaded.count()),
             std::to_string(month.upload_requests), format_decimal(bill.periods[i].total_exact.amount()),
             pricing::to_text(bill.periods[i].total, bill.rounding)});
    }
    return to_csv(table);
}

std::string simulation_json(const SimulationReport& report) {
    const pricing::Bill& bill = report.simulation.bill;
    Json json;
    json["firn"] = provenance_json(report.provenance);
    json["scenario"] = report.scenario.name;
    json["reading"] = report.reading;
    json["assumed"] = report.assumed;
    json["pipeline"] = pipeline_json(report.scenario.pipeline);
    Json run = run_json(report);
    for (auto& [key, value] : run.items())
        json[key] = std::move(value);
    json["assumptions"] = assumptions_json(basis_of(report));
    if (bill.exchange) json["exchange"] = exchange_json(bill);
    if (Json notes = settings_notes(bill); !notes.empty()) json["notes"] = std::move(notes);
    return json_text(json);
}

}  // namespace firn::report
