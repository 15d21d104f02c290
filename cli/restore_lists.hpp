#pragma once

#include "core/diag/result.hpp"
#include "core/restore/way.hpp"
#include "core/restore/wish.hpp"

#include <cstddef>
#include <string>

namespace firn::cli {

/// Writes what a way asks for into a folder, which is made where there is none: `rounds.csv`, a row a list,
/// and a list for each tier and hour, `hour-00003-bulk.csv`, with a row an archive: its number (from 1), the
/// days for which its copy is to lie there, and its bytes. Each archive is in exactly one list. The number of
/// lists.
///
/// Errors: `lists-exist` (nothing is written over another file), those of io::OutputFile.
[[nodiscard]] Result<std::size_t> write_restore_lists(const restore::Way& way,
                                                      const restore::Service& service,
                                                      const restore::Wish& wish, const std::string& folder);

}  // namespace firn::cli
