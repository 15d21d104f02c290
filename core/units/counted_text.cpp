#include "core/units/counted_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>

namespace firn {

std::string with_separators(std::string_view number) {
    const std::size_t point = std::min(number.find('.'), number.size());
    std::string text{number};
    const std::size_t first = !number.empty() && number.front() == '-' ? 1 : 0;
    for (std::size_t i = point; i > first + 3;) {
        i -= 3;
        text.insert(i, ",");
    }
    return text;
}

std::string counted(std::uint64_t count, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", with_separators(std::to_string(count)), count == 1 ? one : many);
}

}  // namespace firn
