#include "core/backup/at_risk_meter.hpp"

#include "core/sim/ascending_search.hpp"

#include <algorithm>

namespace firn::backup {

void ArrivedBytes::append(const workload::FileBlock& block) {
    times_.insert(times_.end(), block.arrivals.begin(), block.arrivals.end());
    bytes_before_.reserve(times_.size() + 1);
    std::uint64_t sum = bytes_before_.back();
    for (const Bytes size : block.sizes) {
        bytes_before_.push_back(sum += static_cast<std::uint64_t>(size.count()));
    }
}

void ArrivedBytes::forget_before(Duration until) {
    const auto first = std::lower_bound(times_.begin(), times_.end(), until);
    // Of the files that arrive at `until` itself the first is enough: nobody asks for a time between them.
    const auto second = std::upper_bound(first, times_.end(), until);
    // Moves what is kept only when that is the smaller part: a long backlog would be moved again and again.
    if (static_cast<std::size_t>(second - times_.begin()) * 2 < times_.size()) return;
    const auto sums_first = bytes_before_.begin() + (first - times_.begin());
    if (second - first > 1) {
        bytes_before_.erase(sums_first + 1, sums_first + (second - first));
        times_.erase(first + 1, second);
    }
    bytes_before_.erase(bytes_before_.begin(), sums_first);
    times_.erase(times_.begin(), first);
}

std::uint64_t ArrivedBytes::before(Duration instant, std::size_t& cursor) const {
    cursor = sim::first_not_below(times_, cursor, times_.size(), instant);
    return bytes_before_[cursor];
}

void AtRiskMeter::confirm(Duration done, Bytes bytes) {
    waiting_.push_back({done, static_cast<std::uint64_t>(bytes.count())});
    std::push_heap(waiting_.begin(), waiting_.end(), later);
}

void AtRiskMeter::advance(const ArrivedBytes& arrived, Duration until) {
    std::size_t cursor = 0;
    while (!waiting_.empty() && waiting_.front().done <= until) {
        const Confirmation next = waiting_.front();
        maximum_ = std::max(maximum_, arrived.before(next.done, cursor) - confirmed_);
        confirmed_ += next.bytes;
        std::pop_heap(waiting_.begin(), waiting_.end(), later);
        waiting_.pop_back();
    }
}

}  // namespace firn::backup
