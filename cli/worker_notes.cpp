#include "cli/worker_notes.hpp"

#include "core/scenario/scenario.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

namespace firn::cli {

namespace {

using scenario::Scenario;

/// Whether the schedule says from the first day on how many workers of a kind there are: every day from some
/// hour on, or from a day that has come when the scenario begins.
bool is_scheduled_throughout(const Scenario& scenario,
                             std::optional<std::int64_t> scenario::WorkerChange::*workers) {
    const auto& schedule = scenario.place.schedule;
    return std::any_of(schedule.begin(), schedule.end(), [&](const scenario::WorkerChange& change) {
        return change.*workers && (change.hour || *change.from <= scenario.start);
    });
}

}  // namespace

Diagnostics notes_on_workers(const ChosenScenario& chosen) {
    struct Kind {
        const char* name;
        std::optional<std::int64_t> scenario::WorkerChange::*workers;
    };
    constexpr std::array<Kind, 2> kKinds{
        {{"fetchers", &scenario::WorkerChange::fetchers}, {"uploaders", &scenario::WorkerChange::uploaders}}};
    Diagnostics notes;
    for (const Kind& kind : kKinds) {
        const auto stated = chosen.stated_by.find(fmt::format("pipeline.{}", kind.name));
        if (stated == chosen.stated_by.end() || !is_scheduled_throughout(chosen.scenario, kind.workers))
            continue;
        notes.push_back(
            {.code = "setting-without-effect",
             .severity = Severity::note,
             .where = {.file = stated->second},
             .what = fmt::format("the scenario's schedule says from its start on how many {} there are",
                                 kind.name),
             .expected = "a scenario without them in pipeline.schedule",
             .remedy = "change their number in the schedule"});
    }
    return notes;
}

}  // namespace firn::cli
