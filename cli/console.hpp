#pragma once

#include "cli/exit_code.hpp"
#include "core/diag/diagnostic.hpp"

#include <iosfwd>

namespace firn::cli {

/// Where the program speaks: the answer to `out`, everything else to `err`.
struct Console {
    std::ostream& out;
    std::ostream& err;
    bool out_is_terminal = false;  ///< the answer's first sentence may be set in bold
    bool err_is_terminal = false;  ///< progress is shown only there
    std::istream* in = nullptr;    ///< where a person may be asked; nullptr: nobody is there
};

/// Shows diagnostics on `err`.
void show(const Diagnostics& diagnostics, Console& console);

/// Ends the answer on `out`; says so when it could not be written (a full disk behind a redirection).
[[nodiscard]] ExitCode flushed(Console& console);

/// Shows the diagnostics of every result that has failed; the exit code for an error in the input.
template <class... Results>
ExitCode fail(Console& console, const Results&... results) {
    (..., (results ? void() : show(results.error(), console)));
    return ExitCode::input_error;
}

}  // namespace firn::cli
