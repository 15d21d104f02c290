#include "core/alternatives/growth_table.hpp"

#include "core/alternatives/finance.hpp"

#include <algorithm>

namespace firn::alternatives {

const std::vector<Rational>& GrowthTable::of(const Rational& yearly_rate) {
    constexpr std::size_t kMost = 32;
    const auto found = std::find_if(known_.begin(), known_.end(),
                                    [&](const auto& known) { return known.first == yearly_rate; });
    if (found != known_.end()) return found->second;
    if (known_.size() == kMost) known_.pop_front();
    return known_.emplace_back(yearly_rate, growth_factors(yearly_rate, months_)).second;
}

}  // namespace firn::alternatives
