#include "core/usage/stored_amount.hpp"

namespace firn::usage {

namespace {

template <class... Functions>
struct Overloaded : Functions... {
    using Functions::operator()...;
};
template <class... Functions>
Overloaded(Functions...) -> Overloaded<Functions...>;

constexpr std::int64_t kMicrosPerHour = 3'600'000'000;

Rational hours_of(Duration duration) { return Rational{duration.count(), kMicrosPerHour}; }

/// How long the entry's bytes, and so its archives, lay there.
Rational hours_there(const StoredAmount& amount, BillingPeriod month) {
    const auto* limited = std::get_if<BytesFor>(&amount);
    return limited != nullptr ? hours_of(limited->duration) : Rational{month.hours()};
}

}  // namespace

Rational byte_hours(const Storage& storage, BillingPeriod month) {
    return std::visit(
        Overloaded{
            [&](const AverageBytes& average) { return Rational{average.bytes * month.hours()}; },
            [](const BytesFor& limited) { return Rational{limited.bytes * hours_of(limited.duration)}; },
            [](const ByteHours& metered) { return metered.byte_hours; },
            [](const ByteTime& counted) { return counted.byte_hours(); },
        },
        storage.amount);
}

std::optional<Rational> archive_hours(const Storage& storage, BillingPeriod month) {
    using Hours = std::optional<Rational>;
    const Rational hours = hours_there(storage.amount, month);
    return std::visit(
        Overloaded{
            [](std::monostate) { return Hours{}; },
            [&](const ArchiveCount& archives) { return Hours{Rational{archives.count * hours}}; },
            [&](const ArchiveSize& size) {
                if (hours == 0) return Hours{Rational{0}};
                const Rational bytes = byte_hours(storage, month) / hours;
                return Hours{Rational{Rational{ceil_of(Rational{bytes / size.bytes})} * hours}};
            },
            [](const ArchiveTime& time) {
                return Hours{Rational{to_integer(time.archive_microseconds), Integer{kMicrosPerHour}}};
            },
        },
        storage.archives);
}

}  // namespace firn::usage
