#pragma once

#include <functional>

namespace firn::gui {

/// Whether the desktop prefers dark windows: the setting `color-scheme` of the freedesktop portal where there
/// is one, otherwise the palette that the platform came with.
[[nodiscard]] bool desktop_is_dark();

/// Calls `changed` whenever the desktop's preference changes, as long as the program runs.
void watch_desktop_colours(std::function<void()> changed);

}  // namespace firn::gui
