#pragma once

#include "core/backup/bundle_policy.hpp"
#include "core/backup/pipeline_settings.hpp"
#include "core/backup/replay_result.hpp"
#include "core/backup/sent_archive.hpp"
#include "core/diag/result.hpp"
#include "core/sim/instruction_set.hpp"
#include "core/workload/file_source.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace firn::backup {

/// How the quantiles of the latency are found.
enum class Quantiles {
    exact,     ///< 4 bytes a file (8 for latencies above 71 minutes); in a sweep 8 bytes a file for all sizes
               ///< together
    sketch,    ///< at most 0.4 % too high; memory does not grow with the files
    automatic  ///< exact up to kExactQuantileFiles files, then a sketch
};
inline constexpr std::uint64_t kExactQuantileFiles = 1'000'000;

/// Archives that lie there from the start of the scenario to the end of the horizon.
struct OpeningStock {
    std::uint64_t archives = 0;
    /// As the service stores them.
    Bytes stored;
    /// The files in them.
    Bytes payload;
};

struct ReplayOptions {
    Quantiles quantiles = Quantiles::exact;
    /// In place of the quantiles, how many files had a longer latency than this: in a sweep of many sizes
    /// half of the time.
    std::optional<Duration> late_after{};
    /// Instant that the arrivals count from.
    Instant start{};
    /// Calendar months of the horizon, at least 1; the first is the one that holds `start`.
    int months = 1;
    /// Whether uploads that end past the horizon lengthen it to the end of their month. If not, their
    /// archives are counted in ReplayResult::archives_past_horizon and metered nowhere.
    bool extend_horizon = true;
    OpeningStock opening{};
    /// Threads of a sweep, at least 1. The results do not depend on it.
    unsigned threads = 1;
    /// Instructions of the hot loops; the machine has them. The results do not depend on them.
    sim::InstructionSet instructions = sim::widest_instruction_set();
};

/// How far a replay has come. Neither number falls from one call to the next.
struct ReplayProgress {
    /// Those that were read.
    std::uint64_t files = 0;
    /// The arrival of one of those that were read last, or what happened since then to stored archives.
    Duration reached{};
};
/// Called now and then while files are read, and while stored archives live on after the last of them; always
/// from the caller's thread. May be empty.
using ReplayProgressCallback = std::function<void(const ReplayProgress&)>;

/// Sends the files of the source through the pipeline.
///
/// Files start in order of arrival; they are bundled in order of (end of fetch, arrival order); a file whose
/// fetch ends exactly at a directory's age-out comes too late for it. The rules are in
/// docs/simulation-model.md.
///
/// Memory: what is in flight (files being fetched or in an open directory, archives being uploaded) and the
/// quantiles. Errors: those of the source; an archive above 40,000 GiB; times beyond 2^61 us (73,000 years);
/// more than 2^61 bytes.
[[nodiscard]] Result<ReplayResult> replay(const PipelineSettings& settings, const ReplayOptions& options,
                                          workload::FileSource& source,
                                          const ReplayProgressCallback& progress = {});

/// One result for each policy, in their order, each equal to that of a replay with that bundle size and
/// largest age. The files are drawn and fetched once for all of them. There may be any number of policies.
/// `on_sent`: empty, or one for each policy, which hears of its archives.
[[nodiscard]] Result<std::vector<ReplayResult>> replay_sweep(
    const PipelineSettings& settings, std::span<const BundlePolicy> policies, const ReplayOptions& options,
    workload::FileSource& source, const ReplayProgressCallback& progress = {},
    std::span<const SentArchiveCallback> on_sent = {});

}  // namespace firn::backup
