#include "core/units/exact_text.hpp"

#include <algorithm>

namespace firn {

std::string exact_text(const Rational& value) {
    const Integer denominator = boost::multiprecision::denominator(value);
    Integer rest = denominator;
    unsigned twos = 0;
    unsigned fives = 0;
    for (; rest % 2 == 0; rest /= 2)
        ++twos;
    for (; rest % 5 == 0; rest /= 5)
        ++fives;
    // A decimal is a fraction of a power of ten.
    if (rest == 1) return format_fixed(value, std::max(twos, fives));
    return boost::multiprecision::numerator(value).str() + "/" + denominator.str();
}

}  // namespace firn
