#pragma once

#include "cli/console.hpp"
#include "cli/exit_code.hpp"

#include <CLI/App.hpp>

#include <functional>

namespace firn::cli {

/// What the parsed command line asks for. Set by the callback of the chosen command.
struct Invocation {
    std::function<ExitCode(Console&)> run;
};

// One function a command, in the file of its name (cmd_bill.cpp, ...): it adds the sub-command with its
// options to the program and, when the user chose it, leaves its work in `chosen`.
void add_bill(CLI::App& program, Invocation& chosen);
void add_compare(CLI::App& program, Invocation& chosen);
void add_move(CLI::App& program, Invocation& chosen);
void add_forecast(CLI::App& program, Invocation& chosen);
void add_plan(CLI::App& program, Invocation& chosen);
void add_prices(CLI::App& program, Invocation& chosen);
void add_reconcile(CLI::App& program, Invocation& chosen);
void add_restore(CLI::App& program, Invocation& chosen);
void add_scenario(CLI::App& program, Invocation& chosen);
void add_simulate(CLI::App& program, Invocation& chosen);
void add_trace(CLI::App& program, Invocation& chosen);
void add_variance(CLI::App& program, Invocation& chosen);

/// Sub-commands of `prices`.
void add_prices_diff(CLI::App& prices, Invocation& chosen);
void add_prices_export(CLI::App& prices, Invocation& chosen);
void add_prices_import(CLI::App& prices, Invocation& chosen);

/// Sub-commands of `trace`.
void add_trace_fit(CLI::App& trace, Invocation& chosen);
void add_trace_workers(CLI::App& trace, Invocation& chosen);

}  // namespace firn::cli
