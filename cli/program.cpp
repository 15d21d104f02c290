#include "cli/program.hpp"

#include "cli/command.hpp"
#include "cli/overwritten_input.hpp"
#include "cli/usage_error.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <ostream>

namespace firn::cli {

namespace {

constexpr const char* kDescription =
    "Firn plans an archive backup on Amazon Glacier: what it costs, how large the bundles should be, how "
    "long files wait.";
constexpr const char* kFooter =
    "Each command explains itself: firn COMMAND --help\n"
    "Exit codes: 0 done, 1 error in the input, 2 wrong usage, 3 a set limit was crossed, 4 our fault.";

void add_commands(CLI::App& program, Invocation& chosen) {
    program.require_subcommand(1);
    program.set_version_flag("--version", "firn " + std::string{program_version()});
    program.footer(kFooter);
    add_plan(program, chosen);
    add_move(program, chosen);
    add_simulate(program, chosen);
    add_forecast(program, chosen);
    add_variance(program, chosen);
    add_bill(program, chosen);
    add_restore(program, chosen);
    add_compare(program, chosen);
    add_reconcile(program, chosen);
    add_prices(program, chosen);
    add_trace(program, chosen);
    add_scenario(program, chosen);
}

/// Help and version are answers; everything else that CLI11 throws is wrong usage.
ExitCode show_parse_error(const CLI::App& program, const CLI::ParseError& error, Console& console) {
    const bool is_answer = error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success);
    if (is_answer) {
        program.exit(error, console.out, console.err);
        return ExitCode::done;
    }
    show({usage_error(program, error)}, console);
    return ExitCode::usage_error;
}

}  // namespace

std::string_view program_version() { return FIRN_VERSION; }

report::Provenance program_provenance() { return {.program_version = std::string{program_version()}}; }

ExitCode run_program(const std::vector<std::string>& arguments, Console& console) {
    CLI::App program{kDescription, "firn"};
    Invocation chosen;
    add_commands(program, chosen);
    try {
        // CLI11 takes the arguments from the back.
        program.parse(std::vector<std::string>{arguments.rbegin(), arguments.rend()});
    } catch (const CLI::ParseError& error) {
        return show_parse_error(program, error, console);
    }
    if (const auto fault = overwritten_input(program)) {
        show({*fault}, console);
        return ExitCode::usage_error;
    }
    return chosen.run(console);
}

}  // namespace firn::cli
