#include "gui/charts/restore_plots.hpp"

#include "core/report/restore_words.hpp"
#include "core/restore/plan.hpp"
#include "gui/text.hpp"
#include "gui/theme.hpp"

#include <QCoreApplication>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <utility>

namespace firn::gui {

namespace {

using restore::Pacing;
using restore::RestorePlan;
using restore::Way;

constexpr double kHeadroom = 1.06;
constexpr double kNear = 3;  // times what there is to be seen: how far off a limit is still shown
constexpr double kWideHeadroom = 1.12;
constexpr double kLogMargin = 0.15;  // of a power of ten
constexpr double kLimitMargin = 0.06;
constexpr double kSymbolWidth = 0.015;  // of an axis, as charts are usually drawn
constexpr double kSymbolHeight = 0.03;
constexpr int kColourOfMixes = 3;

QString tr(const char* text) { return QCoreApplication::translate("RestorePlots", text); }

double hours_of(Duration duration) {
    return std::chrono::duration<double, std::ratio<3600>>(duration).count();
}

Symbol symbol_of(Pacing pacing) {
    switch (pacing) {
        case Pacing::none:
            return Symbol::disc;
        case Pacing::link:
            return Symbol::square;
        case Pacing::deadline:
            return Symbol::triangle;
        case Pacing::free:
            return Symbol::diamond;
        case Pacing::capacity:
            return Symbol::cross;
    }
    return Symbol::disc;
}

/// "Bulk, all at once"; mixes of tiers go under one name.
QString group_of(const Way& way, const RestorePlan& plan) {
    if (way.tiers.size() > 1) return tr("Mixes of tiers");
    const QString words = from_utf8(report::way_text(way, plan));
    return words.left(1).toUpper() + words.mid(1);
}

QString tip_of(const Way& way, const RestorePlan& plan) {
    const QString words = from_utf8(report::way_text(way, plan)).toHtmlEscaped();
    QString tip = tr("<b>%1</b><br>Back after %2 at the latest, typically %3<br>Costs %4")
                      .arg(words, from_utf8(report::time_text(way.longest.ends)),
                           from_utf8(report::time_text(way.typical.ends)),
                           amount_text(way.cost, way.cost, plan.service.book.currency));
    if (!way.meets_deadline) tip += QStringLiteral("<br>") + tr("Misses the deadline");
    if (!way.within_budget) tip += QStringLiteral("<br>") + tr("Above the budget");
    if (!way.copies_last) tip += QStringLiteral("<br>") + tr("Copies end before they are downloaded");
    return tip;
}

/// Where hours stand: evenly, or by their logarithm where the slowest way takes many times the quickest.
class HoursAxis {
  public:
    explicit HoursAxis(const RestorePlan& plan) {
        Duration least = plan.ways.front().longest.ends;
        Duration most = least;
        for (const Way& way : plan.ways) {
            least = std::min(least, way.longest.ends);
            most = std::max(most, way.longest.ends);
        }
        is_log_ = least.count() > 0 && most / least >= kManyTimes;
    }

    [[nodiscard]] double at(Duration time) const {
        return is_log_ ? std::log10(std::max(hours_of(time), kLeastHours)) : hours_of(time);
    }
    [[nodiscard]] QPointF of(const Way& way) const { return {at(way.longest.ends), position_of(way.cost)}; }
    [[nodiscard]] bool is_log() const { return is_log_; }

  private:
    static constexpr std::int64_t kManyTimes = 20;
    static constexpr double kLeastHours = 0.001;

    bool is_log_ = false;
};

/// The least that so many hours cost: down where a cheaper way is ready.
Curve least_cost(const RestorePlan& plan, const HoursAxis& axis) {
    Curve curve{.name = tr("Least cost within so many hours"), .colour = colour_of_curve(5)};
    for (const Way& way : plan.curve) {
        const QPointF place = axis.of(way);
        if (!curve.points.empty()) {
            curve.points.emplace_back(place.x(), curve.points.back().y());
            curve.tips.push_back(curve.tips.back());
        }
        curve.points.push_back(place);
        curve.tips.push_back(tip_of(way, plan));
    }
    return curve;
}

std::vector<Curve> groups_of(const RestorePlan& plan, const HoursAxis& axis) {
    std::vector<Curve> groups;
    for (const Way& way : plan.ways) {
        const QString name = group_of(way, plan);
        auto group =
            std::find_if(groups.begin(), groups.end(), [&](const Curve& one) { return one.name == name; });
        if (group == groups.end()) {
            const int colour = way.tiers.size() > 1 ? kColourOfMixes : static_cast<int>(way.tiers.front());
            groups.push_back({.name = name,
                              .colour = colour_of_curve(colour),
                              .drawn = Drawn::symbol,
                              .symbol = way.tiers.size() > 1 ? Symbol::diamond : symbol_of(way.pacing)});
            group = std::prev(groups.end());
        }
        group->points.push_back(axis.of(way));
        group->tips.push_back(tip_of(way, plan));
    }
    return groups;
}

Curve chosen_of(const RestorePlan& plan, const HoursAxis& axis) {
    const Way& way = plan.ways[plan.chosen];
    return {.name = tr("Chosen"),
            .colour = {},
            .drawn = Drawn::symbol,
            .points = {axis.of(way)},
            .tips = {},
            .symbol = Symbol::ring};
}

/// From a little below the least to a little above the most; from nought where that is near.
void fit(PlotAxis& axis, double least, double most) {
    const double margin = (most > least ? most - least : most) * 0.12;
    axis.from = least < most / 2 ? 0 : std::max(0.0, least - margin);
    axis.to = most + margin > axis.from ? most + margin : axis.from + 1;
}

void fit(PlotContent& content, const HoursAxis& axis) {
    double least_x = 0;
    double least_y = 0;
    bool is_first = true;
    QPointF most;
    for (const Curve& curve : content.curves) {
        for (const QPointF& point : curve.points) {
            least_x = is_first ? point.x() : std::min(least_x, point.x());
            least_y = is_first ? point.y() : std::min(least_y, point.y());
            most = {std::max(most.x(), point.x()), std::max(most.y(), point.y())};
            is_first = false;
        }
    }
    fit(content.y, least_y, most.y());
    if (content.y.from > 0) content.y.title += tr(" (not from zero)");
    content.x.from = axis.is_log() ? least_x - kLogMargin : 0;
    content.x.to = axis.is_log() ? most.x() + kLogMargin : most.x() * kWideHeadroom;
    if (axis.is_log()) content.x.ticks = log_ticks;
}

/// Whether two symbols would cover each other.
bool do_meet(const PlotContent& content, const QPointF& one, const QPointF& other) {
    return std::abs(one.x() - other.x()) < kSymbolWidth * (content.x.to - content.x.from) &&
           std::abs(one.y() - other.y()) < kSymbolHeight * (content.y.to - content.y.from);
}

/// Where symbols cover each other the topmost says how many there are, and pointing at it tells of each.
void count_ways_that_meet(PlotContent& content) {
    std::vector<QPointF> before;  // from the topmost down
    for (auto curve = content.curves.rbegin(); curve != content.curves.rend(); ++curve) {
        if (curve->drawn != Drawn::symbol || curve->tips.empty()) continue;
        curve->labels.resize(curve->points.size());
        for (std::size_t i = curve->points.size(); i-- > 0;) {
            const QPointF place = curve->points[i];
            const auto meets = [&](const QPointF& other) { return do_meet(content, place, other); };
            const bool is_topmost = std::none_of(before.begin(), before.end(), meets);
            before.push_back(place);
            if (!is_topmost) continue;
            std::ptrdiff_t here = 0;
            for (const Curve& one : content.curves) {
                if (one.drawn == Drawn::symbol && !one.tips.empty())
                    here += std::count_if(one.points.begin(), one.points.end(), meets);
            }
            if (here > 1) curve->labels[i] = tr("%1 ways").arg(here);
        }
    }
}

/// A limit is shown where it is near enough to matter.
void make_room(PlotAxis& axis, double limit) {
    const double shown = axis.to - axis.from;
    if (limit > axis.to && limit - axis.from < kNear * shown) axis.to = limit + shown * kLimitMargin;
    if (limit < axis.from) axis.from = limit - shown * kLimitMargin;
}

Curve steps_of(const QString& name, int colour, std::vector<std::pair<Duration, Bytes>> events) {
    Curve curve{.name = name, .colour = colour_of_curve(colour)};
    std::stable_sort(events.begin(), events.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    Bytes sum;
    curve.points.emplace_back(0, 0);
    curve.tips.emplace_back();
    for (const auto& [at, bytes] : events) {
        curve.points.emplace_back(hours_of(at), static_cast<double>(sum.count()));
        curve.tips.push_back(curve.tips.back());
        sum += bytes;
        curve.points.emplace_back(hours_of(at), static_cast<double>(sum.count()));
        curve.tips.push_back(
            tr("%1 after %2: %3").arg(name, from_utf8(report::time_text(at)), rough_text(sum)));
    }
    return curve;
}

}  // namespace

PlotContent cost_by_hours(const RestorePlan& plan, const RestoreLimits& limits) {
    const HoursAxis axis{plan};
    PlotContent content;
    content.name = tr("Cost by hours");
    content.description = tr("Each way of the restore by the hours it takes at most and what it costs.");
    content.x.title = tr("Hours until everything is back, at most");
    content.y.title = tr("Cost of the restore, %1").arg(from_utf8(plan.service.book.currency));
    content.curves.push_back(least_cost(plan, axis));
    for (Curve& group : groups_of(plan, axis))
        content.curves.push_back(std::move(group));
    content.curves.push_back(chosen_of(plan, axis));
    fit(content, axis);
    count_ways_that_meet(content);
    if (limits.within) {
        make_room(content.x, axis.at(*limits.within));
        content.uprights.push_back(
            {axis.at(*limits.within), tr("deadline %1").arg(from_utf8(report::time_text(*limits.within)))});
    }
    if (limits.budget) {
        make_room(content.y, position_of(*limits.budget));
        content.limits.push_back(
            {position_of(*limits.budget),
             tr("budget %1").arg(amount_text(*limits.budget, *limits.budget, plan.service.book.currency))});
    }
    return content;
}

PlotContent course_of_restore(const Way& way) {
    PlotContent content;
    content.name = tr("Course of the restore");
    content.description = tr("What is asked for, ready and downloaded in the course of the hours.");
    content.x.title = tr("Hours since the start, at most");
    content.y = {.title = tr("Bytes of the chosen way"), .ticks = byte_ticks};
    std::vector<std::pair<Duration, Bytes>> asked;
    std::vector<std::pair<Duration, Bytes>> ready;
    std::vector<std::pair<Duration, Bytes>> back;
    Bytes all;
    for (std::size_t i = 0; i < way.rounds.size(); ++i) {
        const restore::Round& round = way.rounds[i];
        const restore::RoundTimes& times = way.longest.rounds[i];
        asked.emplace_back(round.at, round.bytes);
        ready.emplace_back(times.ready, round.bytes);
        back.emplace_back(times.downloaded, round.bytes);
        all += round.bytes;
    }
    content.curves = {steps_of(tr("Asked for"), 1, std::move(asked)),
                      steps_of(tr("Ready"), 0, std::move(ready)),
                      steps_of(tr("Downloaded"), 2, std::move(back))};
    content.x.to = std::max(hours_of(way.longest.ends), 1.0 / 60) * kHeadroom;
    content.y.to = std::max(1.0, static_cast<double>(all.count())) * kHeadroom;
    for (Curve& curve : content.curves) {
        curve.points.emplace_back(content.x.to, curve.points.back().y());
        curve.tips.push_back(curve.tips.back());
    }
    return content;
}

}  // namespace firn::gui
