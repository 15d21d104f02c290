#include "core/report/service_tables.hpp"

#include "core/report/amounts.hpp"
#include "core/report/life_tables.hpp"
#include "core/report/service_figures.hpp"
#include "core/report/service_words.hpp"

#include <iterator>
#include <utility>

namespace firn::report {

namespace {

using Row = std::vector<std::string>;

/// Appends the five states as a column of files and one of bytes.
void append_states(Table& table, const std::string& whose, const service::FileStates& files,
                   const service::ByteStates& bytes) {
    table.columns.push_back({whose + " files"});
    table.columns.push_back({whose + " bytes"});
    const std::uint64_t counts[]{files.arrived, files.stored, files.waiting, files.failed, files.vanished};
    const Bytes sizes[]{bytes.arrived, bytes.stored, bytes.waiting, bytes.failed, bytes.vanished};
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        table.rows[i].push_back(count_text(counts[i]));
        table.rows[i].push_back(to_rough_text(sizes[i]));
    }
}

Table files_table(const ServiceTold& told) {
    Table table{.columns = {{"state", Align::left}},
                .rows = {{"arrived"}, {"stored"}, {"waiting"}, {"failed"}, {"vanished"}}};
    append_states(table, "live", told.pipeline.files, told.pipeline.bytes);
    if (const auto& backfill = told.pipeline.backfill) {
        append_states(table, "backfill", backfill->files, backfill->bytes);
    }
    return table;
}

Row latency_row(const char* which, const backup::LatencySummary& latency) {
    const auto quantile = [&](Duration time) { return quantile_text(latency, time); };
    return {which,
            to_rough_text(latency.mean),
            quantile(latency.p50),
            quantile(latency.p95),
            quantile(latency.p99),
            to_rough_text(latency.max)};
}

/// What the backfill did to the live files that came beside it; without rows where none did.
Table live_table(const service::BackfillOutcome& backfill) {
    Table table{
        .columns = {{"live files stored after", Align::left}, {"mean"}, {"p50"}, {"p95"}, {"p99"}, {"max"}}};
    if (backfill.live_meanwhile.max == Duration{0}) return table;
    table.rows.push_back(latency_row("beside the backfill", backfill.live_meanwhile));
    if (backfill.live_without)
        table.rows.push_back(latency_row("the same without it", *backfill.live_without));
    if (backfill.live_afterwards.max != Duration{0})
        table.rows.push_back(latency_row("after it was done", backfill.live_afterwards));
    return table;
}

std::string share_or_dash(const std::optional<Rational>& share) { return share ? share_text(*share) : "-"; }

Row pool_row(const PoolFigures& figures) {
    return {std::string{figures.name},
            count_text(figures.pool.workers) + (figures.is_scheduled ? ", then as scheduled" : ""),
            format_fixed(figures.busy_mean, 2),
            share_or_dash(figures.use_mean()),
            figures.peak_hour ? minute_text(*figures.peak_hour) : "-",
            format_fixed(figures.busy_peak, 2),
            share_or_dash(figures.use_peak()),
            count_text(figures.pool.longest_line)};
}

Table pools_table(const ServiceTold& told) {
    Table table{.columns = {{"pool", Align::left},
                            {"workers at the start"},
                            {"busy, mean"},
                            {"use, mean"},
                            {"busiest hour"},
                            {"busy then"},
                            {"use then"},
                            {"longest line"}}};
    for (const PoolFigures& figures : pools_of(told))
        table.rows.push_back(pool_row(figures));
    return table;
}

Row failures_row(std::string what, std::uint64_t attempts, std::uint64_t failed, std::string given_up) {
    return {std::move(what), count_text(attempts), count_text(failed), percent_text(failed, attempts) + " %",
            std::move(given_up)};
}

Table failures_table(const service::FaultCounts& faults) {
    Table table{.columns = {{"what", Align::left}, {"attempts"}, {"failed"}, {"share failed"}, {"given up"}}};
    table.rows.push_back(failures_row("fetches", faults.fetch_attempts, faults.fetch_attempts_failed,
                                      counted(faults.files_given_up, "file", "files")));
    table.rows.push_back(failures_row("uploads", faults.upload_attempts, faults.upload_attempts_failed,
                                      counted(faults.archives_given_up, "archive", "archives") + ", " +
                                          counted(faults.files_in_archives_given_up, "file", "files")));
    return table;
}

}  // namespace

std::vector<TitledTable> service_tables(const ServiceTold& told) {
    std::vector<TitledTable> tables{{"Files", files_table(told)}};
    if (const auto& backfill = told.pipeline.backfill) {
        Table live = live_table(*backfill);
        if (!live.rows.empty()) tables.emplace_back("Live files", std::move(live));
    }
    tables.emplace_back("Pools", pools_table(told));
    if (has_faults(told)) tables.emplace_back("Failures", failures_table(told.pipeline.faults));
    std::vector<TitledTable> life = life_tables(told);
    std::move(life.begin(), life.end(), std::back_inserter(tables));
    return tables;
}

}  // namespace firn::report
