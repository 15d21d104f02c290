#include "core/service/pacing.hpp"

#include <algorithm>

namespace firn::service {

namespace {

constexpr Duration kHour = std::chrono::hours{1};
constexpr Duration kDay = std::chrono::hours{24};
constexpr std::int64_t kHours = 24;

UInt128 whole(std::int64_t value) { return static_cast<UInt128>(value); }

bool exceeds(UInt128 bytes, HourAmount amount, std::int64_t hours) {
    return bytes * whole(amount.parts) > whole(amount.bytes.count()) * whole(hours);
}

bool exceeds_day(Bytes bytes, HourAmount amount) { return exceeds(whole(bytes.count()), amount, kHours); }

Duration midnight_before(Duration now) { return now / kDay * kDay; }
Duration begin_of_hour(Duration now) { return now / kHour * kHour; }

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

void Pacer::begin_to_wait(Duration now) {
    if (now < goes_on_until_) return;
    begin_ = begin_of_hour(now);
    taken_ = 0;
}

void Pacer::go_on_to(Duration now) {
    if (begin_ >= midnight_before(now)) return;
    begin_ = midnight_before(now);
    taken_ = 0;
}

Duration Pacer::earliest(Bytes bytes, Duration since, Duration now, HourAmount amount) {
    go_on_to(now);
    const Duration next_midnight = midnight_before(now) + kDay;
    if (exceeds_day(bytes, amount)) return taken_ == 0 && since <= midnight_before(now) ? now : next_midnight;
    const UInt128 with_these = taken_ + whole(bytes.count());
    if (exceeds(with_these, amount, (next_midnight - begin_) / kHour)) return next_midnight;
    const UInt128 hourly = std::max<UInt128>(1, whole(amount.bytes.count()));
    const auto hours = static_cast<std::int64_t>((with_these * whole(amount.parts) + hourly - 1) / hourly);
    return std::max(now, begin_ + std::max<std::int64_t>(0, hours - 1) * kHour);
}

bool Pacer::take(Bytes bytes, Duration now, HourAmount amount) {
    go_on_to(now);
    taken_ += whole(bytes.count());
    const bool is_beyond_day = exceeds_day(bytes, amount);
    goes_on_until_ = is_beyond_day ? midnight_before(now) + kDay : begin_of_hour(now) + kHour;
    return is_beyond_day;
}

}  // namespace firn::service
