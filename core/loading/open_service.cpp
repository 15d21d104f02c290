#include "core/loading/open_service.hpp"

#include "core/io/key_events.hpp"
#include "core/loading/load_scenario.hpp"
#include "core/loading/open_backfill.hpp"
#include "core/storage/retrieval_offers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace firn::loading {

namespace {

bool asks_for_an_owner(const scenario::Restore& restore) {
    return restore.batch && restore.batch->kind == scenario::Batch::Kind::owner;
}

bool watches_keys(const scenario::Scenario& scenario) {
    const auto& restores = scenario.life.restores;
    return (scenario.life.changes && !scenario.life.changes->deletion_trace.empty()) ||
           std::any_of(restores.begin(), restores.end(),
                       [](const scenario::Restore& restore) { return !restore.trace.empty(); });
}

workload::FileColumns columns_of(const scenario::Scenario& scenario) {
    const auto& restores = scenario.life.restores;
    const scenario::Bundling& bundling = scenario.place.bundling;
    workload::FileColumns columns;
    columns.owners = bundling.by == scenario::GroupBy::owner ||
                     std::any_of(restores.begin(), restores.end(), asks_for_an_owner);
    if (bundling.by == scenario::GroupBy::prefix)
        columns.prefix_parts = static_cast<unsigned>(bundling.prefix_parts);
    columns.keys = watches_keys(scenario);
    return columns;
}

std::optional<std::uint64_t> owners_of(const scenario::Scenario& scenario) {
    if (!scenario.workload.owners) return std::nullopt;
    return static_cast<std::uint64_t>(*scenario.workload.owners);
}

/// What of a table happens too late to be seen, told; none if nothing does.
std::optional<Diagnostic> too_late_of(const std::string& path, const std::vector<io::KeyEvent>& events,
                                      Instant end) {
    const auto late = std::count_if(events.begin(), events.end(),
                                    [end](const io::KeyEvent& event) { return event.time >= end; });
    if (late == 0) return std::nullopt;
    return Diagnostic{
        .code = "rows-after-end",
        .severity = Severity::note,
        .where = {.file = path},
        .what = fmt::format("{} of {} rows come when the months of the scenario are over, the last on {}",
                            late, events.size(), to_text(events.back().time)),
        .expected = "times before " + to_text(end),
        .remedy = "state more \"months\" to see them; they count for nothing here"};
}

/// Parts of archives that the first of these requests asks for before the service offers them; none: it does.
std::optional<Diagnostic> too_early_of(const std::string& path, const scenario::Scenario& scenario,
                                       const std::vector<service::WatchedRequest>& requests) {
    if (requests.empty()) return std::nullopt;
    const Instant first = scenario.start + requests.front().at;
    if (storage::offers_ranges(scenario.storage_class, first)) return std::nullopt;
    const std::string day = to_text(storage::kFirstRanges);
    return Diagnostic{.code = "ranges-not-offered",
                      .where = {.file = path},
                      .what = fmt::format("a file is asked for on {}, and before {} no parts of an archive "
                                          "could be retrieved",
                                          to_text(first), day),
                      .expected = "times from " + day + " on, as this restore has \"ranges: true\"",
                      .remedy = "leave \"ranges\" out: each file then reads its whole archive"};
}

/// Reads the tables of keys, and gives each key a number.
class KeyTables {
  public:
    KeyTables(const scenario::Scenario& scenario, const std::string& folder, OpenedService& opened)
        : scenario_{scenario}, folder_{folder}, opened_{opened} {}

    /// Gives what is wrong with any of them.
    Diagnostics read() {
        const auto& restores = scenario_.life.restores;
        Diagnostics faults;
        opened_.files.requests.resize(restores.size());
        for (std::size_t i = 0; i < restores.size(); ++i) {
            if (!restores[i].trace.empty())
                append(faults, read_requests(restores[i], opened_.files.requests[i]));
        }
        if (scenario_.life.changes && !scenario_.life.changes->deletion_trace.empty())
            append(faults, read_deletions(scenario_.life.changes->deletion_trace));
        return faults;
    }

  private:
    Diagnostics read_requests(const scenario::Restore& restore, std::vector<service::WatchedRequest>& to) {
        Diagnostics faults = for_each(restore.trace, [&](const io::KeyEvent& event, Duration at) {
            to.push_back({at, number_of(event.key), destination_of(event, restore)});
        });
        if (!restore.ranges) return faults;
        if (auto early = too_early_of(resolve(folder_, restore.trace), scenario_, to))
            faults.push_back(std::move(*early));
        return faults;
    }

    Diagnostics read_deletions(const std::string& path) {
        return for_each(path, [&](const io::KeyEvent& event, Duration at) {
            opened_.files.deletions.push_back({at, number_of(event.key)});
        });
    }

    template <class Take>
    Diagnostics for_each(const std::string& path, Take take) {
        auto table = io::read_key_events(resolve(folder_, path), scenario_.start);
        if (!table) return std::move(table).error();
        opened_.notes.insert(opened_.notes.end(), table->notes.begin(), table->notes.end());
        const Instant end = horizon_of(scenario_);
        if (auto late = too_late_of(resolve(folder_, path), table->events, end))
            opened_.notes.push_back(std::move(*late));
        for (const io::KeyEvent& event : table->events)
            take(event, event.time - scenario_.start);
        return {};
    }

    std::uint32_t number_of(std::uint64_t key) {
        return opened_.files.watched
            .try_emplace(key, static_cast<std::uint32_t>(opened_.files.watched.size()))
            .first->second;
    }

    static service::Destination destination_of(const io::KeyEvent& event, const scenario::Restore& restore) {
        if (event.destination == "s3" || event.destination == "region") return service::Destination::region;
        if (!event.destination.empty()) return service::Destination::outside;
        return restore.destination == scenario::Destination::region ? service::Destination::region
                                                                    : service::Destination::outside;
    }

    const scenario::Scenario& scenario_;
    const std::string& folder_;
    OpenedService& opened_;
};

Result<OpenedWorkload> open_files_of(const scenario::Scenario& scenario, const std::string& folder,
                                     const WorkloadOverrides& overrides) {
    const BackfillSettings settings{.columns = columns_of(scenario),
                                    .owners = owners_of(scenario),
                                    .seed = static_cast<std::uint64_t>(scenario.seed),
                                    .strict = overrides.strict,
                                    .scratch_folder = overrides.scratch_folder};
    const scenario::Backfill& backfill = *scenario.backfill;
    return backfill.file.empty()
               ? draw_backfill(scenario::files_without_listing(backfill), backfill.mean_size, settings)
               : open_backfill(backfill.file, folder, settings);
}

/// Gives what is wrong with it.
Diagnostics open_backfill_of(const scenario::Scenario& scenario, const std::string& folder,
                             const WorkloadOverrides& overrides, OpenedService& opened) {
    auto files = open_files_of(scenario, folder, overrides);
    if (!files) return std::move(files).error();
    opened.files.backfill = std::move(files->files);
    opened.reading = std::move(files->reading);
    opened.notes = std::move(files->notes);
    return {};
}

}  // namespace

WorkloadOverrides with_columns(WorkloadOverrides overrides, const scenario::Scenario& scenario) {
    overrides.columns = columns_of(scenario);
    overrides.owners = owners_of(scenario);
    return overrides;
}

Result<OpenedService> open_service(const scenario::Scenario& scenario, const std::string& folder,
                                   const WorkloadOverrides& overrides) {
    OpenedService opened;
    Diagnostics faults;
    if (scenario.backfill) faults = open_backfill_of(scenario, folder, overrides, opened);
    append(faults, KeyTables{scenario, folder, opened}.read());
    if (!faults.empty()) return faults;
    return opened;
}

}  // namespace firn::loading
