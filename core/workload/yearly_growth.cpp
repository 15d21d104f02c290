#include "core/workload/trace_summary.hpp"

#include <chrono>
#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

namespace firn::workload {

namespace {

/// A month's number since the year 0 and the logarithm of what it has a day.
using Point = std::pair<double, double>;

std::optional<double> growth_of(const std::vector<Point>& points) {
    if (points.size() < 3) return std::nullopt;
    double x = 0;
    double y = 0;
    for (const auto& [month, log] : points) {
        x += month / static_cast<double>(points.size());
        y += log / static_cast<double>(points.size());
    }
    double xy = 0;
    double xx = 0;
    for (const auto& [month, log] : points) {
        xy += (month - x) * (log - y);
        xx += (month - x) * (month - x);
    }
    constexpr double kMonthsPerYear = 12;
    return std::expm1(kMonthsPerYear * xy / xx);
}

double days_of(BillingPeriod month) {
    constexpr double kMicrosecondsPerDay = 86'400'000'000.0;
    return static_cast<double>((month.end() - month.begin()).count()) / kMicrosecondsPerDay;
}

}  // namespace

YearlyGrowth yearly_growth(const MonthlyTotals& months) {
    std::vector<Point> files;
    std::vector<Point> bytes;
    for (std::size_t i = 1; i + 1 < months.size(); ++i) {
        const MonthTotal& total = months[i];
        const double number = static_cast<double>(months_between(months.front().month, total.month));
        if (total.items == 0 || total.bytes == Bytes{}) return {};
        files.emplace_back(number, std::log(static_cast<double>(total.items) / days_of(total.month)));
        bytes.emplace_back(number, std::log(static_cast<double>(total.bytes.count()) / days_of(total.month)));
    }
    return {.files = growth_of(files), .bytes = growth_of(bytes)};
}

}  // namespace firn::workload
