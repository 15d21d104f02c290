#include "core/report/pool_report.hpp"

#include "core/report/amounts.hpp"
#include "core/report/json_value.hpp"
#include "core/report/outage_words.hpp"
#include "core/report/plan_sentences.hpp"
#include "core/report/plan_tables.hpp"
#include "core/report/pool_sentences.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <functional>
#include <utility>

namespace firn::report {

namespace {

using planner::PoolRow;

using Cell = std::function<std::string(const PoolRow&)>;

std::string count_text(std::uint64_t count) { return with_separators(std::to_string(count)); }

std::string drained_text(const planner::AfterOutage& outage) {
    return outage.drained_after ? to_rough_text(*outage.drained_after) : "never";
}

/// Of a pool that had an outage.
Cell of_outage(std::function<std::string(const planner::AfterOutage&)> cell) {
    return [cell = std::move(cell)](const PoolRow& row) { return row.outage ? cell(*row.outage) : "-"; };
}

std::string year_text(const PoolRow& row, std::size_t year) {
    const planner::WorkersNeeded& needed = row.needed[year];
    return needed.workers ? std::to_string(*needed.workers)
                          : "- (" + limit_text(*needed.limit, row.pool) + ")";
}

std::string full_text(const PoolReport& report, const PoolRow& row) {
    const planner::Saturation& saturation = row.saturation;
    if (saturation.hour)
        return "from " + to_text(report.scenario.start + std::chrono::hours{*saturation.hour});
    if (saturation.growth_is_hidden) return "not to be seen";
    if (!saturation.years_to_full) return "never";
    return years_to_full_text(*saturation.years_to_full);
}

std::string fewer_text(const PoolRow& row) {
    if (!row.fewer) return "-";
    return row.fewer->falls_behind ? "falls behind" : to_rough_text(row.fewer->p99);
}

std::string peak_hour_text(const PoolReport& report, const PoolRow& row) {
    return row.has_work() ? to_text(report.scenario.start + std::chrono::hours{row.use.peak_hour}) : "";
}

/// The settings of the pipeline, its workers those that are there.
std::string pipeline_text(const PoolReport& report) {
    scenario::Pipeline pipeline = report.scenario.pipeline;
    pipeline.fetchers = report.table.pools[0].workers.most;
    pipeline.uploaders = report.table.pools[1].workers.most;
    std::string text = "- pipeline: " + workers_text(pipeline) + '\n';
    for (const PoolRow& row : report.table.pools) {
        if (row.is_scheduled) text += fmt::format("- schedule: {}\n", workers_text(row.workers, row.pool));
    }
    return text;
}

/// What the table rests on, a line each.
std::string basis(const PoolReport& report) {
    std::string text = "- workload: " + report.reading + '\n' + pipeline_text(report);
    text += "- every number comes from runs of the model, one pool changed at a time\n";
    return report.assumed.empty() ? text : text + '\n' + assumed_text(report.assumed) + '\n';
}

std::string limit_word(planner::PoolLimit limit) {
    switch (limit) {
        case planner::PoolLimit::no_files:
            return "no_files";
        case planner::PoolLimit::other_pool:
            return "other_pool";
        case planner::PoolLimit::largest_age:
            return "largest_age";
        case planner::PoolLimit::place:
            return "place";
    }
    return "";
}

Json decimal_json(const std::optional<Rational>& number) {
    return number ? Json(format_decimal(*number)) : Json(nullptr);
}

Json fewer_json(const PoolRow& row) {
    if (!row.fewer) return nullptr;
    return {{"workers", row.fewer->workers.most},
            {"workers_least", row.fewer->workers.least},
            {"latency_p99_us", row.fewer->p99.count()},
            {"use_mean", format_decimal(row.fewer->use_mean)},
            {"falls_behind", row.fewer->falls_behind}};
}

Json outage_json(const PoolReport& report, const PoolRow& row) {
    if (!row.outage) return nullptr;
    const planner::AfterOutage& outage = *row.outage;
    return {{"from", to_text(report.scenario.start + outage.time.begin)},
            {"length_us", (outage.time.end - outage.time.begin).count()},
            {"most_files", outage.most_files},
            {"most_archives", outage.most_archives},
            {"staging_most_bytes", outage.staging_most.count()},
            {"drained_after_us", duration_json(outage.drained_after)},
            {"arrivals_had_ended", outage.arrivals_had_ended}};
}

Json needed_json(const PoolRow& row) {
    Json json = Json::array();
    for (std::size_t year = 0; year < row.needed.size(); ++year) {
        const planner::WorkersNeeded& needed = row.needed[year];
        json.push_back({{"year", year + 1},
                        {"workers", needed.workers ? Json(*needed.workers) : Json(nullptr)},
                        {"limit", needed.limit ? Json(limit_word(*needed.limit)) : Json(nullptr)},
                        {"use_peak", format_decimal(row.use.peak_by_year[year])}});
    }
    return json;
}

Json saturation_json(const PoolReport& report, const planner::Saturation& saturation) {
    const auto from = [&](std::uint64_t hour) {
        return to_text(report.scenario.start + std::chrono::hours{hour});
    };
    return {{"full_from", saturation.hour ? Json(from(*saturation.hour)) : Json(nullptr)},
            {"growth_of_peak_percent", decimal_json(saturation.growth_of_peak)},
            {"full_in_years", decimal_json(saturation.years_to_full)},
            {"growth_is_hidden", saturation.growth_is_hidden}};
}

Json row_json(const PoolReport& report, const PoolRow& row) {
    Json json;
    json["name"] = name_of(row.pool);
    json["workers"] = row.workers.most;
    json["workers_least"] = row.workers.least;
    json["is_scheduled"] = row.is_scheduled;
    json["use_mean"] = format_decimal(row.use.mean);
    json["use_peak"] = format_decimal(row.use.peak);
    json["peak_hour"] = row.has_work() ? Json(peak_hour_text(report, row)) : Json(nullptr);
    json["longest_line"] = row.longest_line;
    json["falls_behind"] = row.falls_behind;
    json["one_fewer"] = fewer_json(row);
    json["outage"] = outage_json(report, row);
    json["needed"] = needed_json(row);
    json["saturation"] = saturation_json(report, row.saturation);
    return json;
}

Json table_json(const PoolReport& report) {
    const planner::PoolTable& table = report.table;
    Json json;
    json["target_us"] = table.target.count();
    json["target_share"] = quantile_name(table.target_share);
    json["target_is_set"] = table.target_is_set;
    json["saturates_first"] = table.saturates_first ? Json(name_of(*table.saturates_first)) : Json(nullptr);
    json["outages"] = outages_json(report.scenario, planner::year_ends_of(report.scenario).back());
    json["pools"] = Json::array();
    for (const PoolRow& row : table.pools)
        json["pools"].push_back(row_json(report, row));
    return json;
}

void append_outage(const PoolReport& report, const PoolRow& row, std::vector<std::string>& cells) {
    if (!row.outage) return cells.resize(cells.size() + 5);
    const planner::AfterOutage& outage = *row.outage;
    cells.push_back(to_text(report.scenario.start + outage.time.begin));
    cells.push_back(std::to_string(outage.most_files));
    cells.push_back(std::to_string(outage.most_archives));
    cells.push_back(std::to_string(outage.staging_most.count()));
    cells.push_back(outage.drained_after ? std::to_string(outage.drained_after->count()) : "");
}

/// A cell is empty where there is no number.
std::vector<std::string> csv_row(const PoolReport& report, const PoolRow& row) {
    std::vector<std::string> cells{name_of(row.pool),
                                   std::to_string(row.workers.most),
                                   std::to_string(row.workers.least),
                                   format_decimal(row.use.mean),
                                   format_decimal(row.use.peak),
                                   peak_hour_text(report, row),
                                   std::to_string(row.longest_line),
                                   row.fewer ? std::to_string(row.fewer->p99.count()) : "",
                                   row.fewer ? (row.fewer->falls_behind ? "true" : "false") : ""};
    append_outage(report, row, cells);
    for (const planner::WorkersNeeded& needed : row.needed)
        cells.push_back(needed.workers ? std::to_string(*needed.workers) : "");
    return cells;
}

}  // namespace

Table pool_figures(const PoolReport& report) {
    Table table{.columns = {{"figure", Align::left}, {"fetchers"}, {"uploaders"}}};
    const auto line = [&](std::string figure, const Cell& cell) {
        table.rows.push_back({std::move(figure), cell(report.table.pools[0]), cell(report.table.pools[1])});
    };
    line("workers", [](const PoolRow& row) { return range_text(row.workers); });
    line("use, mean", [](const PoolRow& row) { return use_text(row.use.mean); });
    line("use, busiest hour", [](const PoolRow& row) { return use_text(row.use.peak); });
    line("busiest hour",
         [&](const PoolRow& row) { return row.has_work() ? peak_hour_text(report, row) : "-"; });
    line("longest line", [](const PoolRow& row) { return count_text(row.longest_line); });
    line("one worker fewer: stored after, p99", fewer_text);
    line("one worker fewer: use, mean",
         [](const PoolRow& row) { return row.fewer ? use_text(row.fewer->use_mean) : "-"; });
    using planner::AfterOutage;
    line("outage: begins",
         of_outage([&](const AfterOutage& o) { return to_text(report.scenario.start + o.time.begin); }));
    line("outage: most files waiting or held up",
         of_outage([](const AfterOutage& o) { return count_text(o.most_files); }));
    line("outage: most archives waiting or held up",
         of_outage([](const AfterOutage& o) { return count_text(o.most_archives); }));
    line("outage: most on the staging disk",
         of_outage([](const AfterOutage& o) { return to_rough_text(o.staging_most); }));
    line("outage: caught up after", of_outage(drained_text));
    for (std::size_t year = 0; year < report.table.pools[0].needed.size(); ++year) {
        line(fmt::format("workers needed, year {}", year + 1),
             [year](const PoolRow& row) { return year_text(row, year); });
    }
    line("busy for a whole hour", [&](const PoolRow& row) { return full_text(report, row); });
    return table;
}

std::string pools_text(const PoolReport& report) {
    std::string text;
    for (const std::string& sentence : pool_sentences(report))
        text += sentence + '\n';
    return text + '\n' + to_plain_text(pool_figures(report)) + '\n' + basis(report);
}

std::string pools_markdown(const PoolReport& report) {
    std::string text = fmt::format("# Pools of {}\n\n", report.scenario.name);
    for (const std::string& sentence : pool_sentences(report))
        text += "- " + sentence + '\n';
    return text + '\n' + to_markdown(pool_figures(report)) + '\n' + basis(report);
}

std::string pools_csv(const PoolReport& report) {
    Table table;
    for (const char* heading :
         {"pool", "workers", "workers_least", "use_mean", "use_peak", "peak_hour", "longest_line",
          "one_fewer_latency_p99_us", "one_fewer_falls_behind", "outage_from", "outage_most_files",
          "outage_most_archives", "outage_staging_most_bytes", "outage_drained_after_us"}) {
        table.columns.push_back({heading});
    }
    for (std::size_t year = 0; year < report.table.pools[0].needed.size(); ++year)
        table.columns.push_back({fmt::format("needed_year_{}", year + 1)});
    for (const PoolRow& row : report.table.pools)
        table.rows.push_back(csv_row(report, row));
    return to_csv(table);
}

std::string pools_json(const PoolReport& report) {
    Json json;
    json["firn"] = provenance_json(report.provenance);
    json["scenario"] = report.scenario.name;
    json["reading"] = report.reading;
    json["assumed"] = report.assumed;
    json["pipeline"] = pipeline_json(report.scenario.pipeline);
    json["answer"] = pool_sentences(report);
    json["pools_table"] = table_json(report);
    return json_text(json);
}

}  // namespace firn::report
