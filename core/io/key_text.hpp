#pragma once

#include "core/io/trace_format.hpp"

#include <string>
#include <string_view>

namespace firn::io {

/// The key that stands in a row of this format, as the format writes it: a doubled quote of CSV is one, an
/// escape of JSON (\n, \u00e9) and a code of an inventory (%2C, + for a blank) are the characters that they
/// stand for; what is none stays as it is. The result is `written` or a view of `room`.
[[nodiscard]] std::string_view key_text(TraceFormat format, std::string_view written, std::string& room);

}  // namespace firn::io
