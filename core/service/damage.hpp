#pragma once

#include "core/random/stream.hpp"
#include "core/service/catalogue.hpp"
#include "core/service/latency_meter.hpp"
#include "core/service/life_result.hpp"
#include "core/units/time.hpp"

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

namespace firn::service {

/// Who reads an archive.
enum class Reader { audit, restore, restore_test, compaction };

/// Archives that are damaged unseen, until somebody reads them. When an archive is damaged follows from its
/// place among those that the pipeline stored, or among those of the compaction, alone (stream
/// "damage/times"): compaction does not move the damage of others, and nothing is kept for an archive of the
/// pipeline until it was repaired.
class Damage {
  public:
    /// `mean_time`: to the damage of an archive; nullopt: none is damaged.
    Damage(std::optional<Duration> mean_time, Duration horizon, std::uint64_t seed);

    /// The archive is the compaction's. Numbers ascend.
    void compacted(std::uint64_t number);
    /// Gives whether it was damaged; from now on it is whole.
    bool read(std::uint64_t number, ArchiveRecord& record, Reader reader, Duration now);
    void removed(std::uint64_t number, const ArchiveRecord& record, Duration now);
    /// At the horizon.
    [[nodiscard]] DamageOutcome outcome(const Catalogue& catalogue) const;

  private:
    struct Repair {
        Duration at{};
        std::uint64_t times = 0;
    };

    [[nodiscard]] std::uint64_t draw_of(std::uint64_t number) const;
    [[nodiscard]] std::optional<Duration> damaged_before(std::uint64_t number, const ArchiveRecord& record,
                                                         Duration now) const;
    [[nodiscard]] bool is_year_old(Duration damaged) const;

    std::optional<Duration> mean_;
    Duration horizon_;
    random::Stream times_;
    std::vector<std::uint64_t> compacted_;
    std::unordered_map<std::uint64_t, Repair> repairs_;
    DamageOutcome counts_;
    LatencyMeter unseen_;
};

}  // namespace firn::service
