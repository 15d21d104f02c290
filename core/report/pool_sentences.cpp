#include "core/report/pool_sentences.hpp"

#include "core/report/amounts.hpp"
#include "core/report/plan_tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>

namespace firn::report {

namespace {

using planner::Pool;
using planner::PoolLimit;
using planner::PoolRow;
using planner::WorkersNeeded;

std::string workers_word(Pool pool, std::int64_t count) {
    const std::string many = name_of(pool);
    return counted(static_cast<std::uint64_t>(count), many.substr(0, many.size() - 1), many);
}

std::string line_word(Pool pool, std::uint64_t length) {
    return pool == Pool::fetchers ? counted(length, "file", "files") : counted(length, "archive", "archives");
}

std::string hour_text(const PoolReport& report, std::uint64_t hour) {
    return to_text(report.scenario.start + std::chrono::hours{hour});
}

std::string growth_text(const Rational& percent) {
    return fmt::format("{}{} %", percent < 0 ? "" : "+", format_fixed(percent, 1));
}

/// Whether the schedule says how many workers of the pool there are.
bool is_scheduled(const PoolReport& report, Pool pool) {
    const auto& schedule = report.scenario.place.schedule;
    return std::any_of(schedule.begin(), schedule.end(), [pool](const scenario::WorkerChange& change) {
        return pool == Pool::fetchers ? change.fetchers.has_value() : change.uploaders.has_value();
    });
}

std::string workers_of(const PoolReport& report, const PoolRow& row) {
    return is_scheduled(report, row.pool) ? name_of(row.pool) + " (as scheduled)"
                                          : workers_word(row.pool, row.workers);
}

std::string busy_sentence(const PoolReport& report, const PoolRow& row) {
    const bool alone = row.workers == 1 && !is_scheduled(report, row.pool);
    return fmt::format(
        "The {} {} busy {} of {} time in the mean and {} in the busiest hour, from {} on; "
        "the longest line before {} has {}{}.",
        workers_of(report, row), alone ? "is" : "are", use_text(row.use.mean), alone ? "its" : "their",
        use_text(row.use.peak), hour_text(report, row.use.peak_hour), alone ? "it" : "them",
        line_word(row.pool, row.longest_line),
        row.falls_behind ? ", and is not worked off while files arrive" : "");
}

std::string fewer_sentence(const PoolReport& report, const PoolRow& row) {
    if (!row.fewer) return fmt::format("Of the {} there is only one; none can go.", name_of(row.pool));
    const std::string with =
        is_scheduled(report, row.pool)
            ? fmt::format("With one fewer of the {} at any hour, but never none", name_of(row.pool))
            : fmt::format("With one fewer, {}", workers_word(row.pool, row.fewer->workers));
    if (row.fewer->falls_behind) return with + ", the pool falls behind: its line is never empty again.";
    return fmt::format(
        "{}, 99 % of the files are stored within {}, and the workers are busy {} of their time.", with,
        to_rough_text(row.fewer->p99), use_text(row.fewer->use_mean));
}

std::string outage_sentence(const PoolReport& report, const PoolRow& row) {
    const planner::AfterOutage& outage = row.outage;
    const std::string drained = outage.drained_after ? fmt::format("the lines are empty {} after its end",
                                                                   to_rough_text(*outage.drained_after))
                                                     : "the lines are never empty again while files arrive";
    return fmt::format(
        "After an outage of the {} of {} from {} on up to {} and {} wait, {} lie on the staging "
        "disk, and {}.",
        row.pool == Pool::fetchers ? "store" : "service", to_text(outage.time.end - outage.time.begin),
        to_text(report.scenario.start + outage.time.begin),
        line_word(Pool::fetchers, outage.longest_fetch_line),
        line_word(Pool::uploaders, outage.longest_upload_line), to_rough_text(outage.staging_most), drained);
}

std::string target_text(const planner::PoolTable& table) {
    return fmt::format("within {} ({}{})", to_text(table.target), quantile_name(table.target_share),
                       table.target_is_set ? "" : "; no target is stated");
}

std::string needed_text(const WorkersNeeded& needed, Pool pool) {
    return needed.workers ? std::to_string(*needed.workers)
                          : fmt::format("no number is enough ({})", limit_text(*needed.limit, pool));
}

/// One number for each year; years that need the same as the year before are not listed.
std::string needed_sentence(const PoolReport& report, const PoolRow& row) {
    std::string text =
        fmt::format("Workers needed so that files are stored {}: of {} {} in year 1",
                    target_text(report.table), name_of(row.pool), needed_text(row.needed.front(), row.pool));
    for (std::size_t year = 1; year < row.needed.size(); ++year) {
        const std::string now = needed_text(row.needed[year], row.pool);
        if (now != needed_text(row.needed[year - 1], row.pool))
            text += fmt::format(", {} from year {} on", now, year + 1);
    }
    return text + '.';
}

std::string growth_sentence(const PoolRow& row) {
    return fmt::format(
        "The busiest hour of the {} grows by {} a year; from {} in the first year it would be "
        "full in the last with {} a year.",
        name_of(row.pool), growth_text(*row.saturation.growth_of_peak),
        use_text(row.use.peak_by_year.front()), growth_text(*row.saturation.growth_to_full));
}

std::string first_sentence(const PoolReport& report) {
    const auto& rows = report.table.pools;
    if (report.table.saturates_first) {
        const PoolRow& row = *report.table.saturates_first == Pool::fetchers ? rows[0] : rows[1];
        return fmt::format("The {} are the first to be busy for a whole hour, from {} on{}.",
                           name_of(row.pool), hour_text(report, *row.saturation.hour),
                           row.falls_behind ? ", and they fall behind" : "");
    }
    const PoolRow& row = rows[0].use.peak < rows[1].use.peak ? rows[1] : rows[0];
    return fmt::format("Neither pool is ever busy for a whole hour; the {} come closest with {}.",
                       name_of(row.pool), use_text(row.use.peak));
}

}  // namespace

std::string name_of(Pool pool) { return pool == Pool::fetchers ? "fetchers" : "uploaders"; }

std::string use_text(const Rational& use) { return format_fixed(use * 100, 1) + " %"; }

std::string limit_text(PoolLimit limit, Pool pool) {
    switch (limit) {
        case PoolLimit::no_files:
            return "no file is stored";
        case PoolLimit::other_pool:
            return fmt::format("the {} bind",
                               name_of(pool == Pool::fetchers ? Pool::uploaders : Pool::fetchers));
        case PoolLimit::largest_age:
            return "the largest age binds";
        case PoolLimit::place:
            return "transfers, outages or the place itself bind";
    }
    return "";
}

std::vector<std::string> pool_sentences(const PoolReport& report) {
    std::vector<std::string> lines{first_sentence(report)};
    for (const PoolRow& row : report.table.pools) {
        lines.push_back(busy_sentence(report, row));
        lines.push_back(fewer_sentence(report, row));
        lines.push_back(outage_sentence(report, row));
        lines.push_back(needed_sentence(report, row));
        if (row.saturation.growth_of_peak) lines.push_back(growth_sentence(row));
    }
    return lines;
}

}  // namespace firn::report
