#include "core/scenario/check_place.hpp"

#include "core/scenario/backfill_fields.hpp"
#include "core/scenario/fault_checks.hpp"
#include "core/units/counted_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

namespace firn::scenario {

namespace {

constexpr Bytes kMostBytes = Bytes::from_tib(1 << 20);

std::string item(const char* list, std::size_t i) { return fmt::format("{}.{}", list, i + 1); }

void check_staging(const Scenario& scenario, std::vector<Fault>& faults) {
    const auto& staging = scenario.place.staging;
    if (!staging || *staging >= scenario.pipeline.bundle_size) return;
    faults.push_back({"pipeline.staging",
                      {"staging-too-small",
                       fmt::format("a bundle of {} does not fit on a staging disk of {}",
                                   to_text(scenario.pipeline.bundle_size), to_text(*staging)),
                       fmt::format("at least {}", to_text(scenario.pipeline.bundle_size)),
                       "a larger disk, or a smaller bundle_size"}});
}

/// Keys and owners are a matter of check_keys().
void check_groups(const Scenario& scenario, std::vector<Fault>& faults) {
    if (scenario.place.bundling.by != GroupBy::expiry) return;
    const auto ends = [](const Deletions& entry) { return entry.keep.has_value(); };
    const auto& changes = scenario.life.changes;
    if (changes && std::any_of(changes->deletions.begin(), changes->deletions.end(), ends)) return;
    faults.push_back({"pipeline.group_by",
                      {"setting-without-effect", "no file has a retention by which to group",
                       "a deletion with \"keep\"", "add \"changes: {deletions: [{keep: 30 days}]}\""}});
}

/// Whether an entry says when it begins, and as the first does.
bool check_entry(const WorkerChange& change, bool is_daily, const std::string& path,
                 std::vector<Fault>& faults) {
    const bool says_when =
        check_one_of({{"from", change.from.has_value()}, {"hour", change.hour.has_value()}}, path,
                     "this entry does not say when it begins", faults);
    if (!change.fetchers && !change.uploaders) {
        faults.push_back(
            {path, {"key-missing", "this entry changes nothing", "fetchers, uploaders or both", ""}});
    }
    if (says_when && change.hour.has_value() != is_daily) {
        faults.push_back({path,
                          {"entries-contradict", "some entries of the schedule have a day, some an hour",
                           "\"from\" in all of them, or \"hour\" in all of them", ""}});
        return false;
    }
    return says_when;
}

void report_backwards(const std::string& path, const std::string& what, std::vector<Fault>& faults) {
    faults.push_back(
        {path,
         {"schedule-backwards", what, "entries in the order of time, each later than the one before",
          "sort the entries, or leave out what is said twice"}});
}

/// The entries stand in the order of time.
void check_order(const Scenario& scenario, std::vector<Fault>& faults) {
    const auto& schedule = scenario.place.schedule;
    for (std::size_t i = 0; i < schedule.size(); ++i) {
        const std::string path = item("pipeline.schedule", i);
        if (schedule[i].from) check_within_months(scenario, *schedule[i].from, path + ".from", faults);
        if (i == 0) continue;
        const WorkerChange& before = schedule[i - 1];
        if (schedule[i].from && *schedule[i].from <= *before.from)
            report_backwards(
                path + ".from",
                fmt::format("{} is not after {}", to_text(*schedule[i].from), to_text(*before.from)), faults);
        if (schedule[i].hour && *schedule[i].hour <= *before.hour)
            report_backwards(path + ".hour",
                             fmt::format("hour {} is not after hour {}", *schedule[i].hour, *before.hour),
                             faults);
    }
}

void check_schedule(const Scenario& scenario, std::vector<Fault>& faults) {
    const auto& schedule = scenario.place.schedule;
    bool is_whole = true;
    for (std::size_t i = 0; i < schedule.size(); ++i) {
        const bool is_daily = schedule.front().hour.has_value();
        is_whole = check_entry(schedule[i], is_daily, item("pipeline.schedule", i), faults) && is_whole;
    }
    if (is_whole) check_order(scenario, faults);
}

void check_length(const Scenario& scenario, Duration length, const std::string& path,
                  std::vector<Fault>& faults) {
    if (auto error = outage_too_long(scenario, length)) faults.push_back({path, std::move(*error)});
}

void check_planned(const Scenario& scenario, const Outage& outage, const std::string& path,
                   std::vector<Fault>& faults) {
    if (!outage.at || !outage.length) {
        faults.push_back(
            {path,
             {"key-missing", "a planned outage needs its begin and its length", "\"at\" and \"for\"", ""}});
        return;
    }
    check_within_months(scenario, *outage.at, path + ".at", faults);
    check_length(scenario, *outage.length, path + ".for", faults);
}

void check_random(const Scenario& scenario, const Outage& outage, const std::string& path,
                  std::vector<Fault>& faults) {
    if (!outage.every || !outage.lasts) {
        faults.push_back({path,
                          {"key-missing", "outages by chance need their gap and their length",
                           "\"every\" and \"lasts\"", ""}});
        return;
    }
    check_length(scenario, *outage.lasts, path + ".lasts", faults);
}

void check_outages(const Scenario& scenario, std::vector<Fault>& faults) {
    for (std::size_t i = 0; i < scenario.place.outages.size(); ++i) {
        const Outage& outage = scenario.place.outages[i];
        const std::string path = item("outages", i);
        const bool has_form = check_one_of({{"at", outage.is_planned()}, {"every", outage.is_random()}}, path,
                                           "this outage does not say when it comes", faults);
        if (!has_form) continue;
        outage.is_planned() ? check_planned(scenario, outage, path, faults)
                            : check_random(scenario, outage, path, faults);
    }
}

/// The files on drives are drawn one after the other.
void check_drawn(const Backfill& backfill, std::vector<Fault>& faults) {
    const std::int64_t files = files_without_listing(backfill);
    if (!backfill.drives || files <= kMostDrawnFiles) return;
    const auto count_text = [](std::int64_t count) {
        return counted(static_cast<std::uint64_t>(count), "file", "files");
    };
    const auto drives = static_cast<std::uint64_t>(backfill.drives->count);
    faults.push_back({"backfill.drives",
                      {"value-out-of-range",
                       fmt::format("{} of {} {} {} of {} in all", counted(drives, "drive", "drives"),
                                   to_text(backfill.drives->bytes), drives == 1 ? "holds" : "hold",
                                   count_text(files), to_text(backfill.mean_size)),
                       fmt::format("at most {}", count_text(kMostDrawnFiles)),
                       "simulate a part: a tenth of the drives and of the workers take the same time"}});
}

void check_drives(const Backfill& backfill, std::vector<Fault>& faults) {
    if (!backfill.drives) return;
    if (backfill.drives->count >
        kMostBytes.count() / std::max<std::int64_t>(1, backfill.drives->bytes.count())) {
        faults.push_back({"backfill.drives.count",
                          {"value-out-of-range", "the drives of the backfill hold too many bytes together",
                           fmt::format("at most {}", to_text(kMostBytes)), ""}});
    } else {
        check_drawn(backfill, faults);
    }
    if (backfill.drives->bytes >= backfill.mean_size) return;
    faults.push_back({"backfill.drives.bytes",
                      {"entries-contradict", "not even one file fits on a drive",
                       fmt::format("at least the mean size, {}", to_text(backfill.mean_size)), ""}});
}

void check_backfill(const Backfill& backfill, std::vector<Fault>& faults) {
    const bool has_form = check_one_of({{"file", !backfill.file.empty()},
                                        {"files", backfill.files.has_value()},
                                        {"drives", backfill.drives.has_value()}},
                                       "backfill", "the backfill does not say which files it has", faults);
    if (!has_form) return;
    check_drives(backfill, faults);
    if (!backfill.files || *backfill.files <= kMostBytes.count() / backfill.mean_size.count()) return;
    faults.push_back({"backfill.files",
                      {"value-out-of-range", "the files of the backfill have too many bytes together",
                       fmt::format("at most {}", to_text(kMostBytes)), ""}});
}

void check_parts(const Stock& stock, std::vector<Fault>& faults) {
    Bytes left = kMostBytes - stock.bytes;
    for (std::size_t i = 0; i < stock.parts.size(); ++i) {
        if (stock.parts[i].bytes > left) {
            faults.push_back({item("stock.parts", i) + ".bytes",
                              {"value-out-of-range", "the parts of the stock have too many bytes together",
                               fmt::format("at most {}", to_text(kMostBytes)), ""}});
            return;
        }
        left = left - stock.parts[i].bytes;
    }
}

}  // namespace

void check_place(const Scenario& scenario, std::vector<Fault>& faults) {
    check_parts(scenario.stock, faults);
    if (scenario.backfill) check_backfill(*scenario.backfill, faults);
    check_staging(scenario, faults);
    check_groups(scenario, faults);
    check_schedule(scenario, faults);
    check_outages(scenario, faults);
}

}  // namespace firn::scenario
