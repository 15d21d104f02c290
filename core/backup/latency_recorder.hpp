#pragma once

#include "core/backup/arrival_history.hpp"
#include "core/backup/bundler.hpp"
#include "core/backup/replay_result.hpp"
#include "core/sim/quantile_sketch.hpp"
#include "core/sim/stored_durations.hpp"

#include <cstdint>
#include <variant>
#include <vector>

namespace firn::backup {

/// How latencies are kept until their quantiles are asked for.
enum class LatencyStore {
    values,    ///< each latency: 4 bytes a file
    archives,  ///< the end of each upload; the arrivals stay in the history, where many bundle sizes share
               ///< them
    sketch     ///< a histogram
};

/// The latencies of files, for their quantiles and maximum.
class LatencyRecorder {
  public:
    explicit LatencyRecorder(LatencyStore store);

    /// The files of a bundle were confirmed at `done`. Bundles come in the order in which they were closed.
    void add(const ClosedBundle& bundle, Duration done, const ArrivalHistory& history);

    /// From now on a sketch, into which all recorded so far goes. With LatencyStore::archives the history
    /// must still hold all arrivals.
    void start_sketch(const ArrivalHistory& history);

    /// Writes quantiles and maximum into the summary. The history as for start_sketch.
    void summarise(LatencySummary& summary, const ArrivalHistory& history) const;

  private:
    struct ConfirmedArchive {
        std::uint64_t end = 0;
        Duration done{};
    };
    /// The first archive begins with file 0, each other one where the one before ended.
    struct ConfirmedArchives {
        std::vector<ConfirmedArchive> archives;
        Duration max{};

        [[nodiscard]] std::uint64_t files() const { return archives.empty() ? 0 : archives.back().end; }
    };
    struct Sketch {
        sim::QuantileSketch values;
        std::uint64_t files = 0;
        Duration max{};
    };

    template <class Take>
    static void for_each_archive(const ConfirmedArchives& confirmed, const ArrivalHistory& history,
                                 Take take);
    static void summarise(const sim::StoredDurations& stored, LatencySummary& summary);
    static void summarise(const ConfirmedArchives& confirmed, LatencySummary& summary,
                          const ArrivalHistory& history);
    static void summarise(const Sketch& sketch, LatencySummary& summary);

    std::variant<sim::StoredDurations, ConfirmedArchives, Sketch> latencies_;
};

}  // namespace firn::backup
