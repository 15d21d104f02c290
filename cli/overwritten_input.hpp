#pragma once

#include "core/diag/diagnostic.hpp"

#include <CLI/App.hpp>

#include <optional>
#include <string>
#include <vector>

namespace firn::cli {

/// `output-is-input`: the parsed command line would write a file (--output, --save-scenario, --series,
/// --failures) over one that it names to be read, or over another output.
[[nodiscard]] std::optional<Diagnostic> overwritten_input(const CLI::App& program);

/// A file to be written, and the option that names it; no path: nothing is written.
struct NamedOutput {
    std::string option;
    std::string path;
};

/// `output-is-input`: one of the outputs would be written over a file that is read.
[[nodiscard]] std::optional<Diagnostic> overwritten_file(const std::vector<NamedOutput>& outputs,
                                                         const std::vector<std::string>& read);

}  // namespace firn::cli
