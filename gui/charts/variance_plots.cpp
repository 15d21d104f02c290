#include "gui/charts/variance_plots.hpp"

#include "core/forecast/bridge_parts.hpp"
#include "core/report/variance_report.hpp"
#include "gui/charts/waterfall.hpp"
#include "gui/text.hpp"
#include "gui/theme.hpp"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace firn::gui {

namespace {

constexpr double kHeadroom = 1.1;
constexpr double kHalfMonth = 0.6;  // of room beside the first and the last month

QString tr(const char* text) { return QCoreApplication::translate("VariancePlots", text); }

QString band_tip(const forecast::BudgetMonth& month, const forecast::Budget& budget) {
    return tr("Budget of %1: %2 (P50), from %3 (P10) to %4 (P90)")
        .arg(from_utf8(to_text(month.month)), amount_text(month.p50, month.p90, budget.currency),
             amount_text(month.p10, month.p90, {}), amount_text(month.p90, month.p90, {}));
}

Curve band_of(const forecast::Budget& budget, BillingPeriod first) {
    Curve curve{.name = tr("Budget, P10 to P90 with P50"), .colour = {}, .drawn = Drawn::whisker};
    for (const forecast::BudgetMonth& month : budget.months) {
        curve.points.emplace_back(months_between(first, month.month), position_of(month.p50));
        curve.spans.push_back({position_of(month.p10), position_of(month.p90)});
        curve.tips.push_back(band_tip(month, budget));
    }
    return curve;
}

/// Months inside or outside their band; all others are zero.
Curve bars_of(const forecast::Variance& variance, BillingPeriod first, bool is_inside) {
    Curve curve{.name = is_inside ? tr("Billed, inside its band") : tr("Billed, outside its band"),
                .colour = is_inside ? colour_of_fall() : colour_of_rise(),
                .drawn = Drawn::bar};
    for (std::size_t i = 0; i < variance.budget.months.size(); ++i)
        curve.points.emplace_back(static_cast<double>(i), 0);
    curve.tips.resize(curve.points.size());
    for (const forecast::VarianceMonth& month : variance.months) {
        if (month.is_inside != is_inside) continue;
        const auto at = static_cast<std::size_t>(months_between(first, month.budget.month));
        curve.points[at].setY(position_of(month.actual));
        const QString place = from_utf8(report::band_place(month));
        curve.tips[at] = tr("<b>%1: %2 billed</b>, %3")
                             .arg(from_utf8(to_text(month.budget.month)),
                                  amount_text(month.actual, variance.actual, variance.budget.currency),
                                  month.is_open ? place : tr("%1 its band").arg(place));
    }
    return curve;
}

/// Why a part is there, for the tooltip.
QString explanation_of(const std::string& part) {
    if (part == "price") return tr("other prices for what was used");
    if (part == "volume") return tr("more or less of everything, at budget prices");
    if (part == "mix") return tr("other shares of the lines, at budget prices");
    if (part == "one-off") return tr("what the budget does not have");
    if (part == "calendar") return tr("the month is billed up to a day only");
    return tr("costs without quantities");
}

}  // namespace

PlotContent billed_in_band(const forecast::Variance& variance) {
    PlotContent content;
    const forecast::Budget& budget = variance.budget;
    const BillingPeriod first = budget.months.front().month;
    content.name = tr("Billed months and their bands");
    content.description = tr("What was billed each month beside the band of the budget.");
    content.y.title = tr("Billed, and the budget's band, %1").arg(from_utf8(budget.currency));
    content.x = {.title = {},
                 .from = -kHalfMonth,
                 .to = static_cast<double>(budget.months.size()) - 1 + kHalfMonth,
                 .ticks = month_ticks(first)};
    content.curves = {bars_of(variance, first, true), bars_of(variance, first, false),
                      band_of(budget, first)};
    double most = 0;
    for (const forecast::BudgetMonth& month : budget.months)
        most = std::max(most, position_of(month.p90));
    for (const forecast::VarianceMonth& month : variance.months)
        most = std::max(most, position_of(month.actual));
    content.y.to = most > 0 ? most * kHeadroom : 1;
    return content;
}

PlotContent bridge_steps(const forecast::Variance& variance, std::optional<std::size_t> month) {
    const forecast::VarianceMonth* chosen = month ? &variance.months[*month] : nullptr;
    const Money planned = chosen != nullptr ? chosen->planned : variance.planned;
    const Money actual = chosen != nullptr ? chosen->actual : variance.actual;
    std::vector<WaterfallPart> parts;
    for (const forecast::BridgePart& part :
         forecast::shown_parts(chosen != nullptr ? chosen->bridge : variance.bridge, planned, actual))
        parts.push_back({spoken(part.name), part.amount, explanation_of(part.name)});
    const QString when = chosen != nullptr ? from_utf8(to_text(chosen->budget.month)) : tr("to date");
    const Money shown{round_half_up(planned.amount(), 2)};
    PlotContent content = waterfall({tr("Budget"), shown, {}}, parts, tr("Billed"),
                                    tr("From budget to billed, %1").arg(when), variance.budget.currency);
    content.name = tr("Bridge");
    return content;
}

}  // namespace firn::gui
