#pragma once

#include "core/yaml/map_reader.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace firn::yaml {

/// Reports `entries-contradict` at the map when more than one of the keys is given: they say the same thing
/// in different ways. Returns how many are given.
std::size_t refuse_together(MapReader& map, const std::vector<std::string>& keys);

/// As refuse_together(), and reports `key-missing` when none is given. True when exactly one is.
[[nodiscard]] bool demand_one(MapReader& map, const std::vector<std::string>& keys);

}  // namespace firn::yaml
