#pragma once

#include "core/io/trace_row.hpp"

#include <string_view>

namespace firn::io {

// One function a tool, in the file of its name (find_row.cpp, ...): a line of its listing, without its end.

/// `find -printf '%T@ %s %p\n'`: "1362441600.1234567890 25000 photos/a b.jpg".
[[nodiscard]] TraceRow parse_find_row(std::string_view line);

/// `aws s3 ls --recursive`: "2013-03-05 07:30:15      25000 photos/a b.jpg".
[[nodiscard]] TraceRow parse_aws_s3_ls_row(std::string_view line);

/// `rclone lsl`: "    25000 2013-03-05 07:30:15.062626927 photos/a b.jpg". A size of -1 is not known.
[[nodiscard]] TraceRow parse_rclone_lsl_row(std::string_view line);

/// `ls -l --time-style=full-iso` (or long-iso), with -R, -a, -o, -g, -n:
/// "-rw-r--r-- 1 ann staff 25000 2013-03-05 07:30:15.250000000 +0100 a b.jpg".
[[nodiscard]] TraceRow parse_ls_l_row(std::string_view line);

/// GNU `tar -tv`, with or without --full-time: "-rw-r--r-- ann/staff 25000 2013-03-05 07:30 photos/a b.jpg".
[[nodiscard]] TraceRow parse_tar_tv_row(std::string_view line);

}  // namespace firn::io
