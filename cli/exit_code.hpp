#pragma once

namespace firn::cli {

/// How the program ends; part of its contract with scripts.
enum class ExitCode {
    done = 0,
    input_error = 1,    ///< a file, or what it says, is wrong
    usage_error = 2,    ///< the command line is wrong
    limit_crossed = 3,  ///< a limit that the user set was crossed
    our_fault = 4,      ///< a bug in Firn, or the machine refused
};

}  // namespace firn::cli
