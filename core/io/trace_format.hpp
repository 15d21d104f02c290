#pragma once

#include "core/diag/result.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace firn::io {

/// What program or convention wrote a trace.
enum class TraceFormat {
    csv,        ///< header with a time and a size column: timestamp_utc,size_bytes[,key]
    find,       ///< find -printf '%T@ %s %p\n'
    aws_s3_ls,  ///< aws s3 ls --recursive
    monthly,    ///< header month,items,bytes
};

/// "csv", "find", "aws-s3-ls", "monthly": as options and scenarios spell it.
[[nodiscard]] std::string_view name_of(TraceFormat format);
[[nodiscard]] std::optional<TraceFormat> trace_format_named(std::string_view name);

/// Which format the file has, by its first line. A file of no known format is taken for CSV.
/// Errors: those of opening (`file-missing`, `file-empty`, ...).
[[nodiscard]] Result<TraceFormat> recognise_trace_format(const std::string& path);

/// The names of the columns of a CSV trace that are read; others are ignored.
struct TraceColumns {
    std::string time = "timestamp_utc";
    std::string size = "size_bytes";
    std::string key = "key";  ///< may be missing in the file
};

/// "time=when,size=bytes": the columns as an option names them; those not named keep their usual names.
/// Error: `columns-not-readable`.
[[nodiscard]] Result<TraceColumns> parse_trace_columns(std::string_view text);

}  // namespace firn::io
