#include "core/alternatives/fleet.hpp"

#include "core/units/rational.hpp"

#include <algorithm>

namespace firn::alternatives {

namespace {

constexpr std::size_t kMonths = 12;
constexpr std::size_t kOld = 36;

}  // namespace

Rational Fleet::capacity_now() const {
    Rational capacity = rules_.capacity;
    for (std::size_t year = 0; year < month_ / kMonths; ++year)
        capacity *= 1 + rules_.capacity_growth;
    return round_half_up(capacity, 0);
}

Rational Fleet::held() const {
    Rational sum;
    for (const Cohort& cohort : cohorts_)
        sum += cohort.capacity * cohort.units;
    return sum;
}

FleetMonth Fleet::advance(const Rational& stored) {
    FleetMonth month;
    const Rational before = held();
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
    const Rational capacity = capacity_now();
    const Rational missing = stored - held();
    if (missing > 0) {
        const auto bought = static_cast<std::int64_t>(ceil_of(Rational{missing / capacity}));
        const Rational growth = std::max(Rational{0}, Rational{stored - before});
        month.for_growth = std::min(bought, static_cast<std::int64_t>(ceil_of(Rational{growth / capacity})));
        month.renewed = bought - month.for_growth;
        cohorts_.push_back({month_, bought, capacity});
    }
    for (const Cohort& cohort : cohorts_) {
        const bool is_old = month_ - cohort.bought >= kOld;
        month.failures +=
            cohort.units * (is_old ? rules_.yearly_failures_old : rules_.yearly_failures) / kMonths;
        month.in_service += cohort.units;
    }
    ++month_;
    return month;
}

}  // namespace firn::alternatives
