#pragma once

#include "core/backup/bundler.hpp"
#include "core/backup/replay.hpp"
#include "core/backup/replay_result.hpp"
#include "core/backup/upload_stage.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace firn::backup {

/// What the service meters by month, exact to the byte-microsecond.
///
/// An archive enters only the month in which its upload ends; the months after it follow from running sums at
/// the end. So the work is one step an archive and one a month.
class UsageMeter {
  public:
    explicit UsageMeter(const ReplayOptions& options);

    void add(const ClosedBundle& bundle, const Upload& upload);

    /// The months in order.
    [[nodiscard]] std::vector<MonthlyUsage> months() const;
    [[nodiscard]] std::uint64_t archives_past_horizon() const { return past_horizon_; }

  private:
    /// A month's own additions: what was uploaded in it, and its time from then to the month's end.
    struct Month {
        Duration begin{};
        Duration end{};
        MonthlyUsage usage;
        Bytes payload_uploaded;
    };

    void add_month();
    [[nodiscard]] bool find_month(Duration instant);

    Instant start_;
    bool extend_;
    OpeningStock opening_;
    std::vector<Month> months_;
    /// Of the last upload: the next one is nearly always in the same.
    std::size_t current_ = 0;
    std::uint64_t past_horizon_ = 0;
};

}  // namespace firn::backup
