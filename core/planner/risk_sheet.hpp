#pragma once

#include "core/backup/replay_result.hpp"
#include "core/scenario/scenario.hpp"
#include "core/service/service_run.hpp"
#include "core/units/bytes.hpp"
#include "core/units/rational.hpp"
#include "core/units/time.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace firn::planner {

/// What deleted files leave in archives: it is stored and read together with the living ones.
struct Holes {
    Bytes dead{};       ///< bytes of dead files in the archives that lie there when the months end
    Bytes dead_most{};  ///< the most at any time
    Bytes living{};     ///< bytes of living files when the months end

    /// Of the bytes of files that lie there: 0 to 1. 0 where nothing lies there.
    [[nodiscard]] Rational dead_share() const;
};

/// How one of the scenario's restores fared with a bundle size.
struct RestoreRisk {
    std::string name{};
    std::uint64_t restored = 0;            ///< files
    std::uint64_t open = 0;                ///< not back when the months end
    backup::LatencySummary time{};         ///< of the restored ones, from the request to the file
    std::optional<Duration> batch_time{};  ///< of a batch: until its last file was back; absent: never
};

/// What a bundle size puts at stake, beside its cost (docs/bundle-size.md): how long files wait unprotected,
/// what a restore takes, what is lost with one archive, what deletions leave behind. Bytes at risk and bytes
/// read are in SizeOutcome.
struct RiskSheet {
    /// The largest age of a file when it was stored, given up or found gone.
    Duration oldest_unprotected{};
    /// To get a file of mean size back when nobody else asks: lookup, the longest time of the class's usual
    /// tier, download of as much as is read for a file on average, unpacking.
    Duration restore_time{};
    /// Files by archives: lost together where an archive is lost. 0 without archives.
    Rational files_per_archive{};
    Holes holes{};
    std::vector<RestoreRisk> restores{};  ///< in the order of the scenario's list
};

/// Of a run with one bundle size; `service` where the scenario asks for the whole service.
[[nodiscard]] RiskSheet risk_of(const backup::ReplayResult& replay,
                                const std::optional<service::ServiceOutcome>& service,
                                const scenario::Scenario& scenario);

/// RiskSheet::restore_time of files of this size for which so much is read.
[[nodiscard]] Duration time_to_one_file(const scenario::Scenario& scenario, Bytes restore_read, Bytes file);

}  // namespace firn::planner
