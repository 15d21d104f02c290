#include "core/pricing/amount_text.hpp"

#include "core/units/counted_text.hpp"

#include <fmt/format.h>

namespace firn::pricing {

std::string grouped(const Rational& value, unsigned places) {
    return with_separators(format_decimal(value, places));
}

std::string grouped(std::string_view decimal) { return with_separators(decimal); }

std::string counted(const Rational& count, std::string_view one, std::string_view many, unsigned places) {
    return fmt::format("{} {}", grouped(count, places), count == 1 ? one : many);
}

}  // namespace firn::pricing
