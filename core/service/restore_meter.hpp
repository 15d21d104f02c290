#pragma once

#include "core/service/latency_meter.hpp"
#include "core/service/life_result.hpp"
#include "core/units/time.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace firn::service {

/// Counts what becomes of the files that one restore asks for.
class RestoreMeter {
  public:
    /// `within`: files that take longer are overdue.
    RestoreMeter(std::string name, Duration horizon, std::optional<Duration> within);

    void asked(std::uint64_t files, Duration made);
    /// Of these, files that nobody finds.
    void not_found(std::uint64_t files, Duration made);
    /// Files that were asked for at one time are back then, which may be after the horizon.
    void restored(std::uint64_t files, Duration made, Duration now);
    /// Nobody will ask for more: the restore is complete with its last file.
    void all_asked(Duration now);

    /// The counts that belong to retrievals and downloads; their owner writes them.
    [[nodiscard]] RestoreOutcome& counts() { return counts_; }
    [[nodiscard]] RestoreOutcome outcome() const;

  private:
    [[nodiscard]] bool is_due(Duration made) const { return within_ && horizon_ - made >= *within_; }

    RestoreOutcome counts_;
    Duration horizon_;
    std::optional<Duration> within_;
    std::uint64_t due_ = 0;  ///< files that are found, if their time is over
    std::uint64_t due_in_time_ = 0;
    LatencyMeter times_;
    std::vector<Duration> starts_;
    Duration last_{};
    bool all_asked_ = false;
};

}  // namespace firn::service
