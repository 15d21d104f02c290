#include "cli/console.hpp"

#include <ostream>

namespace firn::cli {

void show(const Diagnostics& diagnostics, Console& console) { console.err << to_text(diagnostics); }

}  // namespace firn::cli
