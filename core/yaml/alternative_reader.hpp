#pragma once

#include "core/alternatives/alternative.hpp"
#include "core/yaml/map_reader.hpp"

#include <optional>

namespace firn::yaml {

/// One item of `alternatives`, with the defaults of that year. Nothing when its kind is not known.
[[nodiscard]] std::optional<alternatives::Alternative> read_alternative(const Node& node, int year,
                                                                        Reading& reading);

}  // namespace firn::yaml
