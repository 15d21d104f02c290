#include "core/report/pool_sentences.hpp"

#include "core/report/amounts.hpp"
#include "core/report/outage_words.hpp"
#include "core/report/plan_tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <utility>

namespace firn::report {

namespace {

using planner::Pool;
using planner::PoolLimit;
using planner::PoolRow;
using planner::WorkersNeeded;

Pool other(Pool pool) { return pool == Pool::fetchers ? Pool::uploaders : Pool::fetchers; }

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

std::string workers_of(const PoolRow& row) {
    return row.is_scheduled ? fmt::format("{} ({}, as scheduled)", name_of(row.pool), range_text(row.workers))
                            : workers_word(row.pool, row.workers.most);
}

std::string busy_sentence(const PoolReport& report, const PoolRow& row) {
    const bool alone = row.workers.most == 1 && !row.is_scheduled;
    return fmt::format(
        "The {} {} busy {} of {} time in the mean and {} in the busiest hour, from {} on; "
        "the longest line before {} has {}{}.",
        workers_of(row), alone ? "is" : "are", use_text(row.use.mean), alone ? "its" : "their",
        use_text(row.use.peak), hour_text(report, row.use.peak_hour), alone ? "it" : "them",
        line_word(row.pool, row.longest_line),
        row.falls_behind ? ", and is not worked off while files arrive" : "");
}

std::string fewer_sentence(const PoolReport& report, const PoolRow& row) {
    if (!row.fewer) return fmt::format("Of the {} there is only one; none can go.", name_of(row.pool));
    const std::string with =
        row.is_scheduled ? fmt::format("With one fewer at every step of the schedule ({})",
                                       workers_text(row.fewer->workers, row.pool))
                         : fmt::format("With one fewer, {}", workers_word(row.pool, row.fewer->workers.most));
    if (row.fewer->falls_behind) return with + ", the pool falls behind: its line is never empty again.";
    return fmt::format("{}, 99 % of the {} are stored within {}, and the workers are busy {} of their time.",
                       with, report.scenario.backfill ? "live files" : "files", to_rough_text(row.fewer->p99),
                       use_text(row.fewer->use_mean));
}

std::string outage_sentence(const PoolReport& report, const PoolRow& row) {
    const planner::AfterOutage& outage = *row.outage;
    const std::string drained =
        outage.drained_after
            ? fmt::format("the backlog is gone {} after its end{}", to_rough_text(*outage.drained_after),
                          outage.arrivals_had_ended ? ", when no file arrives any more" : "")
            : "the backlog is never gone while files arrive";
    return fmt::format(
        "After an outage of the {} of {} from {} on up to {} and {} wait or are held up, {} lie on the "
        "staging disk, and {}.",
        row.pool == Pool::fetchers ? "store" : "service", to_text(outage.time.end - outage.time.begin),
        to_text(report.scenario.start + outage.time.begin), line_word(Pool::fetchers, outage.most_files),
        line_word(Pool::uploaders, outage.most_archives), to_rough_text(outage.staging_most), drained);
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
    std::string text = fmt::format("Workers needed {}so that files are stored {}: of {} {} in year 1",
                                   row.is_scheduled ? "at all hours " : "", target_text(report.table),
                                   name_of(row.pool), needed_text(row.needed.front(), row.pool));
    for (std::size_t year = 1; year < row.needed.size(); ++year) {
        const std::string now = needed_text(row.needed[year], row.pool);
        if (now != needed_text(row.needed[year - 1], row.pool))
            text += fmt::format(", {} from year {} on", now, year + 1);
    }
    return text + '.';
}

std::string growth_sentence(const PoolRow& row) {
    const planner::Saturation& saturation = row.saturation;
    const Rational& growth = *saturation.growth_of_peak;
    const std::string begin = fmt::format("The busiest hour of the {} ", name_of(row.pool));
    const std::string first = use_text(row.use.peak_by_year.front());
    if (saturation.years_to_full) {
        return begin + fmt::format("grows by {} % a year; from {} in the first year it is full {}.",
                                   growth > 0 ? format_fixed(growth, 1) : "less than 0.1", first,
                                   years_to_full_text(*saturation.years_to_full));
    }
    if (growth == 0) return begin + fmt::format("stays at {}, so that it never fills.", first);
    return begin + fmt::format("shrinks by {} % a year from {} in the first year, so that it never fills.",
                               format_fixed(-growth, 1), first);
}

std::string hidden_growth_sentence(const PoolRow& row) {
    return fmt::format(
        "How the busiest hour of the {} grows is not to be seen: no more comes to them than the {}, busy for "
        "whole hours, let through.",
        name_of(row.pool), name_of(other(row.pool)));
}

std::string first_sentence(const PoolReport& report) {
    const auto& rows = report.table.pools;
    if (report.table.saturates_first) {
        const PoolRow& row = *report.table.saturates_first == Pool::fetchers ? rows[0] : rows[1];
        return fmt::format("The {} are the first to be busy for a whole hour, from {} on{}.",
                           name_of(row.pool), hour_text(report, *row.saturation.hour),
                           row.falls_behind ? ", and they fall behind" : "");
    }
    if (!rows[0].has_work() && !rows[1].has_work()) return "The pools have nothing to do: no file arrives.";
    // Full hours that are no saturation are those after outages.
    const bool catches_up = rows[0].use.peak >= 1 || rows[1].use.peak >= 1;
    const auto use_of = [catches_up](const PoolRow& row) {
        const auto& years = row.use.peak_by_year;
        return catches_up ? *std::max_element(years.begin(), years.end()) : row.use.peak;
    };
    const PoolRow& row = use_of(rows[0]) < use_of(rows[1]) ? rows[1] : rows[0];
    return fmt::format("Neither pool is ever busy for a whole hour{}; the {} come closest with {}.",
                       catches_up ? " but to catch up with an outage" : "", name_of(row.pool),
                       use_text(use_of(row)));
}

void append_sentences(const PoolReport& report, const PoolRow& row, std::vector<std::string>& lines) {
    if (!row.has_work()) {
        lines.push_back(fmt::format("The {} have nothing to do.", name_of(row.pool)));
        return;
    }
    lines.push_back(busy_sentence(report, row));
    lines.push_back(fewer_sentence(report, row));
    lines.push_back(outage_sentence(report, row));
    lines.push_back(needed_sentence(report, row));
    if (row.saturation.growth_of_peak) lines.push_back(growth_sentence(row));
    if (row.saturation.growth_is_hidden) lines.push_back(hidden_growth_sentence(row));
}

}  // namespace

std::string range_text(const planner::WorkerRange& workers) {
    return workers.least == workers.most ? std::to_string(workers.most)
                                         : fmt::format("{} to {}", workers.least, workers.most);
}

std::string workers_text(const planner::WorkerRange& workers, Pool pool) {
    return workers.most == 1 ? workers_word(pool, 1)
                             : fmt::format("{} {}", range_text(workers), name_of(pool));
}

std::string name_of(Pool pool) { return pool == Pool::fetchers ? "fetchers" : "uploaders"; }

std::string years_to_full_text(const Rational& years) {
    constexpr int kLongest = 1'000;
    return years > kLongest ? "in more than 1,000 years" : fmt::format("in {} years", format_fixed(years, 1));
}

std::string use_text(const Rational& use) { return format_fixed(use * 100, 1) + " %"; }

std::string limit_text(PoolLimit limit, Pool pool) {
    switch (limit) {
        case PoolLimit::no_files:
            return "no file is stored";
        case PoolLimit::other_pool:
            return fmt::format("the {} bind", name_of(other(pool)));
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
        append_sentences(report, row, lines);
    }
    for (std::string& line : outage_sentences(report.scenario, planner::year_ends_of(report.scenario).back()))
        lines.push_back(std::move(line));
    return lines;
}

}  // namespace firn::report
