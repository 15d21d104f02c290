#include "core/units/byte_time.hpp"

#include "tests/support/catch.hpp"

#include <chrono>
#include <limits>

using firn::Bytes;
using firn::ByteTime;
using namespace std::chrono_literals;

TEST_CASE("one byte for one hour is one byte-hour", "[units]") {
    CHECK((Bytes{1} * firn::Duration{1h}).byte_hours() == 1);
    // 12 TiB over the 744 hours of March.
    CHECK((Bytes::from_tib(12) * firn::Duration{744h}).byte_hours() ==
          firn::Integer{12} * (firn::Integer{1} << 40) * 744);
}

TEST_CASE("byte-time keeps single microseconds", "[units]") {
    const ByteTime one = Bytes{1} * firn::Duration{1us};
    CHECK(one.byte_hours() == firn::Rational(1, 3'600'000'000));
    CHECK((one + one).byte_microseconds() == 2);
}

TEST_CASE("the most bytes for the longest time fit", "[units]") {
    constexpr auto kLargest = std::numeric_limits<std::int64_t>::max();
    constexpr ByteTime kMost = Bytes{kLargest} * firn::Duration{kLargest};
    // (2^63 - 1)^2 = 2^126 - 2^64 + 1
    STATIC_REQUIRE(kMost.byte_microseconds() == (firn::UInt128{1} << 126) - (firn::UInt128{1} << 64) + 1);
}
