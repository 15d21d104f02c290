#include "core/pricing/overhead.hpp"

namespace firn::pricing {

Rational overhead_in_gb(Bytes each, usage::OverheadUnit unit, Bytes gb) {
    if (unit == usage::OverheadUnit::binary) return Rational{each.count(), gb.count()};
    constexpr std::int64_t kKib = 1024;
    constexpr std::int64_t kKbOfGb = 1'000'000;
    return Rational{each.count(), kKib * kKbOfGb};
}

}  // namespace firn::pricing
