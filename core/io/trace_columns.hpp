#pragma once

#include "core/diag/result.hpp"

#include <string>
#include <string_view>

namespace firn::io {

/// The columns of a CSV or TSV trace that are read; others are ignored. Each is the name that the header has
/// for it, or its number from 1 ("3") in a file that may lack a header.
struct TraceColumns {
    std::string time = "timestamp_utc";  ///< "": the files have no times
    std::string size = "size_bytes";
    std::string key = "key";  ///< may be missing in the file
    /// A header without the column of the time is one of files without times, not an error.
    bool time_may_be_missing = false;
};

/// "time=when,size=bytes", "time=1,size=3": the columns as an option names them. Those not named keep their
/// usual names; a time that is not named may be missing, and "time=none" says that it is. Error:
/// `columns-not-readable`.
[[nodiscard]] Result<TraceColumns> parse_trace_columns(std::string_view text);

/// "3" is the column at position 2; none for a name.
[[nodiscard]] bool is_column_number(std::string_view column);

}  // namespace firn::io
