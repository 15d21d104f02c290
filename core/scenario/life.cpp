#include "core/scenario/life.hpp"

#include "core/units/utf8_text.hpp"

#include <fmt/format.h>

namespace firn::scenario {

std::string name_of(const Restore& restore, std::size_t number) {
    return restore.name.empty() ? fmt::format("restores {}", number) : printable(restore.name);
}

}  // namespace firn::scenario
