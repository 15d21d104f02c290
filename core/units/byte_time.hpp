#pragma once

#include "core/units/bytes.hpp"
#include "core/units/rational.hpp"
#include "core/units/time.hpp"

namespace firn {

/// Bytes times the time they lay there, in whole byte-microseconds of 128 bits: exact for 8 EiB over 292,000
/// years.
///
/// The vendor meters byte-hours; one byte-hour is 3.6 x 10^9 byte-microseconds.
class ByteTime {
  public:
    constexpr ByteTime() = default;
    constexpr explicit ByteTime(UInt128 byte_microseconds) : count_{byte_microseconds} {}

    [[nodiscard]] constexpr UInt128 byte_microseconds() const { return count_; }
    /// Byte-hours, exact.
    [[nodiscard]] Rational byte_hours() const;

    constexpr ByteTime& operator+=(ByteTime other) {
        count_ += other.count_;
        return *this;
    }
    friend constexpr ByteTime operator+(ByteTime a, ByteTime b) { return a += b; }
    friend constexpr bool operator==(ByteTime a, ByteTime b) { return a.count_ == b.count_; }

  private:
    UInt128 count_ = 0;
};

/// Bytes that lie there for a time (neither may be negative).
[[nodiscard]] constexpr ByteTime operator*(Bytes bytes, Duration time) {
    return ByteTime{static_cast<UInt128>(bytes.count()) * static_cast<UInt128>(time.count())};
}

}  // namespace firn
