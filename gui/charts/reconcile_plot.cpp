#include "gui/charts/reconcile_plot.hpp"

#include "core/reconcile/comparison.hpp"
#include "gui/charts/waterfall.hpp"
#include "gui/text.hpp"

#include <QCoreApplication>

namespace firn::gui {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("ReconcilePlot", text); }

}  // namespace

PlotContent steps_by_cause(const reconcile::Comparison& comparison) {
    std::vector<WaterfallPart> parts;
    Money rest = comparison.difference;
    for (const reconcile::CauseTotal& total : comparison.causes) {
        parts.push_back({spoken(reconcile::to_text(total.cause)), total.difference,
                         tr("lines: %1; without signs: %2")
                             .arg(total.lines)
                             .arg(amount_text(total.absolute, comparison.billed, comparison.currency))});
        rest = rest - total.difference;
    }
    if (!rest.is_zero()) parts.push_back({tr("Other"), rest, {}});
    PlotContent content = waterfall({tr("Expected"), comparison.expected, {}}, parts, tr("Billed"),
                                    tr("From expected to billed, by cause"), comparison.currency);
    content.name = tr("Differences by cause");
    return content;
}

}  // namespace firn::gui
