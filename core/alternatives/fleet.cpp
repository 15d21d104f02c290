#include "core/alternatives/fleet.hpp"

#include <algorithm>
#include <utility>

namespace firn::alternatives {

namespace {

constexpr std::size_t kMonths = 12;
constexpr std::size_t kOld = 36;

/// Whole pieces that hold so much; nothing needs none.
std::int64_t pieces_for(Int128 bytes, Int128 capacity) {
    if (bytes <= 0) return 0;
    return static_cast<std::int64_t>((bytes + capacity - 1) / capacity);
}

Int128 whole_bytes(const Integer& value) { return value.convert_to<Int128>(); }

}  // namespace

Fleet::Fleet(const FleetRules& rules)
    : rules_{rules}, capacity_{std::max(Int128{1}, whole_bytes(floor_of(rules.capacity)))} {}

void Fleet::grow_capacity() {
    if (month_ == 0 || month_ % kMonths != 0) return;
    exact_growth_ *= 1 + rules_.capacity_growth;
    capacity_ = std::max(Int128{1}, whole_bytes(floor_of(rules_.capacity * exact_growth_)));
}

void Fleet::retire(FleetMonth& month) {
    std::vector<Cohort> kept;
    for (const Cohort& cohort : cohorts_) {
        const std::size_t age = month_ - cohort.bought;
        if (age >= static_cast<std::size_t>(rules_.life)) {
            month.retired += cohort.units;
            continue;
        }
        if (rules_.rewrite > 0 && age % static_cast<std::size_t>(rules_.rewrite) == 0)
            month.rewritten += cohort.units;
        kept.push_back(cohort);
    }
    cohorts_ = std::move(kept);
}

Int128 Fleet::held() const {
    Int128 sum = 0;
    for (const Cohort& cohort : cohorts_)
        sum += cohort.capacity * cohort.units;
    return sum;
}

const Rational& Fleet::failures_of(std::int64_t young, std::int64_t old) {
    if (young != failing_young_ || old != failing_old_)
        failures_ = (young * rules_.yearly_failures + old * rules_.yearly_failures_old) / kMonths;
    failing_young_ = young;
    failing_old_ = old;
    return failures_;
}

FleetMonth Fleet::advance(const Rational& stored) {
    FleetMonth month;
    grow_capacity();
    const Int128 needed = whole_bytes(ceil_of(stored));
    const Int128 before = held();
    retire(month);
    if (const std::int64_t bought = pieces_for(needed - held(), capacity_); bought > 0) {
        month.for_growth = std::min(bought, pieces_for(needed - before, capacity_));
        month.renewed = bought - month.for_growth;
        cohorts_.push_back({month_, bought, capacity_});
    }
    std::int64_t old = 0;
    for (const Cohort& cohort : cohorts_) {
        month.in_service += cohort.units;
        if (month_ - cohort.bought >= kOld) old += cohort.units;
    }
    month.failures = failures_of(month.in_service - old, old);
    ++month_;
    return month;
}

}  // namespace firn::alternatives
