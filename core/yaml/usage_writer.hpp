#pragma once

#include "core/usage/usage.hpp"

#include <string>
#include <string_view>

namespace firn::yaml {

/// A usage file that read_usage() reads as the same usage: every entry with its exact numbers. Fractions that
/// no decimal ends (a third of a byte) are rounded at the sixtieth. `heading` becomes a comment above it, a
/// line each.
[[nodiscard]] std::string usage_text(const usage::Usage& usage, std::string_view heading = {});

}  // namespace firn::yaml
