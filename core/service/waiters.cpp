#include "core/service/waiters.hpp"

namespace firn::service {

std::uint32_t Waiters::add(const Waiter& waiter) {
    if (unused_ == kNobody) {
        unused_ = static_cast<std::uint32_t>(waiters_.size());
        waiters_.emplace_back();
    }
    const std::uint32_t at = unused_;
    unused_ = waiters_[at].next;
    waiters_[at] = waiter;
    return at;
}

std::uint32_t Waiters::chain(std::uint32_t first, std::uint32_t others) {
    std::uint32_t* end = &first;
    while (*end != kNobody) {
        end = &waiters_[*end].next;
    }
    *end = others;
    return first;
}

}  // namespace firn::service
