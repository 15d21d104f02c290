#include "core/service/latency_split.hpp"

#include <algorithm>

namespace firn::service {

LatencySplit::LatencySplit(const sim::Kernels& kernels)
    : early_{backup::Quantiles::sketch, kernels}, late_{backup::Quantiles::sketch, kernels} {}

void LatencySplit::split(Duration now, std::uint64_t waiting) {
    at_ = now;
    early_waiting_ = waiting;
}

void LatencySplit::stored(std::span<const Duration> arrivals, Duration now) {
    if (!at_) return early_.add(arrivals, now);
    early_arrivals_.clear();
    late_arrivals_.clear();
    for (const Duration arrival : arrivals) {
        (arrival < *at_ ? early_arrivals_ : late_arrivals_).push_back(arrival);
    }
    early_.add(early_arrivals_, now);
    late_.add(late_arrivals_, now);
    early_waiting_ -= early_arrivals_.size();
}

void LatencySplit::lost(std::span<const Duration> arrivals) {
    if (!at_) return;
    early_waiting_ -= static_cast<std::uint64_t>(
        std::count_if(arrivals.begin(), arrivals.end(), [this](Duration arrival) { return arrival < *at_; }));
}

}  // namespace firn::service
