#pragma once

#include "core/units/rational.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace firn::alternatives {

/// Units of one capacity that were bought in the same month.
struct Cohort {
    std::size_t bought = 0;  ///< month, from 0
    std::int64_t units = 0;
    Int128 capacity = 0;  ///< bytes of each that may be filled, whole ones
};

/// What happened to the units in one month.
struct FleetMonth {
    std::int64_t for_growth = 0;  ///< bought because more was stored
    std::int64_t renewed = 0;     ///< bought in place of those whose life ended
    std::int64_t retired = 0;
    std::int64_t rewritten = 0;  ///< old enough to be written anew
    Rational failures{};         ///< expected, of those in service
    std::int64_t in_service = 0;
};

struct FleetRules {
    Rational capacity{};         ///< of a unit bought in the first month
    Rational capacity_growth{};  ///< a year, in steps: units bought in year y hold (1 + g)^y times as much
    int life = 60;               ///< months
    int rewrite = 0;             ///< months; 0: never
    Rational yearly_failures{};  ///< of a unit up to its third birthday, expected a year
    Rational yearly_failures_old{};  ///< afterwards
};

/// Units are bought so that what is stored always fits, are replaced when they fail (in the same month, by
/// one of their own size) and bought anew when their life ends. `stored` are bytes at the months' ends. Room
/// is counted in whole bytes: a unit holds at least one, capacities are rounded down and what is stored up.
class Fleet {
  public:
    explicit Fleet(const FleetRules& rules);
    /// The next month.
    FleetMonth advance(const Rational& stored);
    [[nodiscard]] const std::vector<Cohort>& cohorts() const { return cohorts_; }

  private:
    void grow_capacity();
    void retire(FleetMonth& month);
    [[nodiscard]] Int128 held() const;
    /// Expected in a month; the same as in the last one while nothing is bought
    /// or grows old.
    const Rational& failures_of(std::int64_t young, std::int64_t old);

    FleetRules rules_;
    Rational exact_growth_{1};
    Int128 capacity_ = 0;  ///< of a unit that is bought now
    std::size_t month_ = 0;
    std::vector<Cohort> cohorts_;
    std::int64_t failing_young_ = 0;
    std::int64_t failing_old_ = 0;
    Rational failures_{};
};

}  // namespace firn::alternatives
