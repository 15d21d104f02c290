#include "core/service/file_lines.hpp"

namespace firn::service {

void FileLines::rejoin(const File& file) {
    if (file.from_backfill()) {
        backfill_->rejoin(file);
    } else {
        live_.rejoin(file);
    }
}

std::optional<File> FileLines::take_first_returned() {
    if (auto first = live_.take_first_returned()) return first;
    return backfill_ ? backfill_->take_first_returned() : std::nullopt;
}

}  // namespace firn::service
