#pragma once

#include "core/diag/diagnostic.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace firn::io {

/// Tables stored by columns, which Firn does not read.
enum class ColumnarFormat { parquet, orc };

/// The format of a file that begins with these bytes.
[[nodiscard]] std::optional<ColumnarFormat> columnar_format_of(std::string_view bytes);

/// "Parquet", "ORC"
[[nodiscard]] std::string_view name_of(ColumnarFormat format);

/// The command that makes a CSV trace of such a file with the columns of an S3 Inventory, and how that is
/// read. `versions`: the file has columns of versions, of which only the latest is wanted.
[[nodiscard]] std::string conversion_of(ColumnarFormat format, std::string_view path, bool versions);

/// Error `file-columnar`: a file of such a format where a trace is wanted.
[[nodiscard]] Diagnostics columnar_refused(const std::string& path, ColumnarFormat format);

}  // namespace firn::io
