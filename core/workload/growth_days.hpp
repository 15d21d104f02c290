#pragma once

#include "core/diag/result.hpp"
#include "core/units/time.hpp"
#include "core/workload/growth_model.hpp"
#include "core/workload/size_mixture.hpp"

#include <array>
#include <chrono>
#include <cstdint>

namespace firn::workload {

/// What a growth model expects of one UTC day.
struct GrowthDay {
    std::chrono::sys_days date{};
    /// Files expected in each hour, times 2^24.
    std::array<std::uint64_t, 24> files_q24{};
    /// The size of the day's files against those at the start, in q32.
    std::uint64_t size_growth = 0;
};

/// The days of a growth model from its start on.
class GrowthDays {
  public:
    GrowthDays(const GrowthModel& model, const SizeMixture& sizes);

    /// Errors: `rate-too-high`, `sizes-too-large`, `batches-too-many`.
    [[nodiscard]] Result<GrowthDay> next();

  private:
    [[nodiscard]] std::uint64_t grown(std::int64_t log2_growth) const;
    [[nodiscard]] bool has_event(std::chrono::sys_days day) const;
    [[nodiscard]] Result<GrowthDay> checked(const GrowthDay& day) const;

    const GrowthModel model_;
    std::uint64_t mean_size_q8_;
    std::uint64_t mean_batch_;
    std::uint64_t files_per_day_q24_;
    std::int64_t log2_file_growth_;  ///< a year, q32
    std::int64_t log2_size_growth_;
    std::array<std::uint64_t, 24> hours_;
    DayFactors factors_;
    std::int64_t days_ = 0;  ///< since the start
};

}  // namespace firn::workload
