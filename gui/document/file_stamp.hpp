#pragma once

#include <string>

namespace firn::gui {

/// A path and when its file was written last: another text of the same file is another question. "" of no
/// path.
[[nodiscard]] std::string stamp_of(const std::string& path);

}  // namespace firn::gui
