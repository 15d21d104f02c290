#pragma once

#include <string_view>

namespace firn::io {

/// The parts of a line in the long form that `ls -l` and `tar -tv` share: who may do what with it, more that
/// nobody needs, the size, date and time of day, the name.
///
///     -rw-r--r-- 1 ann staff 25000 2013-03-05 07:30:15.250000000 +0100 a b.jpg
///     mode       others      size  time                                name
struct LongLine {
    /// The first character says what it is: '-' a file, 'd' a folder, 'l' a link, ...
    std::string_view mode;
    /// Between mode and size; may hold blanks ("domain users").
    std::string_view others;
    std::string_view size;
    /// With the zone where there is one. Empty when the line has no date in numbers.
    std::string_view time;
    std::string_view name;
};

/// The parts of a line that begins with a mode; all empty for one that does not.
[[nodiscard]] LongLine split_long_line(std::string_view line);

}  // namespace firn::io
