#include "gui/document/file_stamp.hpp"

#include <filesystem>
#include <system_error>

namespace firn::gui {

std::string stamp_of(const std::string& path) {
    if (path.empty()) return {};
    std::error_code ignored;
    const auto written = std::filesystem::last_write_time(path, ignored);
    return path + "\n" + std::to_string(written.time_since_epoch().count());
}

}  // namespace firn::gui
