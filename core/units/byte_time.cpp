#include "core/units/byte_time.hpp"

namespace firn {

Rational ByteTime::byte_hours() const {
    constexpr std::int64_t kMicrosecondsPerHour = 3'600'000'000;
    return Rational{to_integer(count_), Integer{kMicrosecondsPerHour}};
}

}  // namespace firn
