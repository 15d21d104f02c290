#include "core/planner/trace_series.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace firn::planner {

namespace {

using std::chrono::days;
using std::chrono::sys_days;
using workload::PeriodTotal;
using workload::TraceProfile;

constexpr double kYear = 365.25;

template <class Totals>
std::pair<std::size_t, std::size_t> whole_periods(const Totals& totals) {
    return totals.size() > 3 ? std::pair{std::size_t{1}, totals.size() - 1}
                             : std::pair{std::size_t{0}, totals.size()};
}

}  // namespace

SeriesPoint point_at(sys_days day, sys_days origin, double log) {
    const std::chrono::year_month_day date{day};
    return {.years = static_cast<double>((day - origin).count()) / kYear,
            .month = static_cast<int>(static_cast<unsigned>(date.month())) - 1,
            .weekday = static_cast<int>(std::chrono::weekday{day}.iso_encoding()) - 1,
            .log = log};
}

std::vector<SeriesPoint> days_of(const TraceProfile& trace, sys_days origin,
                                 double (*log_of)(const PeriodTotal&)) {
    std::vector<SeriesPoint> points;
    const auto [begin, end] = whole_periods(trace.days);
    for (std::size_t i = begin; i < end; ++i) {
        if (trace.days[i].files > trace.days[i].empty_files)
            points.push_back(point_at(trace.first_day + days{i}, origin, log_of(trace.days[i])));
    }
    return points;
}

std::vector<SeriesPoint> months_of(const TraceProfile& trace, sys_days origin,
                                   double (*log_of)(const workload::MonthTotal&)) {
    std::vector<SeriesPoint> points;
    const bool whole = trace.days.empty();
    const auto [begin, end] =
        whole ? std::pair{std::size_t{0}, trace.months.size()} : whole_periods(trace.months);
    for (std::size_t i = begin; i < end; ++i) {
        const workload::MonthTotal& month = trace.months[i];
        const auto first = std::chrono::floor<days>(month.month.begin());
        if (month.items > 0 && month.bytes > Bytes{0})
            points.push_back(point_at(first + days{month.month.days() / 2}, origin, log_of(month)));
    }
    return points;
}

bool has_dense_days(const TraceProfile& trace) {
    const auto n = static_cast<std::int64_t>(trace.days.size());
    const auto empty = std::count_if(trace.days.begin(), trace.days.end(),
                                     [](const PeriodTotal& day) { return day.files == 0; });
    return n >= 28 && empty * 10 <= n && workload::total_items(trace.months) >= 10 * n;
}

}  // namespace firn::planner
