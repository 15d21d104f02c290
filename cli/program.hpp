#pragma once

#include "cli/console.hpp"
#include "cli/exit_code.hpp"
#include "core/report/provenance.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace firn::cli {

/// "0.1.0"
[[nodiscard]] std::string_view program_version();

/// What an answer rests on that needs no scenario and no price book.
[[nodiscard]] report::Provenance program_provenance();

/// Runs the program with these arguments (without the program's name).
[[nodiscard]] ExitCode run_program(const std::vector<std::string>& arguments, Console& console);

}  // namespace firn::cli
