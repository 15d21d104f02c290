#include "gui/models/forecast_table.hpp"

#include "core/forecast/forecast.hpp"
#include "gui/text.hpp"

#include <QCoreApplication>

namespace firn::gui {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("ForecastTable", text); }

TableCell cell_of(const Money& amount, const Money& largest) {
    return {amount_text(amount, largest, {}), from_utf8(format_decimal(amount.amount())), true, false};
}

}  // namespace

TableContent forecast_table(const forecast::Forecast& forecast) {
    TableContent table;
    const QString currency = from_utf8(forecast.central.currency);
    table.headings = {tr("Month"), tr("P10, %1").arg(currency), tr("P50, %1").arg(currency),
                      tr("P90, %1").arg(currency), tr("Mean, %1").arg(currency)};
    if (forecast.months.empty()) return table;
    const Money& largest = forecast.months.back().cumulative.p90;
    for (const forecast::ForecastMonth& month : forecast.months)
        table.rows.push_back({{from_utf8(to_text(month.month)), {}, false, false},
                              cell_of(month.total.p10, largest),
                              cell_of(month.total.p50, largest),
                              cell_of(month.total.p90, largest),
                              cell_of(month.total.mean, largest)});
    return table;
}

}  // namespace firn::gui
