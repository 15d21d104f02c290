#include "core/pricing/price.hpp"

#include "core/pricing/billed_settings.hpp"
#include "core/pricing/charge_lines.hpp"
#include "core/pricing/conventions.hpp"
#include "core/pricing/month_prices.hpp"
#include "core/pricing/month_use.hpp"
#include "core/pricing/other_usage.hpp"
#include "core/pricing/overhead.hpp"
#include "core/pricing/peak_fee_lines.hpp"
#include "core/pricing/price_changes.hpp"
#include "core/usage/restored_copies.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace firn::pricing {

using firn::to_text;
using usage::to_text;

namespace {

/// "a month from 2012-08 on", "a month from 2014-12 to 2016-11"
std::string months_text(Instant begin, Instant end) {
    const std::string first = to_text(BillingPeriod::containing(begin));
    if (end >= open_end()) return fmt::format("a month from {} on", first);
    return fmt::format("a month from {} to {}", first, to_text(BillingPeriod::containing(end - Duration{1})));
}

std::optional<Diagnostic> outside_book(const usage::Period& period, const PriceBook& book) {
    const Instant begin = begin_of(book);
    const Instant end = end_of(book);
    if (begin < period.month.end() && period.month.begin() < end) return std::nullopt;
    return Diagnostic{.code = "month-outside-price-book",
                      .where = period.where,
                      .what = fmt::format("the price book {} has no prices of {} in {}", book.name,
                                          book.region, to_text(period.month)),
                      .expected = months_text(begin, end),
                      .remedy = "choose another month or another price book (firn prices list)",
                      .time = period.month.begin()};
}

/// The month's average billed GB of a storage class, with the overhead that is billed at its rate.
Rational average_stored(const std::vector<MonthTariff>& tariffs, const MonthUse& use, const Tariff& retrieval,
                        BillingPeriod month, const usage::Rules& rules) {
    Rational sum = 0;
    for (std::size_t i = 0; i < tariffs.size(); ++i) {
        const Tariff& tariff = *tariffs.at(i).tariff;
        const bool is_stored = tariff.charge == ChargeType::storage ||
                               (tariff.charge == ChargeType::overhead && tariff.kind == kClassRate);
        if (!is_stored || tariff.storage_class != retrieval.storage_class) continue;
        for (const Quantity& quantity : use.tariffs.at(i).quantities)
            sum += quantity.amount;
    }
    // GB-months times their hours are GB-hours, whatever hours a month is said to have.
    return sum * hours_of(month, rules.month_hours) / month.hours();
}

/// The rules as they apply to the month: the retrieval rule becomes the listed one where none is stated.
usage::Rules applied_rules(usage::Rules rules, const std::vector<MonthTariff>& tariffs) {
    for (const MonthTariff& entry : tariffs) {
        const bool has_rule = !entry.pieces.empty() && entry.pieces.front().listed != nullptr &&
                              entry.pieces.front().listed->retrieval;
        if (!rules.retrieval && has_rule) rules.retrieval = entry.pieces.front().listed->retrieval->rule;
    }
    return rules;
}

/// A doubt with the charges whose lines rest on it.
struct SharedDoubt {
    std::string doubt{};
    std::string charges{};
};

void add_charge(SharedDoubt& shared, std::string_view charge) {
    const bool is_named =
        (", " + shared.charges + ",").find(fmt::format(", {},", charge)) != std::string::npos;
    if (!is_named) shared.charges += fmt::format("{}{}", shared.charges.empty() ? "" : ", ", charge);
}

void add_doubt_notes(PeriodBill& bill) {
    std::vector<SharedDoubt> doubts;
    for (const LineItem& line : bill.lines) {
        for (const std::string& doubt : line.doubts) {
            auto same = std::find_if(doubts.begin(), doubts.end(),
                                     [&](const SharedDoubt& known) { return known.doubt == doubt; });
            if (same == doubts.end()) same = doubts.insert(doubts.end(), {doubt, {}});
            add_charge(*same, to_text(line.charge));
        }
    }
    for (const SharedDoubt& shared : doubts)
        bill.notes.push_back(fmt::format("* Not confirmed ({}): {}.", shared.charges, shared.doubt));
}

/// Which lines have a price or a free amount that somebody stated in place of the book's.
void add_stated_price_notes(PeriodBill& bill, const LineCollector& collector) {
    std::vector<std::string> charges;
    for (const DraftLine& line : collector.lines) {
        if (line.tariff->stated_price == nullptr && line.tariff->stated_free == nullptr) continue;
        std::string name = to_text(key_of(*line.tariff->tariff));
        if (std::find(charges.begin(), charges.end(), name) == charges.end())
            charges.push_back(std::move(name));
    }
    if (charges.empty()) return;
    bill.notes.push_back(fmt::format("Stated in place of the price book: what {} {}.",
                                     fmt::join(charges, ", "), charges.size() == 1 ? "costs" : "cost"));
}

PeriodBill finished_bill(const LineCollector& collector, MonthUse use, const usage::Rules& rules,
                         PricingOptions options) {
    PeriodBill bill{.month = collector.month, .rules = rules, .notes = std::move(use.notes)};
    bill.lines.reserve(collector.lines.size());
    for (const DraftLine& line : collector.lines) {
        bill.lines.push_back(finished_line(line, collector.book, options));
        bill.total_exact += bill.lines.back().cost_exact;
        bill.total += bill.lines.back().cost;
    }
    add_stated_price_notes(bill, collector);
    add_doubt_notes(bill);
    return bill;
}

}  // namespace

namespace {

Result<PeriodBill> priced_month(const usage::Period& period, const usage::Rules& rules, const PriceBook& book,
                                PricingOptions options, const std::vector<usage::OtherUsage>& others) {
    if (auto outside = outside_book(period, book)) return failure(*std::move(outside));
    auto tariffs = month_prices(period, book);
    if (!tariffs) return std::move(tariffs).error();
    auto use = measured(period, *tariffs, {book, rules, options.explain});
    if (!use) return std::move(use).error();
    LineCollector collector{book, period.month, rules, options.explain};
    fill_with_other_usage(collector, *tariffs, others);
    for (std::size_t i = 0; i < tariffs->size(); ++i) {
        const MonthTariff& tariff = tariffs->at(i);
        const TariffUse& used = use->tariffs.at(i);
        add_quantity_lines(collector, tariff, used.quantities);
        if (used.jobs.empty()) continue;
        const Rational average = average_stored(*tariffs, *use, *tariff.tariff, period.month, rules);
        add_peak_fee_line(collector, tariff, used.jobs, average, rules.retrieval);
    }
    if (!collector.diagnostics.empty()) return std::move(collector.diagnostics);
    return finished_bill(collector, std::move(use).value(), applied_rules(rules, *tariffs), options);
}

/// In the order of place; what is wrong with a setting shows in each month.
Diagnostics once_each(Diagnostics diagnostics) {
    sort_by_place(diagnostics);
    const auto alike = [](const Diagnostic& a, const Diagnostic& b) {
        return a.code == b.code && a.where == b.where && a.what == b.what && !a.where.file.empty();
    };
    diagnostics.erase(std::unique(diagnostics.begin(), diagnostics.end(), alike), diagnostics.end());
    return diagnostics;
}

Result<Bill> priced_months(const usage::Usage& usage, const PriceBook& book, PricingOptions options) {
    Bill bill{.price_book = book.name,
              .region = book.region,
              .currency = book.currency,
              .rounding = options.rounding};
    Diagnostics diagnostics;
    for (const usage::Period& period : usage::with_later_copies(usage.periods)) {
        auto month = priced_month(period, usage.rules, book, options, usage.billing.other_usage);
        if (!month) {
            append(diagnostics, std::move(month).error());
            continue;
        }
        bill.total_exact += month->total_exact;
        bill.total += month->total;
        bill.periods.push_back(std::move(month).value());
    }
    if (!diagnostics.empty()) return once_each(std::move(diagnostics));
    std::stable_sort(bill.periods.begin(), bill.periods.end(),
                     [](const PeriodBill& a, const PeriodBill& b) { return a.month < b.month; });
    return with_settings(std::move(bill), usage, book, options);
}

}  // namespace

Result<PeriodBill> price(const usage::Period& period, const usage::Rules& rules, const PriceBook& book,
                         PricingOptions options) {
    return priced_month(period, rules, book, options, {});
}

Result<Bill> price(const usage::Usage& usage, const PriceBook& book, PricingOptions options) {
    if (!changes_prices(usage.billing)) return priced_months(usage, book, options);
    const auto changed = changed_prices(book, usage.billing);
    if (!changed) return changed.error();
    return priced_months(usage, *changed, options);
}

}  // namespace firn::pricing
