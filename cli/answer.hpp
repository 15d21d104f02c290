#pragma once

#include "cli/console.hpp"
#include "cli/exit_code.hpp"
#include "core/diag/result.hpp"

#include <CLI/App.hpp>

#include <string>

namespace firn::cli {

enum class Format { table, json, csv, md };

/// The options that say how and where an answer is given; every command has them.
struct AnswerOptions {
    Format format = Format::table;
    std::string output;         ///< a path; empty: stdout
    std::string csv_dialect{};  ///< of csv: "de"; empty: not given
    bool quiet = false;
    bool no_color = false;
};

/// Adds --format, --csv-dialect, --output, --quiet and --no-color.
void add_answer_options(CLI::App& command, AnswerOptions& options);

/// Adds --output, --quiet and --no-color, for a command with formats of its own.
void add_delivery_options(CLI::App& command, AnswerOptions& options);

/// Adds --csv-dialect, for a command with formats of its own; deliver() heeds it where the format is csv.
void add_csv_dialect_option(CLI::App& command, AnswerOptions& options);

/// Gives the answer to stdout or, whole or not at all, to the file of --output.
[[nodiscard]] ExitCode deliver(const std::string& answer, const AnswerOptions& options, Console& console);

/// Shows notes and warnings on stderr unless --quiet; errors always.
void show_notes(const Diagnostics& notes, const AnswerOptions& options, Console& console);

}  // namespace firn::cli
