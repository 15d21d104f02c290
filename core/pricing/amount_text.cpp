#include "core/pricing/amount_text.hpp"

#include <algorithm>
#include <utility>

namespace firn::pricing {

std::string grouped(std::string decimal) {
    const std::size_t first = !decimal.empty() && decimal.front() == '-' ? 1 : 0;
    std::size_t place = std::min(decimal.find('.'), decimal.size());
    while (place > first + 3) {
        place -= 3;
        decimal.insert(place, ",");
    }
    return decimal;
}

std::string grouped(const Rational& value, unsigned places) { return grouped(format_decimal(value, places)); }

}  // namespace firn::pricing
