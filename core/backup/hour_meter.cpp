#include "core/backup/hour_meter.hpp"

#include <chrono>

namespace firn::backup {

HourMeter::HourMeter(Instant start) : offset_{start - std::chrono::floor<std::chrono::days>(start)} {}

void HourMeter::go_on_to(Duration closed) {
    constexpr std::chrono::hours kHour{1};
    // In days and in the time since midnight, so that the sum with the offset cannot be too large.
    const Duration since_midnight = closed % std::chrono::days{1} + offset_;
    hour_ = static_cast<std::size_t>(since_midnight / kHour % 24);
    const Duration left = kHour - since_midnight % kHour;
    hour_end_ = closed <= Duration::max() - left ? closed + left : Duration::max();
}

}  // namespace firn::backup
