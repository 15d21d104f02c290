#include "core/report/life_tables.hpp"

#include "core/planner/restore_times.hpp"
#include "core/report/amounts.hpp"
#include "core/report/service_figures.hpp"
#include "core/report/service_words.hpp"

#include <cstddef>
#include <string>
#include <utility>

namespace firn::report {

namespace {

using Row = std::vector<std::string>;
using service::RestoreOutcome;

std::string meets_text(const ServiceTold& told, std::size_t i) {
    const auto targets = planner::target_outcomes(told.scenario, told.life, i);
    if (targets.empty()) return "-";
    const auto is_met = targets.front().is_met;
    if (!is_met) return "not known";
    return *is_met ? "met" : "missed";
}

/// A time of the restored files; "-" where there are none.
std::string time_text(const RestoreOutcome& restore, Duration quantile) {
    return restore.restored == 0 ? "-" : quantile_text(restore.time, quantile);
}

Row restore_row(const ServiceTold& told, std::size_t i) {
    const RestoreOutcome& restore = told.life.restores[i];
    return {restore.name,
            count_text(restore.requests),
            count_text(restore.restored),
            count_text(restore.not_found),
            count_text(restore.open),
            time_text(restore, restore.time.p50),
            time_text(restore, restore.time.p99),
            restore.restored == 0 ? "-" : to_rough_text(restore.time.max),
            duration_or_dash(restore.batch_time),
            meets_text(told, i)};
}

Table restores_table(const ServiceTold& told) {
    Table table{.columns = {{"restores", Align::left},
                            {"asked for"},
                            {"restored"},
                            {"not found"},
                            {"open"},
                            {"p50"},
                            {"p99"},
                            {"max"},
                            {"complete after"},
                            {"target", Align::left}}};
    for (std::size_t i = 0; i < told.life.restores.size(); ++i)
        table.rows.push_back(restore_row(told, i));
    return table;
}

Table retrievals_table(const std::vector<RestoreOutcome>& restores) {
    Table table{.columns = {{"restores", Align::left},
                            {"retrievals"},
                            {"beyond pacing"},
                            {"joined"},
                            {"served by copies"},
                            {"retrieved"},
                            {"downloaded"},
                            {"transfer out"}}};
    for (const RestoreOutcome& restore : restores) {
        table.rows.push_back({restore.name, count_text(restore.retrievals), count_text(restore.beyond_pacing),
                              count_text(restore.joined), count_text(restore.served_by_copies),
                              rough_bytes(restore.bytes_retrieved), rough_bytes(restore.bytes_downloaded),
                              rough_bytes(restore.transfer_out)});
    }
    return table;
}

Table figures(std::vector<Row> rows) {
    return {.columns = {{"figure", Align::left}, {"value"}}, .rows = std::move(rows)};
}

void append_audit(const ServiceTold& told, std::vector<Row>& rows) {
    if (!told.scenario.life.audit) return;
    const service::AuditOutcome& audit = told.life.audit;
    rows.push_back({"audits", count_text(audit.audits)});
    rows.push_back({"archives looked at", count_text(audit.looked_at)});
    rows.push_back({"of these compared", count_text(audit.compared)});
    rows.push_back({"bytes compared", rough_bytes(audit.bytes)});
    rows.push_back({"bytes read from the store", rough_bytes(audit.store_bytes)});
    rows.push_back({"a full round", years_text(audit_round_years(*told.scenario.life.audit))});
}

void append_test(const std::string& destination, const service::RestoreOutcome& test,
                 std::vector<Row>& rows) {
    const std::string start = "tests to " + destination;
    rows.push_back({start + ", files", count_text(test.requests)});
    rows.push_back({start + ", restored", count_text(test.restored)});
    rows.push_back({start + ", p99", time_text(test, test.time.p99)});
    rows.push_back({start + ", overdue", count_text(test.overdue)});
}

void append_tests(const ServiceTold& told, std::vector<Row>& rows) {
    if (!told.scenario.life.restore_test) return;
    append_test("the store", told.life.tests_to_store, rows);
    append_test("S3", told.life.tests_to_region, rows);
    rows.push_back({"test files of damaged archives", count_text(told.life.tests_failed)});
}

Table checks_table(const ServiceTold& told) {
    std::vector<Row> rows;
    append_audit(told, rows);
    append_tests(told, rows);
    rows.push_back({"archives read as a whole", count_text(told.life.reads.reads)});
    rows.push_back({"archives never read, at the end", count_text(told.life.reads.never_read)});
    return figures(std::move(rows));
}

Table damage_table(const service::DamageOutcome& damage) {
    return figures({{"damaged", count_text(damage.happened)},
                    {"found by audits", count_text(damage.found_by_audit)},
                    {"found by restores", count_text(damage.found_by_restore)},
                    {"found by restore tests", count_text(damage.found_by_restore_test)},
                    {"found by compaction", count_text(damage.found_by_compaction)},
                    {"deleted before it was found", count_text(damage.gone)},
                    {"unseen at the end", count_text(damage.unseen_now)},
                    {"unseen until found, mean", to_rough_text(damage.unseen.mean)},
                    {"unseen until found, p99", quantile_text(damage.unseen, damage.unseen.p99)},
                    {"damaged a year before the end", count_text(damage.year_old)},
                    {"of these found within a year", count_text(damage.found_within_year)}});
}

/// The first and the last rows; between them "..." where there are more.
Table full_checks_table(const std::vector<service::FullCheck>& checks) {
    constexpr std::size_t kShown = 6;  // at either end
    Table table{.columns = {{"month", Align::left}, {"archives"}, {"bytes"}}};
    for (std::size_t i = 0; i < checks.size(); ++i) {
        const bool is_between = checks.size() > 2 * kShown && i >= kShown && i + kShown < checks.size();
        if (!is_between) {
            table.rows.push_back(
                {to_text(checks[i].month), count_text(checks[i].archives), to_rough_text(checks[i].bytes)});
        } else if (i == kShown) {
            table.rows.push_back({"...", "", ""});
        }
    }
    return table;
}

Table deletions_table(const ServiceTold& told) {
    const service::DeletionOutcome& deletions = told.life.deletions;
    Table table = figures({{"files stored", count_text(deletions.files)},
                           {"their bytes", to_rough_text(deletions.bytes)},
                           {"files deleted", count_text(deletions.files_deleted)},
                           {"their bytes", to_rough_text(deletions.bytes_deleted)},
                           {"of these replaced by newer ones", count_text(deletions.overwritten)},
                           {"files living at the end", count_text(deletions.files_living)},
                           {"their bytes", to_rough_text(deletions.bytes_living)},
                           {"archives deleted", count_text(deletions.archives_deleted)},
                           {"of these early", count_text(deletions.archives_deleted_early)},
                           {"age of those deleted early, mean", duration_or_dash(mean_early_age(told.life))},
                           {"dead bytes, at the end", to_rough_text(deletions.dead_now)},
                           {"dead bytes, most", to_rough_text(deletions.dead_most)}});
    if (!told.scenario.life.changes->compact_above) return table;
    const service::CompactionOutcome& compaction = told.life.compaction;
    table.rows.push_back({"archives compacted", count_text(compaction.archives)});
    table.rows.push_back({"bytes retrieved for it", rough_bytes(compaction.bytes_read)});
    table.rows.push_back({"bytes of files written anew", rough_bytes(compaction.live_bytes)});
    table.rows.push_back({"new archives", count_text(compaction.new_archives)});
    table.rows.push_back({"bytes of new archives", rough_bytes(compaction.new_bytes)});
    return table;
}

}  // namespace

std::vector<TitledTable> life_tables(const ServiceTold& told) {
    const scenario::Life& asked = told.scenario.life;
    std::vector<TitledTable> tables;
    if (!told.life.restores.empty()) {
        tables.emplace_back("Restores", restores_table(told));
        tables.emplace_back("Retrievals for restores", retrievals_table(told.life.restores));
    }
    if (asked.audit || asked.restore_test) tables.emplace_back("Audit and tests", checks_table(told));
    if (asked.damage) tables.emplace_back("Damage", damage_table(told.life.damage));
    if (asked.damage && !told.life.full_checks.empty())
        tables.emplace_back("Full checks", full_checks_table(told.life.full_checks));
    if (asked.changes) tables.emplace_back("Deletions", deletions_table(told));
    return tables;
}

}  // namespace firn::report
