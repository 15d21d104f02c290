#include "gui/models/reconcile_table.hpp"

#include "core/reconcile/comparison.hpp"
#include "core/report/reconciliation_report.hpp"
#include "gui/models/report_table.hpp"
#include "gui/text.hpp"

#include <optional>

namespace firn::gui {

namespace {

using reconcile::Amount;
using reconcile::ComparedLine;

/// Columns of report::compared_lines() whose numbers it rounds.
enum Column { kExpected = 2, kBilled, kUnit, kAt, kBilledAt, kExpectedCost, kBilledCost, kDifference };

QString exact(const Rational& number) { return from_utf8(format_decimal(number)); }

void set_plain(std::vector<TableCell>& row, const std::optional<Amount>& amount, int quantity, int price,
               int cost) {
    const auto cell = [&row](int column) -> TableCell& { return row[static_cast<std::size_t>(column)]; };
    if (!amount) return;
    if (amount->quantity) cell(quantity).plain = exact(*amount->quantity);
    if (amount->unit_price) cell(price).plain = exact(amount->unit_price->per_unit());
    cell(cost).plain = exact(amount->cost.amount());
}

}  // namespace

TableContent reconcile_table(const reconcile::Comparison& comparison) {
    TableContent table = table_of(report::compared_lines(comparison));
    for (std::size_t i = 0; i < comparison.lines.size(); ++i) {
        const ComparedLine& line = comparison.lines[i];
        set_plain(table.rows[i], line.expected, kExpected, kAt, kExpectedCost);
        set_plain(table.rows[i], line.billed, kBilled, kBilledAt, kBilledCost);
        table.rows[i][kDifference].plain = exact(line.difference.amount());
    }
    return table;
}

}  // namespace firn::gui
