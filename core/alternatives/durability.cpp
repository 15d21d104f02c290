#include "core/alternatives/durability.hpp"

#include <cmath>

namespace firn::alternatives {

namespace {

constexpr double kHoursPerYear = 8760;
constexpr double kDaysPerYear = 365;

/// 1 - (1 - chance)^times, also where the chance is below the grain of 1.
double at_least_once(double chance, double times) { return -std::expm1(times * std::log1p(-chance)); }

/// The chance of exactly `failed` of `units`.
double exactly(int failed, int units, double chance) {
    double ways = 1;
    for (int i = 0; i < failed; ++i)
        ways = ways * (units - i) / (i + 1);
    return ways * std::pow(chance, failed) * std::pow(1 - chance, units - failed);
}

}  // namespace

double mean_hours_to_loss(const RepairedGroup& group) {
    double step = 1 / (group.units * group.failure_rate);
    double sum = step;
    for (int i = 1; i <= group.tolerated; ++i) {
        const double repairs = group.parallel_repair ? i * group.repair_rate : group.repair_rate;
        step = (1 + repairs * step) / ((group.units - i) * group.failure_rate);
        sum += step;
    }
    return sum;
}

double yearly_loss_of(double mean_hours) { return -std::expm1(-kHoursPerYear / mean_hours); }

double window_loss(const WindowedCode& code) {
    const double chance = -std::expm1(-code.yearly_failures * code.window_days / kDaysPerYear);
    const int units = code.data + code.parity;
    double loss = 0;
    for (int failed = units; failed > code.parity; --failed)
        loss += exactly(failed, units, chance);
    return loss;
}

double yearly_loss_of(const WindowedCode& code) {
    return at_least_once(window_loss(code), kDaysPerYear / code.window_days);
}

double shelf_loss(int copies, double yearly_failures, double check_years) {
    const double chance = -std::expm1(-yearly_failures * check_years);
    return at_least_once(std::pow(chance, copies), 1 / check_years);
}

double unreadable_read(double bytes, double bit_error_rate) {
    constexpr double kBits = 8;
    return at_least_once(bit_error_rate, kBits * bytes);
}

}  // namespace firn::alternatives
