#include "core/pricing/billed_settings.hpp"

#include "core/pricing/adjustments.hpp"
#include "core/pricing/conventions.hpp"
#include "core/pricing/price_changes.hpp"
#include "core/pricing/price_validity.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace firn::pricing {

namespace {

void add_adjustments(Bill& bill, const usage::Usage& usage, const PriceBook& book, PricingOptions options) {
    Adjustments adjustments{usage, gb_of(book, usage.rules.gb_unit), book.currency, options};
    bill.total_exact = {};
    bill.total = {};
    for (PeriodBill& month : bill.periods) {
        const auto period =
            std::find_if(usage.periods.begin(), usage.periods.end(),
                         [&](const usage::Period& candidate) { return candidate.month == month.month; });
        if (period != usage.periods.end()) {
            adjustments.add_to(month, *period);
        } else {
            adjustments.add_to_later_month(month);
        }
        bill.total_exact += month.total_exact;
        bill.total += month.total;
    }
}

Diagnostic same_currency(const usage::Exchange& exchange) {
    return {.code = "exchange-same-currency",
            .where = exchange.where,
            .what = fmt::format("the bill is in {} already", exchange.currency),
            .expected = "another currency",
            .remedy = "leave \"exchange\" out"};
}

void convert(Bill& bill, const usage::Exchange& exchange) {
    bill.exchange = exchange;
    Money sum;
    for (PeriodBill& month : bill.periods) {
        const Money exact{Rational{month.total.amount() * exchange.rate}};
        // The least amount of an invoice's line is no rule of a conversion.
        const Rounding rounding = bill.rounding == Rounding::invoice ? Rounding::estimate : bill.rounding;
        month.converted_total = rounded(exact, rounding);
        sum += *month.converted_total;
    }
    bill.converted_total = sum;
}

}  // namespace

Result<Bill> with_settings(Bill bill, const usage::Usage& usage, const PriceBook& book,
                           PricingOptions options) {
    const usage::BillingSettings& billing = usage.billing;
    if (billing.exchange && billing.exchange->currency == book.currency)
        return failure(same_currency(*billing.exchange));
    add_adjustments(bill, usage, book, options);
    if (billing.exchange) convert(bill, *billing.exchange);
    bill.notes = price_change_notes(billing);
    std::vector<BillingPeriod> months;
    for (const PeriodBill& month : bill.periods)
        months.push_back(month.month);
    const std::string held = held_flat_note(book, months, billing.prices_as_of);
    if (!held.empty()) bill.notes.push_back(held);
    return bill;
}

}  // namespace firn::pricing
