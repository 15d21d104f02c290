#include "cli/console.hpp"

#include <ostream>

namespace firn::cli {

void show(const Diagnostics& diagnostics, Console& console) { console.err << to_text(diagnostics); }

ExitCode flushed(Console& console) {
    console.out << std::flush;
    if (console.out) return ExitCode::done;
    show({{.code = "output-failed",
           .what = "the answer could not be written to stdout",
           .remedy = "make room where stdout leads to, or use --output"}},
         console);
    return ExitCode::our_fault;
}

}  // namespace firn::cli
