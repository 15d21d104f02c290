#pragma once

#include "core/backup/arrival_history.hpp"
#include "core/backup/bundler.hpp"
#include "core/backup/replay_result.hpp"
#include "core/sim/quantile_sketch.hpp"
#include "core/sim/rank_selection.hpp"
#include "core/sim/stored_durations.hpp"

#include <cstdint>
#include <span>
#include <variant>
#include <vector>

namespace firn::backup {

/// What is kept beside a sketch of the latencies until their quantiles are asked for.
enum class LatencyStore {
    values,    ///< each latency: 4 bytes a file
    archives,  ///< the end of each upload; the arrivals stay in the history, where many bundle sizes share
               ///< them
    sketch,    ///< nothing: the quantiles are those of the sketch
    late       ///< no quantiles: only how many files took longer than a given time
};

/// The latencies of files, for their quantiles and maximum.
class LatencyRecorder {
  public:
    /// `late_after`: of LatencyStore::late.
    LatencyRecorder(LatencyStore store, const sim::Kernels& kernels, Duration late_after = {});

    /// The files of a bundle were confirmed at `done`. Bundles come in the order in which they were closed.
    void add(const ClosedBundle& bundle, Duration done, const ArrivalHistory& history);

    /// From now on the sketch is enough.
    void forget_exact_values() { kept_ = std::monostate{}; }

    /// Writes quantiles and maximum into the summary. With LatencyStore::archives the history must still hold
    /// all arrivals and know their pages.
    void summarise(LatencySummary& summary, const ArrivalHistory& history) const;

  private:
    /// The first archive begins with file 0, each other one where the one before ended.
    struct ConfirmedArchive {
        std::uint64_t end = 0;
        Duration done{};
    };
    using ConfirmedArchives = std::vector<ConfirmedArchive>;
    struct LateFiles {
        Duration after{};
        std::uint64_t files = 0;
        Duration longest{};

        void add(Duration done, std::span<const Duration> arrivals);
    };

    static void keep(sim::RankSelection& selection, const ConfirmedArchives& confirmed,
                     const ArrivalHistory& history);
    [[nodiscard]] std::vector<Duration> at_ranks(std::span<const std::uint64_t> ranks,
                                                 const ArrivalHistory& history) const;

    sim::QuantileSketch sketch_;
    std::variant<std::monostate, sim::StoredDurations, ConfirmedArchives, LateFiles> kept_;
};

}  // namespace firn::backup
