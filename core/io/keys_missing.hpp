#pragma once

#include <string_view>

namespace firn::io {

/// What to do about files without keys where keys are asked for.
inline constexpr std::string_view kKeysRemedy =
    "give the files keys, such as ann/photos/a.jpg, or set `workload.owners` to draw their owners";

}  // namespace firn::io
