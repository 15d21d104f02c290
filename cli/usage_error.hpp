#pragma once

#include "core/diag/diagnostic.hpp"

#include <CLI/App.hpp>

namespace firn::cli {

/// What is wrong with the command line that the program refused with this error, and what was probably meant.
[[nodiscard]] Diagnostic usage_error(const CLI::App& program, const CLI::ParseError& error);

}  // namespace firn::cli
