#pragma once

#include "core/diag/diagnostic.hpp"

#include <iosfwd>

namespace firn::cli {

/// Where the program speaks: the answer to `out`, everything else to `err`.
struct Console {
    std::ostream& out;
    std::ostream& err;
    bool err_is_terminal = false;  ///< progress is shown only there
};

/// Shows diagnostics on `err`.
void show(const Diagnostics& diagnostics, Console& console);

}  // namespace firn::cli
