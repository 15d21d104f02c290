#pragma once

#include "core/diag/result.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace firn::io {

/// What program or convention wrote a trace.
enum class TraceFormat {
    csv,            ///< header with a time and a size column: timestamp_utc,size_bytes[,key]
    tsv,            ///< the same with tabs
    find,           ///< find -printf '%T@ %s %p\n'
    ls_l,           ///< ls -lR --time-style=full-iso
    tar_tv,         ///< tar -tv
    aws_s3_ls,      ///< aws s3 ls --recursive
    aws_s3api,      ///< aws s3api list-objects-v2, list-objects, list-object-versions: JSON
    rclone_lsjson,  ///< rclone lsjson --recursive
    rclone_lsl,     ///< rclone lsl
    s3_inventory,   ///< manifest.json of an S3 Inventory, or the folder that it lies in
    folder,         ///< a folder, whose files are listed
    monthly,        ///< header month,items,bytes
};

/// "csv", "aws-s3-ls", "monthly": as options and scenarios spell it.
[[nodiscard]] std::string_view name_of(TraceFormat format);
[[nodiscard]] std::optional<TraceFormat> trace_format_named(std::string_view name);

/// The names of all formats that hold single files, in the order of their enumeration.
[[nodiscard]] std::vector<std::string> trace_format_names();

/// CSV or TSV, with columns.
[[nodiscard]] bool is_table(TraceFormat format);
/// JSON text.
[[nodiscard]] bool is_json(TraceFormat format);
/// The output of a tool that lists what is there, in the order of names: it is sorted when it is read.
[[nodiscard]] bool is_listing(TraceFormat format);

/// What is known of a format from the first lines of a file.
struct RecognisedFormat {
    TraceFormat format = TraceFormat::csv;
    /// False when nothing spoke for any format: taken for CSV.
    bool certain = true;
};

/// The format of a file whose text begins so (whole lines).
[[nodiscard]] RecognisedFormat recognise_text(std::string_view text);

/// Which format the file has, by its first lines. A file of no known format is taken for CSV.
/// Errors: those of opening (`file-missing`, `file-empty`, ...).
[[nodiscard]] Result<TraceFormat> recognise_trace_format(const std::string& path);

}  // namespace firn::io
