#include "core/pricing/conventions.hpp"

namespace firn::pricing {

Rational hours_of(BillingPeriod month, usage::MonthHours convention) {
    constexpr int kThirtyDays = 720;
    constexpr int kTwelfthOfYear = 730;
    switch (convention) {
        case usage::MonthHours::real:
            return Rational{month.hours()};
        case usage::MonthHours::h720:
            return Rational{kThirtyDays};
        case usage::MonthHours::h730:
            return Rational{kTwelfthOfYear};
    }
    return {};
}

Bytes gb_of(const PriceBook& book, usage::GbUnit convention) {
    constexpr Bytes kDecimalGb{1'000'000'000};
    return convention == usage::GbUnit::binary ? book.gb : kDecimalGb;
}

Rational band_end(const Rational& up_to, usage::BandUnit convention) {
    if (convention == usage::BandUnit::binary) return up_to;
    return Rational{up_to * 1000 / 1024};
}

}  // namespace firn::pricing
