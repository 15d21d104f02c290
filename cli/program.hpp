#pragma once

#include "cli/console.hpp"
#include "cli/exit_code.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace firn::cli {

/// "0.1.0"
[[nodiscard]] std::string_view program_version();

/// Runs the program with these arguments (without the program's name).
[[nodiscard]] ExitCode run_program(const std::vector<std::string>& arguments, Console& console);

}  // namespace firn::cli
