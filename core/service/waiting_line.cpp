#include "core/service/waiting_line.hpp"

namespace firn::service {

void WaitingLine::pop_front() {
    if (returned_goes_first()) {
        returned_.pop_front();
    } else {
        fresh_.pop_front();
        ++fresh_gone_;
    }
}

std::optional<File> WaitingLine::take_first_returned() {
    if (returned_.empty()) return std::nullopt;
    const File first = returned_.front().file;
    returned_.pop_front();
    return first;
}

}  // namespace firn::service
