#include "core/scenario/check_keys.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <string>

namespace firn::scenario {

namespace {

/// What of a file's key a setting asks for: a key in a table of restores or of deletions, or a part of it.
enum class Asked { restored_key, deleted_key, owner, prefix };

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
        if (!restores[i].trace.empty()) all.push_back({path + ".trace", Asked::restored_key});
        if (restores[i].batch && restores[i].batch->kind == Batch::Kind::owner)
            all.push_back({path + ".batch", Asked::owner});
    }
    if (scenario.life.changes && !scenario.life.changes->deletion_trace.empty())
        all.push_back({"changes.deletion_trace", Asked::deleted_key});
    return all;
}

/// What files without keys cannot have: "they have no owners".
const char* lack_of(Asked asked) {
    switch (asked) {
        case Asked::restored_key:
        case Asked::deleted_key:
            return "no table can name them";
        case Asked::owner:
            return "they have no owners";
        case Asked::prefix:
            return "they have no prefix";
    }
    return "";
}

/// What somebody can do whose workload has no keys.
QuantityError no_keys_of_workload(Asked asked) {
    const std::string what = fmt::format("the files of this workload have no keys, so {}", lack_of(asked));
    switch (asked) {
        case Asked::restored_key:
            return {"keys-missing", what, "a trace whose rows have keys",
                    "ask for files at random: \"rate\" in place of the table"};
        case Asked::deleted_key:
            return {"keys-missing", what, "a trace whose rows have keys",
                    "say how long files live in place of the table: \"changes: {deletions: [{rate: 5 %}]}\""};
        case Asked::owner:
            return {"keys-missing", what, "a trace whose rows have keys, or a number of owners",
                    "write \"workload: {owners: N}\" beside the workload"};
        case Asked::prefix:
            return {"keys-missing", what, "a trace whose rows have keys",
                    "group by owner, with \"workload: {owners: N}\""};
    }
    return {};
}

QuantityError no_keys_of_backfill(Asked asked) {
    const std::string what =
        fmt::format("the drawn files of the backfill have no keys, so {}", lack_of(asked));
    if (asked == Asked::owner) {
        return {"keys-missing", what, "a listing of them, or a number of owners",
                "write \"workload: {owners: N}\", or name a listing: \"backfill: {file: ...}\""};
    }
    return {"keys-missing", what, "a listing of them", "name a listing: \"backfill: {file: ...}\""};
}

}  // namespace

void check_keys(const Scenario& scenario, std::vector<Fault>& faults) {
    const bool draws_backfill = scenario.backfill && scenario.backfill->file.empty();
    for (const Asker& asker : askers(scenario)) {
        if (asker.asked == Asked::owner && scenario.workload.owners) continue;
        if (!scenario.workload.trace) {
            faults.push_back({asker.path, no_keys_of_workload(asker.asked)});
        } else if (draws_backfill) {
            faults.push_back({asker.path, no_keys_of_backfill(asker.asked)});
        }
    }
}

}  // namespace firn::scenario
