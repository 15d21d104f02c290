#include "core/planner/chance_ties.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <map>

namespace firn::planner {

namespace {

constexpr double kFewestGroups = 20;
constexpr double kDeviations = 6;
/// Groups must be larger than those of chance by a tenth.
constexpr double kClearlyLarger = 1.1;
constexpr double kLeastShare = 0.01;

/// Windows of time by how many files or instants they have, and of how many cells of the resolution each is
/// made.
struct Windows {
    const std::map<std::int64_t, std::int64_t>& by_files;
    const std::map<std::int64_t, std::int64_t>& by_instants;
    double cells = 0;
};

std::optional<Windows> windows_of(const workload::TraceProfile& trace) {
    constexpr Duration kMinute = std::chrono::minutes{1};
    constexpr Duration kHour = std::chrono::hours{1};
    const auto step = static_cast<double>(trace.resolution.count());
    if (trace.resolution <= Duration{0} || trace.resolution > kMinute) return std::nullopt;
    if (trace.resolution > std::chrono::seconds{1})
        return Windows{trace.hours_by_files, trace.hours_by_instants,
                       static_cast<double>(kHour.count()) / step};
    return Windows{trace.minutes_by_files, trace.minutes_by_instants,
                   static_cast<double>(kMinute.count()) / step};
}

/// Of n that fall into cells, each as likely as any other: how many are expected to be alone in theirs.
double expected_alone(double n, double cells) {
    return n <= 1 ? n : n * std::exp((n - 1) * std::log1p(-1 / cells));
}

/// And the cells with two or more, with what is in them.
Ties expected_ties(double n, double cells) {
    if (n <= 1) return {};
    const double alone = expected_alone(n, cells);
    const double occupied = -cells * std::expm1(n * std::log1p(-1 / cells));
    return {.groups = std::max(occupied - alone, 0.0), .files = n - alone};
}

/// How many arrivals occupy so many cells.
double arrivals_at(double instants, double cells) {
    return std::log1p(-std::min(instants, cells - 0.5) / cells) / std::log1p(-1 / cells);
}

/// Solves for batches of two or more: a tie is either such a batch alone in its cell, or more than one
/// arrival.
Ties batches_of(const workload::TraceProfile& trace, const Windows& windows, double files) {
    double arrivals = 0;
    double alone = 0;
    double by_chance = 0;
    for (const auto& [instants, count] : windows.by_instants) {
        const auto weight = static_cast<double>(count);
        const double n = arrivals_at(static_cast<double>(instants), windows.cells);
        arrivals += weight * n;
        alone += weight * expected_alone(n, windows.cells);
        by_chance += weight * expected_ties(n, windows.cells).groups;
    }
    const double batches = arrivals * (static_cast<double>(trace.groups) - by_chance) / alone;
    return {.groups = batches, .files = files - (arrivals - batches)};
}

}  // namespace

std::optional<Ties> chance_ties(const workload::TraceProfile& trace) {
    const auto windows = windows_of(trace);
    if (!windows) return std::nullopt;
    Ties ties;
    for (const auto& [files, count] : windows->by_files) {
        const Ties of_one = expected_ties(static_cast<double>(files), windows->cells);
        ties.groups += static_cast<double>(count) * of_one.groups;
        ties.files += static_cast<double>(count) * of_one.files;
    }
    return ties;
}

std::optional<Ties> ties_beyond_chance(const workload::TraceProfile& trace) {
    const auto files = static_cast<double>(workload::total_items(trace.months));
    const auto groups = static_cast<double>(trace.groups);
    const auto grouped = static_cast<double>(trace.grouped_files);
    const auto windows = windows_of(trace);
    if (!windows || groups < kFewestGroups) return std::nullopt;
    const Ties chance = chance_ties(trace).value();
    const double excess = grouped - chance.files;
    // Groups by chance scatter like a count, and each has so many files.
    const double deviation = grouped / groups * std::sqrt(std::max(chance.groups, 1.0));
    if (excess < kDeviations * deviation || excess < kLeastShare * files) return std::nullopt;
    const double by_chance = chance.groups > 0 ? chance.files / chance.groups : 0;
    const bool matters = chance.groups * 100 > groups;
    if (matters && grouped / groups < kClearlyLarger * by_chance) return std::nullopt;
    const Ties batches = batches_of(trace, *windows, files);
    if (batches.groups < kFewestGroups || batches.files < 2 * batches.groups) return std::nullopt;
    return batches;
}

}  // namespace firn::planner
