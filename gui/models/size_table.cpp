#include "gui/models/size_table.hpp"

#include "core/planner/plan.hpp"
#include "gui/text.hpp"

#include <QCoreApplication>

namespace firn::gui {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("SizeTable", text); }

TableCell number(const QString& shown, const QString& plain, bool strong = false) {
    return {shown, plain, true, strong};
}

TableCell count_cell(std::uint64_t count, bool strong = false) {
    return number(count_text(count), QString::number(count), strong);
}

TableCell money_cell(const Money& amount, const planner::Plan& plan, bool strong = false) {
    return number(amount_text(amount, plan.bill.total_exact, {}), from_utf8(format_decimal(amount.amount())),
                  strong);
}

TableCell bytes_cell(Bytes bytes, bool strong = false) {
    return number(rough_text(bytes), QString::number(bytes.count()), strong);
}

TableCell duration_cell(Duration duration, bool strong = false) {
    return number(rough_text(duration), QString::number(duration.count()), strong);
}

QString note_on(const planner::Plan& plan, std::size_t size, const AdvisedSize& advised) {
    QStringList notes;
    if (size == advised.size) notes += advised.is_any ? tr("as good as any") : tr("recommended");
    if (size == plan.recommendation.cheapest) notes += tr("cheapest");
    for (const planner::MissedTarget& missed : plan.sizes[size].missed)
        notes += tr("misses %1").arg(spoken(missed.target).toLower());
    return notes.join(QStringLiteral(", "));
}

std::vector<TableCell> row_of(const planner::Plan& plan, std::size_t size, const AdvisedSize& advised) {
    const planner::SizeOutcome& outcome = plan.sizes[size];
    const bool strong = size == advised.size;
    return {
        number(from_utf8(to_text(outcome.bundle_size)), QString::number(outcome.bundle_size.count()), strong),
        count_cell(outcome.archives, strong),
        money_cell(outcome.cost, plan, strong),
        duration_cell(outcome.latency.p99, strong),
        bytes_cell(outcome.restore_read, strong),
        bytes_cell(outcome.at_risk_max, strong),
        {note_on(plan, size, advised), {}, false, strong}};
}

/// "+1.2 %" of a cost beside another.
QString difference(const Money& cost, const Money& base) {
    if (base.is_zero()) return {};
    const Rational percent = (cost.amount() / base.amount() - 1) * 100;
    const QString text = localised(format_fixed(percent, 2)) + QStringLiteral(" %");
    return percent < 0 ? text : QLatin1Char{'+'} + text;
}

}  // namespace

TableContent size_table(const planner::Plan& plan, const AdvisedSize& advised) {
    TableContent table;
    table.headings = {tr("Bundle size"),
                      tr("Archives"),
                      tr("Cost, %1").arg(from_utf8(plan.bill.currency)),
                      tr("99 % stored after"),
                      tr("Restore of a file reads"),
                      tr("At risk, most"),
                      tr("Note")};
    for (std::size_t size = 0; size < plan.sizes.size(); ++size)
        table.rows.push_back(row_of(plan, size, advised));
    return table;
}

TableContent key_figures(const planner::Plan& plan, std::size_t size, const AdvisedSize& advised) {
    const planner::SizeOutcome& here = plan.sizes[size];
    const planner::SizeOutcome& best = plan.sizes[advised.size];
    TableContent table;
    table.headings = {tr("Figure"), tr("Marked"), advised.is_any ? tr("Advised") : tr("Recommended")};
    const auto add = [&table](const QString& name, const TableCell& a, const TableCell& b) {
        table.rows.push_back({{name}, a, b});
    };
    add(tr("Bundle size"),
        number(from_utf8(to_text(here.bundle_size)), QString::number(here.bundle_size.count()), true),
        number(from_utf8(to_text(best.bundle_size)), QString::number(best.bundle_size.count())));
    add(tr("Cost, %1").arg(from_utf8(plan.bill.currency)), money_cell(here.cost, plan, true),
        money_cell(best.cost, plan));
    const QString percent = difference(here.cost, best.cost);
    add(tr("Difference"), number(percent, percent), number(QStringLiteral("–"), QStringLiteral("0")));
    if (here.cost_per_tb_month && best.cost_per_tb_month)
        add(tr("Per TB and month"), money_cell(*here.cost_per_tb_month, plan),
            money_cell(*best.cost_per_tb_month, plan));
    add(tr("Archives"), count_cell(here.archives), count_cell(best.archives));
    add(tr("99 % stored after"), duration_cell(here.latency.p99), duration_cell(best.latency.p99));
    add(tr("Slowest after"), duration_cell(here.latency.max), duration_cell(best.latency.max));
    add(tr("A restore reads"), bytes_cell(here.restore_read), bytes_cell(best.restore_read));
    add(tr("At risk, most"), bytes_cell(here.at_risk_max), bytes_cell(best.at_risk_max));
    return table;
}

}  // namespace firn::gui
