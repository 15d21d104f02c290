#include "core/service/waiting_line.hpp"

namespace firn::service {

std::optional<File> WaitingLine::take_first_returned() {
    if (returned_.empty()) return std::nullopt;
    const File first = returned_.front().file;
    returned_.pop_front();
    return first;
}

}  // namespace firn::service
