#include "core/usage/charge_words.hpp"

#include <algorithm>

namespace firn::usage {

std::string charge_words(ChargeType charge) {
    std::string text{to_text(charge)};
    std::replace(text.begin(), text.end(), '_', ' ');
    return text;
}

}  // namespace firn::usage
