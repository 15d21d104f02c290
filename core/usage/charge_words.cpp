#include "core/usage/charge_words.hpp"

#include "core/units/name_words.hpp"

namespace firn::usage {

std::string charge_words(ChargeType charge) { return name_words(to_text(charge)); }

}  // namespace firn::usage
