#include "core/report/settings_notes.hpp"

#include "core/pricing/amount_text.hpp"
#include "core/pricing/day_text.hpp"

#include <fmt/format.h>

namespace firn::report {

using pricing::grouped;

namespace {

/// "Conventions: month hours 730, GB decimal."; empty when all are the default.
std::string conventions_text(const usage::Rules& rules) {
    const usage::Rules usual;
    std::vector<std::string> parts;
    if (rules.month_hours != usual.month_hours)
        parts.push_back(fmt::format("a month has {} hours", usage::to_text(rules.month_hours)));
    if (rules.gb_unit != usual.gb_unit) parts.emplace_back("a GB is 10^9 bytes");
    if (rules.band_unit != usual.band_unit) parts.emplace_back("a TB of the bands is 1,000 GB");
    if (rules.overhead_unit != usual.overhead_unit) parts.emplace_back("32 KB of overhead are 0.000032 GB");
    if (rules.early_deletion_steps != usual.early_deletion_steps)
        parts.emplace_back("early deletion counts in whole months");
    if (rules.early_deletion_month != usual.early_deletion_month)
        parts.emplace_back("early deletion divides by the hours of the calendar month");
    if (parts.empty()) return {};
    return fmt::format("Conventions: {}.", fmt::join(parts, ", "));
}

}  // namespace

std::string converted_text(const pricing::Bill& bill) {
    if (!bill.exchange) return {};
    const usage::Exchange& exchange = *bill.exchange;
    return fmt::format("{} {} at {} {} for 1 {} of {}{}",
                       grouped(pricing::to_text(*bill.converted_total, bill.rounding)), exchange.currency,
                       format_decimal(exchange.rate), exchange.currency, bill.currency,
                       pricing::day_text(exchange.date),
                       exchange.source.empty() ? "" : fmt::format(" ({})", exchange.source));
}

std::vector<std::string> settings_notes(const pricing::Bill& bill) {
    std::vector<std::string> notes;
    if (bill.exchange) notes.push_back(fmt::format("Converted month by month: {}.", converted_text(bill)));
    notes.insert(notes.end(), bill.notes.begin(), bill.notes.end());
    if (bill.periods.empty()) return notes;
    const std::string conventions = conventions_text(bill.periods.front().rules);
    if (!conventions.empty()) notes.push_back(conventions);
    return notes;
}

Json exchange_json(const pricing::Bill& bill) {
    if (!bill.exchange) return nullptr;
    return {{"currency", bill.exchange->currency},
            {"rate", format_decimal(bill.exchange->rate)},
            {"date", pricing::day_text(bill.exchange->date)},
            {"source", bill.exchange->source},
            {"total", pricing::to_text(*bill.converted_total, bill.rounding)}};
}

}  // namespace firn::report
