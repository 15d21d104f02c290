#pragma once

#include "core/random/stream.hpp"
#include "core/units/rational.hpp"
#include "core/units/time.hpp"
#include "core/workload/factor.hpp"

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>

namespace firn::workload {

/// N factors that are all 1.
template <std::size_t N>
constexpr std::array<Factor, N> all_alike() {
    return {};
}

/// How busy months, weekdays and hours (UTC) are. Each list counts relative to its own mean, so it shifts
/// files without making more or fewer; its sum is positive.
struct Calendar {
    std::array<Factor, 12> months = all_alike<12>();  ///< January first
    std::array<Factor, 7> weekdays = all_alike<7>();  ///< Monday first
    std::array<Factor, 24> hours = all_alike<24>();   ///< from 00:00 on
    /// Days differ by chance, lognormally with mean 1: standard deviation of the logarithm, 0 to 3.
    Factor day_noise{0};
    /// Correlation of the logarithm with that of the day before, 0 to 0.99.
    Factor day_memory{0};

    /// Whether all days and hours are alike, whatever the months are.
    [[nodiscard]] bool is_flat_within_months() const;
};

/// Hours along a cosine: `peak` (1 to 2) in the middle of hour `peak_hour`, 2 - peak twelve hours later.
[[nodiscard]] std::array<Factor, 24> cosine_hours(Factor peak, int peak_hour);

/// The factor of each UTC day from a first one on, in q32: month, weekday and noise.
///
/// The logarithm of the noise is x * day_noise - day_noise^2 / 2 with x(d) = m x(d-1) + sqrt(1 - m^2) z(d),
/// where m is the memory and z are standard normal; x of the first day is z. Draw d of the stream is for the
/// d-th day.
class DayFactors {
  public:
    DayFactors(const Calendar& calendar, const random::Stream& noise, std::chrono::sys_days first);

    /// Of the next day, at most kMostQ32.
    [[nodiscard]] std::uint64_t next();

  private:
    [[nodiscard]] std::int64_t next_noise();

    Calendar calendar_;
    random::Stream noise_;
    std::chrono::sys_days day_;
    std::uint64_t drawn_ = 0;
    std::int64_t state_ = 0;  ///< x of the day before, times 2^24
    std::array<std::uint64_t, 12> months_;
    std::array<std::uint64_t, 7> weekdays_;
};

/// Factors relative to their mean, in q32, rounded down. Their sum must be positive.
template <std::size_t N>
std::array<std::uint64_t, N> relative_to_mean(const std::array<Factor, N>& factors) {
    std::uint64_t sum = 0;
    for (const Factor factor : factors)
        sum += static_cast<std::uint64_t>(factor.millionths);
    std::array<std::uint64_t, N> relative{};
    for (std::size_t i = 0; i < N; ++i) {
        const auto share = (static_cast<UInt128>(factors[i].millionths) << 32U) * N / sum;
        relative[i] = static_cast<std::uint64_t>(share);
    }
    return relative;
}

}  // namespace firn::workload
