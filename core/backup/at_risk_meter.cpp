#include "core/backup/at_risk_meter.hpp"

#include "core/sim/ascending_search.hpp"

#include <algorithm>
#include <bit>
#include <numeric>

namespace firn::backup {

void ArrivedBytes::append(const workload::FileBlock& block) {
    times_.insert(times_.end(), block.arrivals.begin(), block.arrivals.end());
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

void ArrivedBytes::draw_grid() {
    if (times_.empty()) return;
    const auto span = static_cast<std::uint64_t>((times_.back() - times_.front()).count());
    const auto enough = static_cast<int>(std::bit_width(times_.size() / 2));
    grid_begin_ = times_.front();
    grid_shift_ = static_cast<unsigned>(std::max(0, static_cast<int>(std::bit_width(span)) - enough));
    grid_.assign((span >> grid_shift_) + 1, 0);
    for (std::size_t i = 0; i < times_.size(); ++i) {
        grid_[static_cast<std::size_t>((times_[i] - grid_begin_).count() >> grid_shift_)] =
            bytes_before_[i + 1];
    }
    // Where nothing arrived, as much as before.
    std::partial_sum(grid_.begin(), grid_.end(), grid_.begin(),
                     [](std::uint64_t before, std::uint64_t here) { return std::max(before, here); });
}

std::uint64_t ArrivedBytes::before(Duration instant, std::size_t& cursor) const {
    cursor = sim::first_not_below(times_, cursor, times_.size(), instant);
    return bytes_before_[cursor];
}

void AtRiskMeter::confirm(Duration done, Bytes bytes) {
    const Confirmation confirmation{done, static_cast<std::uint64_t>(bytes.count())};
    if (waiting_.empty() || waiting_.back().done <= done) {
        waiting_.push_back(confirmation);
        return;
    }
    const auto place = std::upper_bound(waiting_.begin(), waiting_.end(), confirmation, earlier);
    waiting_.insert(place, confirmation);
}

void AtRiskMeter::advance(const ArrivedBytes& arrived, Duration until) {
    const auto settled = std::upper_bound(waiting_.begin(), waiting_.end(), Confirmation{until, 0}, earlier);
    std::size_t cursor = 0;
    for (auto next = waiting_.begin(); next != settled; ++next) {
        // Nearly always there was more at risk before.
        if (arrived.most_before(next->done) - confirmed_ > maximum_)
            maximum_ = std::max(maximum_, arrived.before(next->done, cursor) - confirmed_);
        confirmed_ += next->bytes;
    }
    waiting_.erase(waiting_.begin(), settled);
}

}  // namespace firn::backup
