#include "gui/charts/size_plots.hpp"

#include "core/planner/plan.hpp"
#include "core/scenario/scenario.hpp"
#include "gui/text.hpp"
#include "gui/theme.hpp"

#include <QCoreApplication>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace firn::gui {

namespace {

using planner::Plan;
using planner::SizeOutcome;

constexpr double kHeadroom = 1.08;   // above the highest value
constexpr double kShadeRoom = 1.18;  // the same, with room for the name of a shade

QString tr(const char* text) { return QCoreApplication::translate("SizePlots", text); }

double log_of(Bytes size) { return std::log2(static_cast<double>(size.count())); }

double seconds_of(Duration duration) { return std::chrono::duration<double>(duration).count(); }

PlotContent over_sizes(const Plan& plan, std::size_t marked) {
    PlotContent content;
    content.x = {.title = {},
                 .from = log_of(plan.sizes.front().bundle_size),
                 .to = log_of(plan.sizes.back().bundle_size),
                 .ticks = doubling_ticks};
    if (content.x.from == content.x.to) content.x.to += 1;
    Marker marker{.stops = {}, .at = marked, .label = {}};
    for (const SizeOutcome& outcome : plan.sizes)
        marker.stops.push_back(log_of(outcome.bundle_size));
    content.marker = std::move(marker);
    return content;
}

Money cost_of(const SizeOutcome& outcome, usage::ChargeType charge) {
    const auto found = std::find_if(outcome.cost_by_charge.begin(), outcome.cost_by_charge.end(),
                                    [charge](const auto& part) { return part.first == charge; });
    return found == outcome.cost_by_charge.end() ? Money{} : found->second;
}

/// The charges that any of the sizes pays, in the order of a bill.
std::vector<usage::ChargeType> charges_of(const Plan& plan) {
    std::vector<usage::ChargeType> charges;
    for (const SizeOutcome& outcome : plan.sizes) {
        for (const auto& [charge, cost] : outcome.cost_by_charge)
            charges.push_back(charge);
    }
    std::sort(charges.begin(), charges.end());
    charges.erase(std::unique(charges.begin(), charges.end()), charges.end());
    return charges;
}

Curve cost_curve(const Plan& plan, usage::ChargeType charge) {
    Curve curve{.name = spoken(charge), .colour = colour_of(charge), .drawn = Drawn::area};
    for (const SizeOutcome& outcome : plan.sizes) {
        const Money cost = cost_of(outcome, charge);
        curve.points.emplace_back(log_of(outcome.bundle_size), position_of(cost));
        curve.tips.push_back(QStringLiteral("%1: %2").arg(
            curve.name, amount_text(cost, plan.bill.total_exact, plan.bill.currency)));
    }
    return curve;
}

/// The first tip of a size says which size it is.
void head_tips(PlotContent& content, const Plan& plan) {
    if (content.curves.empty()) return;
    for (std::size_t i = 0; i < plan.sizes.size(); ++i) {
        const SizeOutcome& outcome = plan.sizes[i];
        content.curves.front().tips[i].prepend(
            tr("<b>Bundles of %1: %2 in all</b><br>")
                .arg(from_utf8(to_text(outcome.bundle_size)),
                     amount_text(outcome.cost, plan.bill.total_exact, plan.bill.currency)));
    }
}

double highest(const PlotContent& content) {
    double most = 0;
    for (const Curve& curve : content.curves) {
        for (const QPointF& point : curve.points)
            most = std::max(most, point.y());
    }
    return most > 0 ? most : 1;
}

/// The target is shown where it is near enough to matter; otherwise it is only told.
void add_target(PlotContent& content, double target, const QString& label, const QString& tip) {
    const double most = highest(content);
    content.limits.push_back({target, label, tip});
    if (target < 4 * most) content.y.to = std::max(content.y.to, target * kHeadroom * kHeadroom);
}

QString share_text(scenario::LatencyQuantile quantile) {
    switch (quantile) {
        case scenario::LatencyQuantile::p50:
            return tr("50 % of the files");
        case scenario::LatencyQuantile::p95:
            return tr("95 % of the files");
        case scenario::LatencyQuantile::p99:
            return tr("99 % of the files");
        case scenario::LatencyQuantile::max:
            return tr("All files");
    }
    return {};
}

}  // namespace

PlotContent cost_by_size(const Plan& plan, std::size_t marked) {
    PlotContent content = over_sizes(plan, marked);
    content.name = tr("Cost by bundle size");
    content.description = tr("What each bundle size costs over all months, stacked by charge.");
    const std::size_t months = plan.replay.months.size();
    content.y.title = (months == 1 ? tr("Cost of the month") : tr("Cost over all %1 months").arg(months)) +
                      QStringLiteral(", ") + from_utf8(plan.bill.currency);
    for (const usage::ChargeType charge : charges_of(plan))
        content.curves.push_back(cost_curve(plan, charge));
    head_tips(content, plan);
    double most = 0;
    for (const SizeOutcome& outcome : plan.sizes)
        most = std::max(most, position_of(outcome.cost));
    content.y.to = most > 0 ? most * kShadeRoom : 1;
    const planner::FlatRegion& flat = plan.recommendation.flat_1pct;
    content.shades.push_back(
        {log_of(flat.from), log_of(flat.to), tr("within 1 % of the cheapest"),
         tr("From %1 to %2 the cost is within 1 % of the cheapest size that meets the targets")
             .arg(from_utf8(to_text(flat.from)), from_utf8(to_text(flat.to)))});
    return content;
}

PlotContent waiting_by_size(const Plan& plan, const scenario::Scenario& scenario, std::size_t marked) {
    PlotContent content = over_sizes(plan, marked);
    const scenario::LatencyQuantile quantile = scenario.targets.stored_share;
    content.name = tr("Waiting by bundle size");
    content.description = tr("After what time files are stored.");
    content.y = {.title = tr("%1 stored after").arg(share_text(quantile)), .ticks = duration_ticks};
    Curve curve{.name = content.y.title, .colour = colour_of_curve(0)};
    for (const SizeOutcome& outcome : plan.sizes) {
        const Duration waited = planner::latency_at(outcome.latency, quantile);
        curve.points.emplace_back(log_of(outcome.bundle_size), seconds_of(waited));
        curve.tips.push_back(
            tr("<b>Bundles of %1</b><br>%2 stored after %3")
                .arg(from_utf8(to_text(outcome.bundle_size)), share_text(quantile), rough_text(waited)));
    }
    content.curves.push_back(std::move(curve));
    content.y.to = highest(content) * kHeadroom;
    if (const auto& target = scenario.targets.stored_within)
        add_target(content, seconds_of(*target), tr("target %1").arg(from_utf8(to_text(*target))),
                   tr("<b>Target of the scenario</b>: %1 stored within %2; sizes above it are not "
                      "recommended")
                       .arg(share_text(quantile), from_utf8(to_text(*target))));
    return content;
}

PlotContent restore_by_size(const Plan& plan, const scenario::Scenario& scenario, std::size_t marked) {
    PlotContent content = over_sizes(plan, marked);
    content.name = tr("Restore reads by bundle size");
    content.description = tr("Bytes that are read to get one file back, on average.");
    content.y = {.title = tr("Read to restore one file, mean"), .ticks = byte_ticks};
    content.x.title = tr("Bundle size");
    Curve curve{.name = content.y.title, .colour = colour_of_curve(2)};
    for (const SizeOutcome& outcome : plan.sizes) {
        curve.points.emplace_back(log_of(outcome.bundle_size),
                                  static_cast<double>(outcome.restore_read.count()));
        curve.tips.push_back(
            tr("<b>Bundles of %1</b><br>A restore of one file reads %2 on average")
                .arg(from_utf8(to_text(outcome.bundle_size)), rough_text(outcome.restore_read)));
    }
    content.curves.push_back(std::move(curve));
    content.y.to = highest(content) * kHeadroom;
    if (const auto& target = scenario.targets.restore_read)
        add_target(content, static_cast<double>(target->count()),
                   tr("target %1").arg(from_utf8(to_text(*target))),
                   tr("<b>Target of the scenario</b>: to get one file back at most %1 are read; sizes above "
                      "it are not recommended")
                       .arg(from_utf8(to_text(*target))));
    return content;
}

}  // namespace firn::gui
