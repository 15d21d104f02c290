#pragma once

#include <cstdint>
#include <functional>

namespace firn::loading {

/// Is told how many rows have been read, again and again, and says whether to go on: where nobody waits any
/// more reading ends soon, with an error without diagnostics. Empty: nobody is told.
using RowsRead = std::function<bool(std::uint64_t rows)>;

}  // namespace firn::loading
