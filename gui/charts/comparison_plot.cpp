#include "gui/charts/comparison_plot.hpp"

#include "core/alternatives/comparison.hpp"
#include "core/report/compare_sentences.hpp"
#include "gui/text.hpp"
#include "gui/theme.hpp"

#include <QCoreApplication>

#include <algorithm>
#include <cstddef>
#include <vector>

namespace firn::gui {

namespace {

using alternatives::BreakEven;
using alternatives::Outcome;
using alternatives::Results;

constexpr double kHeadroom = 1.06;
constexpr double kLabelRoom = 1.14;  // a label stands above the highest box
constexpr double kBoxMargin = 0.8;
constexpr int kFar = 3;      // times what the cheapest costs
constexpr int kColours = 6;  // of colour_of_curve(); what comes after them is dashed

QString tr(const char* text) { return QCoreApplication::translate("ComparisonPlot", text); }

QString name_of(const Results& results, std::size_t outcome) {
    return from_utf8(results.outcomes[outcome].alternative.name);
}

QString month_of(const Results& results, std::size_t month) {
    return from_utf8(report::month_name(results, month));
}

/// Whether an alternative costs so much more than the two cheapest that it would press them to the bottom.
bool is_far_off(const Outcome& outcome, const Results& results) {
    std::vector<Money> totals;
    for (const Outcome& one : results.outcomes)
        totals.push_back(one.figures.total);
    std::sort(totals.begin(), totals.end());
    const Money& second = totals[std::min<std::size_t>(1, totals.size() - 1)];
    return outcome.figures.total > Money{second.amount() * kFar};
}

/// Of the alternatives that are not far off.
Money largest_sum(const Results& results) {
    Money largest;
    for (const Outcome& outcome : results.outcomes) {
        if (is_far_off(outcome, results)) continue;
        for (const Money& sum : alternatives::sums_of(outcome.figures))
            largest = std::max(largest, sum);
    }
    return largest;
}

Curve sums_of(const Results& results, std::size_t index, const Money& largest) {
    const int n = static_cast<int>(index);
    Curve curve{.name = name_of(results, index),
                .colour = colour_of_curve(n),
                .dash = n >= kColours ? Dash::dashed : Dash::none};
    const std::vector<Money> sums = alternatives::sums_of(results.outcomes[index].figures);
    for (std::size_t month = 0; month < sums.size(); ++month) {
        curve.points.emplace_back(static_cast<double>(month), position_of(sums[month]));
        curve.tips.push_back(QStringLiteral("%1: %2").arg(
            curve.name.toHtmlEscaped(), amount_text(sums[month], largest, results.comparison.currency)));
    }
    return curve;
}

/// Where the answer's cheapest and each other one meet for good.
Curve break_even_of(const Results& results) {
    Curve curve{.name = tr("break-even with the cheapest"),
                .colour = {},
                .drawn = Drawn::symbol,
                .symbol = Symbol::ring};
    const std::size_t best = results.ranking.front();
    for (const BreakEven& one : results.break_even) {
        const bool is_of_best = one.cheaper == best || one.dearer == best;
        if (!is_of_best || one.month == 0 || one.month >= results.demand.months.size()) continue;
        const Money sum = alternatives::sums_of(results.outcomes[one.cheaper].figures)[one.month];
        curve.points.emplace_back(static_cast<double>(one.month), position_of(sum));
        curve.tips.push_back(tr("<b>From %1 on</b> %2 costs less in sum than %3")
                                 .arg(month_of(results, one.month),
                                      name_of(results, one.cheaper).toHtmlEscaped(),
                                      name_of(results, one.dearer).toHtmlEscaped()));
    }
    return curve;
}

QString title_of(const Results& results) {
    const QString title = tr("Paid so far, %1").arg(from_utf8(results.comparison.currency));
    const bool is_cut = std::any_of(results.outcomes.begin(), results.outcomes.end(),
                                    [&](const Outcome& one) { return is_far_off(one, results); });
    return is_cut ? title + tr("; above three times the second cheapest it leaves the chart") : title;
}

/// Where an alternative is nowhere to be seen, the legend says where it is.
void remark_on_absent(PlotContent& content) {
    for (Curve& curve : content.curves) {
        const bool is_seen = std::any_of(curve.points.begin(), curve.points.end(),
                                         [&](const QPointF& point) { return point.y() <= content.y.to; });
        if (!is_seen) curve.remark = tr("above the chart");
    }
}

/// What one month costs is no line: a box for each alternative, its name below.
void show_boxes(PlotContent& content, const Results& results) {
    std::vector<QString> names;
    Money largest;
    for (const Outcome& outcome : results.outcomes)
        largest = std::max(largest, alternatives::sums_of(outcome.figures).front());
    content.y.to = largest.is_zero() ? 1 : position_of(largest) * kLabelRoom;
    for (std::size_t index = 0; index < results.outcomes.size(); ++index) {
        const Money cost = alternatives::sums_of(results.outcomes[index].figures).front();
        const auto at = static_cast<double>(index);
        names.push_back(name_of(results, index));
        content.y.from = std::min(content.y.from, position_of(cost) * kLabelRoom);
        content.curves.push_back({.name = names.back(),
                                  .colour = {},
                                  .drawn = Drawn::step,
                                  .points = {{at, position_of(cost)}},
                                  .tips = {tr("<b>%1, %2</b>: %3")
                                               .arg(names.back().toHtmlEscaped(), month_of(results, 0),
                                                    amount_text(cost, largest, results.comparison.currency))},
                                  .spans = {{0, position_of(cost)}},
                                  .colours = {colour_of_curve(static_cast<int>(index))},
                                  .labels = {amount_text(cost, largest, {})}});
    }
    content.y.title = tr("Paid in the month, %1").arg(from_utf8(results.comparison.currency));
    content.x = {.title = {},
                 .from = -kBoxMargin,
                 .to = static_cast<double>(names.size()) - 1 + kBoxMargin,
                 .ticks = name_ticks(names),
                 .label_rows = 2};
}

/// The first tip of a month says which month it is.
void head_tips(PlotContent& content, const Results& results) {
    std::vector<QString>& tips = content.curves.front().tips;
    for (std::size_t month = 0; month < tips.size(); ++month)
        tips[month].prepend(tr("<b>Paid until the end of %1</b><br>").arg(month_of(results, month)));
}

}  // namespace

PlotContent cumulative_cost(const Results& results) {
    PlotContent content;
    content.name = tr("Cumulative cost");
    content.description = tr("What each alternative has cost in sum until the end of each month.");
    if (results.demand.months.size() == 1) {
        show_boxes(content, results);
        return content;
    }
    content.x = {.title = tr("Month"),
                 .from = 0,
                 .to = static_cast<double>(results.demand.months.size()) - 1,
                 .ticks = month_ticks(results.demand.months.front().month)};
    const Money largest = largest_sum(results);
    content.y = {.title = title_of(results),
                 .from = 0,
                 .to = largest.is_zero() ? 1 : position_of(largest) * kHeadroom};
    for (std::size_t index = 0; index < results.outcomes.size(); ++index) {
        content.curves.push_back(sums_of(results, index, largest));
        for (const QPointF& point : content.curves.back().points)
            content.y.from = std::min(content.y.from, point.y() * kHeadroom);
    }
    remark_on_absent(content);
    head_tips(content, results);
    Curve meetings = break_even_of(results);
    if (!meetings.points.empty()) content.curves.push_back(std::move(meetings));
    return content;
}

}  // namespace firn::gui
