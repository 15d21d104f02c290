#pragma once

#include "core/diag/result.hpp"
#include "core/loading/rows_read.hpp"

#include <string>

namespace firn::gui {

/// The text of a scenario for files instead of one: a trace, a listing, a folder, a table of monthly totals.
/// It begins with the month of the first file and holds them all. Errors: those of
/// loading::scenario_for_files(), and of reading. Files without times begin in January 2013, which the text
/// says.
[[nodiscard]] Result<std::string> text_for_files(const std::string& path,
                                                 const loading::RowsRead& goes_on = {});

}  // namespace firn::gui
