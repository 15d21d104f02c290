#pragma once

#include "core/random/stream.hpp"
#include "core/service/catalogue.hpp"
#include "core/service/latency_meter.hpp"
#include "core/service/life_result.hpp"
#include "core/units/time.hpp"

#include <cstdint>
#include <optional>
#include <unordered_map>

namespace firn::service {

/// Who reads an archive.
enum class Reader { audit, restore, restore_test, compaction };

/// Archives that are damaged unseen, until somebody reads them. When an archive is damaged follows from its
/// number alone (stream "damage/times"): nothing is kept for it until it was repaired.
class Damage {
  public:
    /// `mean_time`: to the damage of an archive; nullopt: none is damaged.
    Damage(std::optional<Duration> mean_time, Duration horizon, std::uint64_t seed);

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

    [[nodiscard]] std::optional<Duration> damaged_before(std::uint64_t number, const ArchiveRecord& record,
                                                         Duration now) const;
    [[nodiscard]] bool is_year_old(Duration damaged) const;

    std::optional<Duration> mean_;
    Duration horizon_;
    random::Stream times_;
    std::unordered_map<std::uint64_t, Repair> repairs_;
    DamageOutcome counts_;
    LatencyMeter unseen_;
};

}  // namespace firn::service
