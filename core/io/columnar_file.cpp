#include "core/io/columnar_file.hpp"

#include "core/diag/result.hpp"

#include <fmt/format.h>

namespace firn::io {

std::optional<ColumnarFormat> columnar_format_of(std::string_view bytes) {
    if (bytes.starts_with("PAR1")) return ColumnarFormat::parquet;
    if (bytes.starts_with("ORC")) return ColumnarFormat::orc;
    return std::nullopt;
}

std::string_view name_of(ColumnarFormat format) {
    return format == ColumnarFormat::parquet ? "Parquet" : "ORC";
}

/// DuckDB reads Parquet; for ORC there is Arrow. Both write the latest versions with whole microseconds as
/// times, which need no option to be read.
std::string conversion_of(ColumnarFormat format, std::string_view path, bool versions) {
    if (format == ColumnarFormat::parquet) {
        return fmt::format(
            "duckdb -c \"COPY (SELECT epoch_us(last_modified_date) AS timestamp_utc, size AS size_bytes "
            "FROM '{}'{} ORDER BY 1) TO 'trace.csv' (HEADER)\"",
            path, versions ? " WHERE is_latest AND NOT is_delete_marker" : "");
    }
    return fmt::format(
        "python3 -c \"import pyarrow as a, pyarrow.orc as o, pyarrow.csv as c; t = o.read_table('{}'); {}"
        "c.write_csv(a.table({{'timestamp_utc': "
        "t['last_modified_date'].cast(a.timestamp('us')).cast(a.int64()), "
        "'size_bytes': t['size']}}), 'trace.csv')\"",
        path,
        versions ? "import pyarrow.compute as p; "
                   "t = t.filter(p.and_(t['is_latest'], p.invert(t['is_delete_marker']))); "
                 : "");
}

Diagnostics columnar_refused(const std::string& path, ColumnarFormat format) {
    return failure({.code = "file-columnar",
                    .where = {.file = path},
                    .what = fmt::format("this is {} {} file, which Firn does not read",
                                        format == ColumnarFormat::orc ? "an" : "a", name_of(format)),
                    .expected = "a listing or a trace as text, plain or gzip",
                    .remedy = fmt::format("convert it (these are the columns of an S3 Inventory), then read "
                                          "trace.csv: {}",
                                          conversion_of(format, path, false))});
}

}  // namespace firn::io
