#include "core/scenario/check_keys.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <string>

namespace firn::scenario {

namespace {

/// What of a file's key a setting asks for.
enum class Asked { key, owner, prefix };

struct Asker {
    std::string path;
    Asked asked;
};

std::vector<Asker> askers(const Scenario& scenario) {
    std::vector<Asker> all;
    if (scenario.place.bundling.by == GroupBy::owner) all.push_back({"pipeline.group_by", Asked::owner});
    if (scenario.place.bundling.by == GroupBy::prefix) all.push_back({"pipeline.group_by", Asked::prefix});
    const auto& restores = scenario.life.restores;
    for (std::size_t i = 0; i < restores.size(); ++i) {
        const std::string path = fmt::format("restores.{}", i + 1);
        if (!restores[i].trace.empty()) all.push_back({path + ".trace", Asked::key});
        if (restores[i].batch && restores[i].batch->kind == Batch::Kind::owner)
            all.push_back({path + ".batch", Asked::owner});
    }
    if (scenario.life.changes && !scenario.life.changes->deletion_trace.empty())
        all.push_back({"changes.deletion_trace", Asked::key});
    return all;
}

Fault no_keys_of_drawn(const Asker& asker) {
    const bool asks_for_owner = asker.asked == Asked::owner;
    return {asker.path,
            {"keys-missing",
             fmt::format("the drawn files of the backfill have no keys, so {}",
                         asks_for_owner                 ? "they have no owners"
                         : asker.asked == Asked::prefix ? "they have no prefix"
                                                        : "no table can name them"),
             asks_for_owner ? "a listing of them, or a number of owners" : "a listing of them",
             asks_for_owner ? "write \"workload: {owners: N}\", or name a listing: \"backfill: {file: ...}\""
                            : "name a listing: \"backfill: {file: ...}\""}};
}

}  // namespace

void check_keys(const Scenario& scenario, std::vector<Fault>& faults) {
    const bool draws_backfill = scenario.backfill && scenario.backfill->file.empty();
    for (const Asker& asker : askers(scenario)) {
        if (asker.asked == Asked::key && !scenario.workload.trace) {
            faults.push_back(
                {asker.path,
                 {"keys-missing", "the files of this workload have no keys, so no table can name them",
                  "a trace whose rows have keys",
                  "ask for files at random: \"rate\" in place of the table"}});
        } else if (draws_backfill && !(asker.asked == Asked::owner && scenario.workload.owners)) {
            faults.push_back(no_keys_of_drawn(asker));
        }
    }
}

}  // namespace firn::scenario
