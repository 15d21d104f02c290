#include "core/pricing/adjustments.hpp"

#include "core/pricing/amount_text.hpp"
#include "core/pricing/conventions.hpp"
#include "core/usage/stored_amount.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace firn::pricing {

namespace {

constexpr std::int64_t kTerabyte = 1'000'000'000'000;

std::string percent_text(const Rational& share) { return format_decimal(Rational{share * 100}) + " %"; }

Money cost_of(const PeriodBill& bill, ChargeType charge) {
    Money sum;
    for (const LineItem& line : bill.lines) {
        if (line.charge == charge) sum += line.cost_exact;
    }
    return sum;
}

/// 10^12 bytes for a month, without the overhead of archives: what is stored, not what is billed.
Rational stored_tb_months(const usage::Period& period, const usage::Rules& rules, Bytes gb) {
    const Rational hours = hours_of(period.month, rules.month_hours);
    Rational bytes = 0;
    for (const usage::Storage& storage : period.storage)
        bytes += usage::byte_hours(storage, period.month) / hours;
    for (const usage::Metered& metered : period.metered) {
        if (metered.charge == ChargeType::storage) bytes += metered.quantity * gb.count();
    }
    return bytes / kTerabyte;
}

/// What a line shows. Below zero: at most what the lines above show, all of it when exactly nothing is left.
Money shown_cost(const PeriodBill& bill, const Money& exact, Rounding rounding) {
    const Money nearest = rounded(exact, rounding);
    if (exact >= Money{}) return nearest;
    const Money all = Money{} - bill.total;
    if ((bill.total_exact + exact).is_zero()) return all;
    return std::max(nearest, all);
}

}  // namespace

Adjustments::Adjustments(const usage::Usage& usage, Bytes gb, std::string currency, PricingOptions options)
    : billing_{usage.billing},
      rules_{usage.rules},
      gb_{gb},
      currency_{std::move(currency)},
      options_{options} {
    std::transform(billing_.credits.begin(), billing_.credits.end(), std::back_inserter(credit_left_),
                   [](const usage::Credit& credit) { return credit.amount; });
}

LineItem Adjustments::line_of(std::string kind, std::string name, Rational quantity, Rational price) const {
    return {.charge = ChargeType::adjustment,
            .kind = std::move(kind),
            .usage_type = std::move(name),
            .unit = currency_,
            .quantity = std::move(quantity),
            .unit_price = UnitPrice{std::move(price)}};
}

void Adjustments::add(PeriodBill& bill, LineItem line) const {
    line.cost_exact = line.unit_price * line.quantity;
    line.cost = shown_cost(bill, line.cost_exact, options_.rounding);
    if (options_.explain) {
        std::string cost =
            fmt::format("Cost: {} {} × {} = {} {}", grouped(line.quantity), line.unit,
                        to_text(line.unit_price), grouped(line.cost_exact.amount(), 12), currency_);
        cost += options_.rounding == Rounding::exact
                    ? ", not rounded."
                    : fmt::format("; {}: {}.", explanation(options_.rounding),
                                  grouped(to_text(line.cost, options_.rounding)));
        line.steps.push_back(std::move(cost));
    } else {
        line.steps.clear();
    }
    bill.total_exact += line.cost_exact;
    bill.total += line.cost;
    bill.lines.push_back(std::move(line));
}

void Adjustments::add_recurring(PeriodBill& bill, const usage::Period& period) const {
    for (const usage::Recurring& recurring : billing_.recurring) {
        if (!usage::is_in_force(recurring, bill.month)) continue;
        const bool is_flat = recurring.price.has_value();
        LineItem line = line_of("recurring", recurring.name,
                                is_flat ? Rational{1} : stored_tb_months(period, rules_, gb_),
                                is_flat ? recurring.price->amount() : recurring.price_per_tb_month->amount());
        line.charge = ChargeType::other;
        line.unit = is_flat ? "Mo" : "TB-Mo";
        line.steps = {
            is_flat ? "Recurring: once a month."
                    : "Recurring: by the stored bytes of the month, a TB being 10^12 bytes, overhead of "
                      "archives left out."};
        add(bill, std::move(line));
    }
}

void Adjustments::add_waiver(PeriodBill& bill) const {
    const Money transfer = cost_of(bill, ChargeType::transfer_out);
    if (transfer.is_zero()) return;
    const Rational& share = *billing_.egress_waiver;
    const Money most{Rational{bill.total_exact.amount() * share}};
    const bool is_capped = transfer > most;
    LineItem line =
        is_capped ? line_of("egress_waiver", "Egress waiver", bill.total_exact.amount(), Rational{-share})
                  : line_of("egress_waiver", "Egress waiver", transfer.amount(), Rational{-1});
    line.steps = {fmt::format("Transfer out of {} {} is waived up to {} of the {} {} above: {}.",
                              grouped(transfer.amount()), currency_, percent_text(share),
                              grouped(bill.total_exact.amount()), currency_,
                              is_capped ? "that share of it" : "all of it")};
    add(bill, std::move(line));
}

void Adjustments::add_share(PeriodBill& bill, std::string kind, std::string name,
                            const Rational& share) const {
    const Money base = bill.total_exact;
    LineItem line = line_of(std::move(kind), std::move(name), base.amount(), share);
    line.steps = {fmt::format("{} of the {} {} of all lines above.",
                              percent_text(share < 0 ? Rational{-share} : share), grouped(base.amount()),
                              currency_)};
    add(bill, std::move(line));
}

void Adjustments::add_credits(PeriodBill& bill) {
    for (std::size_t i = 0; i < billing_.credits.size(); ++i) {
        const usage::Credit& credit = billing_.credits[i];
        Money& left = credit_left_[i];
        if (!usage::is_in_force(credit, bill.month) || left.is_zero()) continue;
        const Money used = std::min(left, bill.total_exact);
        if (used.is_zero()) continue;
        LineItem line = line_of("credit", credit.name, used.amount(), Rational{-1});
        line.steps = {fmt::format("Of {} {} there were {} left, and {} {} to pay.",
                                  grouped(credit.amount.amount()), currency_, grouped(left.amount()),
                                  grouped(bill.total_exact.amount()), currency_)};
        left = left - used;
        line.steps.push_back(fmt::format("Left for later months: {} {}.", grouped(left.amount()), currency_));
        add(bill, std::move(line));
    }
}

void Adjustments::add_support(PeriodBill& bill, const Money& charges, const Money& at_least) const {
    const usage::Support& support = *billing_.support;
    const Rational by_share = charges.amount() * support.share;
    const bool is_least = by_share < at_least.amount();
    LineItem line = is_least ? line_of("support", "Support", at_least.amount(), Rational{1})
                             : line_of("support", "Support", charges.amount(), support.share);
    line.steps = {fmt::format(
        "{} of the charges and recurring lines, {} {}, as they stand before waiver, discount "
        "and credits: {} {}.",
        percent_text(support.share), grouped(charges.amount()), currency_, grouped(by_share), currency_)};
    if (is_least) line.steps.push_back(fmt::format("At least {} {}.", grouped(at_least.amount()), currency_));
    add(bill, std::move(line));
}

void Adjustments::add_after_charges(PeriodBill& bill, const Money& support_at_least) {
    const Money charges = bill.total_exact;
    if (billing_.egress_waiver) add_waiver(bill);
    if (billing_.discount) add_share(bill, "discount", "Discount", Rational{-*billing_.discount});
    add_credits(bill);
    if (billing_.support) add_support(bill, charges, support_at_least);
    if (billing_.tax) add_share(bill, "tax", "Tax", *billing_.tax);
}

void Adjustments::add_to(PeriodBill& bill, const usage::Period& period) {
    add_recurring(bill, period);
    add_after_charges(bill, billing_.support ? billing_.support->at_least : Money{});
}

void Adjustments::add_to_later_month(PeriodBill& bill) { add_after_charges(bill, Money{}); }

}  // namespace firn::pricing
