#include "core/pricing/day_text.hpp"

namespace firn::pricing {

std::string day_text(Instant instant) {
    constexpr std::size_t kDay = 10;
    const std::string text = firn::to_text(instant);
    return text.ends_with("T00:00:00Z") ? text.substr(0, kDay) : text;
}

}  // namespace firn::pricing
