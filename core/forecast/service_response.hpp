#pragma once

#include "core/forecast/drawn_bill.hpp"
#include "core/forecast/monthly_usage.hpp"
#include "core/pricing/rounding.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace firn::forecast {

/// How the bill of a whole service answers to more or fewer files than on the central path: known at half,
/// once and twice the arrivals, and on the lines between. Requests go by the archives that are sent in the
/// month, every other charge by the bytes that lie there, both as the monthly usage has them (usage_of()).
/// At the three paths it is the bill of the run. Worked numbers: docs/forecast.md.
class ServiceResponse {
  public:
    /// A path and what a run of it costs.
    struct Run {
        std::vector<MonthlyArrivals> arrivals{};
        DrawnBill bill{};
    };

    /// `runs`: of half, once and twice the arrivals, as scaled() makes them. Amounts between them are rounded
    /// as the mode prints costs: to the cent, or to ten or twelve decimals.
    ServiceResponse(std::array<Run, 3> runs, const StoragePlan& plan, pricing::Rounding rounding);

    /// What these arrivals cost, never below zero a charge but for adjustments.
    [[nodiscard]] DrawnBill at(const std::vector<MonthlyArrivals>& arrivals) const;

  private:
    [[nodiscard]] Money cost_of(usage::ChargeType charge, std::size_t month, const ModelledMonth& here) const;

    std::array<Run, 3> runs_;
    std::array<std::vector<ModelledMonth>, 3> modelled_;
    StoragePlan plan_;
    unsigned places_;
};

/// The arrivals times `numerator` / `denominator`, in whole files and bytes.
[[nodiscard]] std::vector<MonthlyArrivals> scaled(std::vector<MonthlyArrivals> arrivals,
                                                  std::int64_t numerator, std::int64_t denominator);

}  // namespace firn::forecast
