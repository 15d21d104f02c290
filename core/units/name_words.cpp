#include "core/units/name_words.hpp"

#include <algorithm>

namespace firn {

std::string name_words(std::string_view name) {
    std::string words{name};
    std::replace(words.begin(), words.end(), '_', ' ');
    return words;
}

}  // namespace firn
