#include "core/report/settings_notes.hpp"

#include "core/pricing/amount_text.hpp"
#include "core/pricing/day_text.hpp"

#include <fmt/format.h>

#include <utility>

namespace firn::report {

using pricing::grouped;

namespace {

/// "Conventions: a month has its real hours, a GB 2^30 bytes, ...": each of them, whether it is the default
/// or not, because a bill can only be compared with another by the same ones.
std::string conventions_text(const usage::Rules& rules) {
    const bool decimal_gb = rules.gb_unit == usage::GbUnit::decimal;
    const bool decimal_bands = rules.band_unit == usage::BandUnit::decimal;
    const bool decimal_overhead = rules.overhead_unit == usage::OverheadUnit::decimal;
    const bool whole_months = rules.early_deletion_steps == usage::EarlyDeletionSteps::months;
    const bool thirty_days = rules.early_deletion_month == usage::EarlyDeletionMonth::thirty_days;
    const std::string hours = rules.month_hours == usage::MonthHours::real
                                  ? "its real hours"
                                  : fmt::format("{} hours", usage::to_text(rules.month_hours));
    return fmt::format(
        "Conventions: a month has {}, a GB {} bytes, a TB of the bands {} GB, 32 KB of overhead are {}; "
        "early deletion counts {} by months of {}.",
        hours, decimal_gb ? "10^9" : "2^30", decimal_bands ? "1,000" : "1,024",
        decimal_overhead ? "0.000032 GB" : "32 KiB", whole_months ? "in whole months" : "to the microsecond",
        thirty_days ? "30 days" : "the calendar");
}

std::string converted_note(const pricing::Bill& bill) {
    return fmt::format("Converted month by month: {}.", converted_text(bill));
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

std::vector<Assumption> settings_assumptions(const pricing::Bill& bill) {
    std::vector<Assumption> all;
    if (bill.exchange) all.push_back({converted_note(bill), Certainty::stated, {}});
    for (Assumption& assumption : price_assumptions(bill))
        all.push_back(std::move(assumption));
    if (!bill.periods.empty())
        all.push_back(
            {conventions_text(bill.periods.front().rules), Certainty::sourced, "docs/price-model.md"});
    return all;
}

std::vector<std::string> settings_notes(const pricing::Bill& bill) {
    std::vector<std::string> notes;
    if (bill.exchange) notes.push_back(converted_note(bill));
    notes.insert(notes.end(), bill.notes.begin(), bill.notes.end());
    if (bill.periods.empty()) return notes;
    notes.push_back(conventions_text(bill.periods.front().rules));
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
