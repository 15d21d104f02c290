#pragma once

#include "core/forecast/monthly_usage.hpp"
#include "core/pricing/bill.hpp"
#include "core/units/money.hpp"
#include "core/usage/charge_type.hpp"

#include <map>
#include <vector>

namespace firn::forecast {

/// A month of one draw: what it costs, by charge, and the bytes that arrive in it.
struct DrawnMonth {
    Money total{};
    std::map<usage::ChargeType, Money> by_charge{};
    double bytes = 0;
};
using DrawnBill = std::vector<DrawnMonth>;

/// The bill of these arrivals, a month each.
[[nodiscard]] DrawnBill drawn_bill(const pricing::Bill& bill, const std::vector<MonthlyArrivals>& arrivals);

/// Sum of the months.
[[nodiscard]] Money total_of(const DrawnBill& bill);

}  // namespace firn::forecast
