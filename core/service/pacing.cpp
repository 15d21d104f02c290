#include "core/service/pacing.hpp"

#include <algorithm>

namespace firn::service {

namespace {

constexpr Duration kHour = std::chrono::hours{1};
constexpr Duration kDay = std::chrono::hours{24};
constexpr std::int64_t kHours = 24;

UInt128 whole(std::int64_t value) { return static_cast<UInt128>(value); }

bool exceeds_day(UInt128 bytes, HourAmount amount) {
    return bytes * whole(amount.parts) > whole(amount.bytes.count()) * whole(kHours);
}

}  // namespace

HourAmount HourAmount::of_free_allowance(Bytes stored, int days_of_month) {
    constexpr std::int64_t kTwentieth = 20;
    return {stored, kTwentieth * days_of_month * kHours};
}

HourAmount HourAmount::within(UInt128 bytes, Bytes largest, Duration now, Duration time) {
    const UInt128 hours = whole(std::max<std::int64_t>(1, time / kHour));
    const std::int64_t midnights = (now + time - Duration{1}) / kDay - now / kDay;
    const UInt128 lost = whole(std::max<std::int64_t>(0, midnights)) * whole(largest.count());
    const UInt128 with_lost = bytes > whole(largest.count()) ? bytes + lost : bytes;
    return {Bytes{static_cast<std::int64_t>((with_lost + hours - 1) / hours)}, 1};
}

Duration Pacer::earliest(Bytes bytes, Duration now, HourAmount amount) {
    const std::int64_t day = now / kDay;
    const Duration midnight = day * kDay;
    const UInt128 taken = taken_on(day);
    if (exceeds_day(whole(bytes.count()), amount)) {
        if (taken == 0 && (now == midnight || now >= waits_for_)) return now;
        if (taken > 0 || waits_for_ == Duration::max()) waits_for_ = midnight + kDay;
        return waits_for_;
    }
    const UInt128 wanted = (taken + whole(bytes.count())) * whole(amount.parts);
    if (exceeds_day(taken + whole(bytes.count()), amount)) return midnight + kDay;
    const UInt128 hourly = std::max<UInt128>(1, whole(amount.bytes.count()));
    const auto hours = static_cast<std::int64_t>((wanted + hourly - 1) / hourly);
    return std::max(now, midnight + std::max<std::int64_t>(0, hours - 1) * kHour);
}

bool Pacer::take(Bytes bytes, Duration now, HourAmount amount) {
    const std::int64_t day = now / kDay;
    taken_ = taken_on(day) + whole(bytes.count());
    day_ = day;
    waits_for_ = Duration::max();
    return exceeds_day(whole(bytes.count()), amount);
}

}  // namespace firn::service
