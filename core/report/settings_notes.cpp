#include "core/report/settings_notes.hpp"

#include "core/pricing/amount_text.hpp"
#include "core/pricing/day_text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace firn::report {

using pricing::grouped;

namespace {

/// Which of the conventions a sentence names.
enum class Named {
    all,
    stated,  ///< those that differ from the default
    usual,   ///< those that do not
};

/// How much a unit is: "a month has 730 hours, a GB 10^9 bytes, 32 KB of overhead are 32 KiB"; may be empty.
template <class IsNamed>
std::string units_text(const usage::Rules& rules, IsNamed is_named) {
    std::vector<std::string> units;
    const auto add = [&](auto rule, std::string_view unit, const std::string& amount) {
        if (!is_named(rule)) return;
        units.push_back(fmt::format("{} {}{}", unit, units.empty() ? "has " : "", amount));
    };
    add(&usage::Rules::month_hours, "a month",
        rules.month_hours == usage::MonthHours::real
            ? "its real hours"
            : fmt::format("{} hours", usage::to_text(rules.month_hours)));
    add(&usage::Rules::gb_unit, "a GB",
        rules.gb_unit == usage::GbUnit::decimal ? "10^9 bytes" : "2^30 bytes");
    add(&usage::Rules::band_unit, "a TB of the bands",
        rules.band_unit == usage::BandUnit::decimal ? "1,000 GB" : "1,024 GB");
    if (is_named(&usage::Rules::overhead_unit))
        units.push_back(
            fmt::format("32 KB of overhead are {}",
                        rules.overhead_unit == usage::OverheadUnit::decimal ? "0.000032 GB" : "32 KiB"));
    return fmt::format("{}", fmt::join(units, ", "));
}

/// "early deletion counts to the microsecond by months of 30 days"; may be empty.
template <class IsNamed>
std::string early_deletion_text(const usage::Rules& rules, IsNamed is_named) {
    std::string how;
    if (is_named(&usage::Rules::early_deletion_steps))
        how += rules.early_deletion_steps == usage::EarlyDeletionSteps::months ? " in whole months"
                                                                               : " to the microsecond";
    if (is_named(&usage::Rules::early_deletion_month))
        how += fmt::format(" by months of {}",
                           rules.early_deletion_month == usage::EarlyDeletionMonth::thirty_days
                               ? "30 days"
                               : "the calendar");
    return how.empty() ? how : "early deletion counts" + how;
}

/// "Conventions: a month has its real hours, a GB 2^30 bytes, ...": all of them, whether they are the default
/// or not, because a bill can only be compared with another by the same ones. Empty where none is named.
std::string conventions_text(const usage::Rules& rules, Named named) {
    const auto is_named = [&](auto rule) {
        return named == Named::all || (rules.*rule == usage::Rules{}.*rule) == (named == Named::usual);
    };
    std::vector<std::string> parts{units_text(rules, is_named), early_deletion_text(rules, is_named)};
    std::erase(parts, std::string{});
    return parts.empty() ? std::string{} : fmt::format("Conventions: {}.", fmt::join(parts, "; "));
}

/// What a person stated is not what the price model has from its sources.
void add_conventions(const usage::Rules& rules, std::vector<Assumption>& all) {
    if (std::string stated = conventions_text(rules, Named::stated); !stated.empty())
        all.push_back({std::move(stated), pricing::Grade::stated, {}});
    if (std::string usual = conventions_text(rules, Named::usual); !usual.empty())
        all.push_back({std::move(usual), pricing::Grade::sourced, "docs/price-model.md"});
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
    if (bill.exchange) all.push_back({converted_note(bill), pricing::Grade::stated, {}});
    for (Assumption& assumption : price_assumptions(bill))
        all.push_back(std::move(assumption));
    if (!bill.periods.empty()) add_conventions(bill.periods.front().rules, all);
    return all;
}

std::vector<std::string> settings_notes(const pricing::Bill& bill) {
    std::vector<std::string> notes;
    if (bill.exchange) notes.push_back(converted_note(bill));
    notes.insert(notes.end(), bill.notes.begin(), bill.notes.end());
    if (bill.periods.empty()) return notes;
    notes.push_back(conventions_text(bill.periods.front().rules, Named::all));
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
