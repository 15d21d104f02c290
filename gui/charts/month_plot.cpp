#include "gui/charts/month_plot.hpp"

#include "core/forecast/forecast.hpp"
#include "core/pricing/bill.hpp"
#include "gui/text.hpp"
#include "gui/theme.hpp"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <utility>

namespace firn::gui {

namespace {

constexpr double kHeadroom = 1.08;
constexpr double kHalfMonth = 0.6;  // of room beside the first and the last month

QString tr(const char* text) { return QCoreApplication::translate("MonthPlot", text); }

using Costs = std::map<usage::ChargeType, std::vector<Money>>;  ///< each with every month

Costs costs_of(const pricing::Bill& bill) {
    Costs costs;
    for (std::size_t month = 0; month < bill.periods.size(); ++month) {
        for (const pricing::LineItem& line : bill.periods[month].lines) {
            std::vector<Money>& months = costs[line.charge];
            months.resize(bill.periods.size());
            months[month] += line.cost;
        }
    }
    return costs;
}

Curve bars_of(usage::ChargeType charge, const std::vector<Money>& months, const pricing::Bill& bill) {
    Curve curve{.name = spoken(charge), .colour = colour_of(charge), .drawn = Drawn::bar};
    for (std::size_t month = 0; month < months.size(); ++month) {
        curve.points.emplace_back(static_cast<double>(month), position_of(months[month]));
        curve.tips.push_back(
            months[month].is_zero()
                ? QString{}
                : QStringLiteral("%1: %2").arg(
                      curve.name, amount_text(months[month], bill) + QChar::Nbsp + from_utf8(bill.currency)));
    }
    return curve;
}

/// "Forecast of 2013-03: 12.00 USD (P50), 80 % of the draws between 10.00 and 15.00"
QString forecast_tip(const forecast::ForecastMonth& month, const pricing::Bill& bill) {
    return tr("Forecast of %1: %2 (P50), 80 % of the draws between %3 and %4")
        .arg(from_utf8(to_text(month.month)), amount_text(month.total.p50, bill.total, bill.currency),
             amount_text(month.total.p10, bill.total, {}), amount_text(month.total.p90, bill.total, {}));
}

}  // namespace

PlotContent cost_by_month(const pricing::Bill& bill) {
    PlotContent content;
    content.name = tr("Monthly bills");
    content.description = tr("What each month costs, stacked by charge.");
    content.y.title = tr("Cost of a month, %1").arg(from_utf8(bill.currency));
    content.x.title = tr("Month");
    if (bill.periods.empty()) return content;
    content.x.from = -kHalfMonth;
    content.x.to = static_cast<double>(bill.periods.size()) - 1 + kHalfMonth;
    content.x.ticks = month_ticks(bill.periods.front().month);
    for (const auto& [charge, months] : costs_of(bill))
        content.curves.push_back(bars_of(charge, months, bill));
    double most = 0;
    double least = 0;
    for (std::size_t month = 0; month < bill.periods.size(); ++month) {
        const pricing::PeriodBill& period = bill.periods[month];
        most = std::max(most, position_of(period.total));
        least = std::min(least, position_of(period.total));
        if (!content.curves.empty())
            content.curves.front().tips[month].prepend(
                QStringLiteral("<b>%1: %2</b>%3")
                    .arg(from_utf8(to_text(period.month)),
                         amount_text(period.total, bill) + QChar::Nbsp + from_utf8(bill.currency),
                         content.curves.front().tips[month].isEmpty() ? QString{} : QStringLiteral("<br>")));
    }
    content.y.from = least * kHeadroom;
    content.y.to = most > 0 ? most * kHeadroom : 1;
    return content;
}

void add_forecast(PlotContent& content, const pricing::Bill& bill, const forecast::Forecast& forecast) {
    if (bill.periods.empty()) return;
    Curve curve{.name = tr("Forecast, P10 to P90 with P50"), .colour = {}, .drawn = Drawn::whisker};
    for (const forecast::ForecastMonth& month : forecast.months) {
        const int at = months_between(bill.periods.front().month, month.month);
        if (at < 0) continue;
        curve.points.emplace_back(at, position_of(month.total.p50));
        curve.spans.push_back({position_of(month.total.p10), position_of(month.total.p90)});
        curve.tips.push_back(forecast_tip(month, bill));
        content.x.to = std::max(content.x.to, at + kHalfMonth);
        content.y.to = std::max(content.y.to, position_of(month.total.p90) * kHeadroom);
    }
    if (!curve.points.empty()) content.curves.push_back(std::move(curve));
}

}  // namespace firn::gui
