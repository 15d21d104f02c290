#pragma once

#include "core/diag/diagnostic.hpp"

#include <CLI/App.hpp>

#include <optional>

namespace firn::cli {

/// `output-is-input`: the parsed command line would write a file (--output, --save-scenario) over one that it
/// names to be read, or over the other output.
[[nodiscard]] std::optional<Diagnostic> overwritten_input(const CLI::App& program);

}  // namespace firn::cli
