#include "core/pricing/overhead.hpp"

namespace firn::pricing {

Rational overhead_of_archive(const ClassTerms& terms, usage::OverheadUnit unit, Bytes gb) {
    if (unit == usage::OverheadUnit::binary) return Rational{terms.overhead.count(), gb.count()};
    constexpr std::int64_t kKib = 1024;
    constexpr std::int64_t kKbOfGb = 1'000'000;
    return Rational{terms.overhead.count(), kKib * kKbOfGb};
}

}  // namespace firn::pricing
