#include "core/alternatives/class_usage.hpp"
#include "core/alternatives/models.hpp"
#include "core/pricing/price.hpp"
#include "core/pricing/price_validity.hpp"
#include "core/pricing/unpriced_tier.hpp"
#include "core/units/name_words.hpp"
#include "core/usage/charge_words.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace firn::alternatives {

namespace {

/// Amounts are taken before any rounding.
constexpr pricing::PricingOptions kExact{.rounding = pricing::Rounding::exact};

bool is_metered_here(const Alternative& a, const Demand& demand) {
    if (!is_book_of_run(a, demand)) return false;
    const auto& periods = demand.metered->periods;
    const auto last = std::find_if(periods.rbegin(), periods.rend(),
                                   [](const usage::Period& period) { return !period.storage.empty(); });
    return last != periods.rend() && last->storage.front().storage_class == a.storage_class;
}

/// How bills are made: no months yet. A bill is paid in the book's currency, which the comparison converts.
usage::Usage settings_of(const Alternative& a, const Demand& demand) {
    usage::Usage usage{.price_book = a.price_book, .region = a.region};
    if (!demand.metered) return usage;
    usage.rules = demand.metered->rules;
    if (is_book_of_run(a, demand)) usage.billing = demand.metered->billing;
    usage.billing.exchange.reset();
    return usage;
}

/// What is sent out by month is paid beside the bill where that has no price of it.
std::vector<Rational> take_out_egress(std::vector<usage::Period>& periods) {
    std::vector<Rational> sent;
    for (usage::Period& period : periods) {
        sent.push_back(period.transfer_out ? period.transfer_out->bytes : Rational{0});
        period.transfer_out.reset();
    }
    return sent;
}

std::vector<usage::Period> periods_of(const Alternative& a, const Demand& demand) {
    if (is_metered_here(a, demand)) return demand.metered->periods;
    const ClassUsage usage{a};
    std::vector<usage::Period> periods;
    for (const MonthDemand& month : demand.months)
        periods.push_back(usage.month(month));
    return periods;
}

/// "storage"; of what an invoice adds to the prices: "discount".
std::string purpose_of(const pricing::LineItem& line) {
    return line.charge == usage::ChargeType::adjustment ? name_words(line.kind)
                                                        : usage::charge_words(line.charge);
}

/// In the alternative's currency.
Money converted(const Money& billed, const Alternative& a) {
    return a.book_rate == 1 ? billed : Money{billed.amount() * a.book_rate};
}

/// The lines of each month; what comes later is paid in the last one.
std::vector<std::vector<BilledAmount>> amounts_of(const pricing::Bill& bill, const Alternative& a,
                                                  const std::vector<MonthDemand>& months,
                                                  const usage::BillingSettings& billing) {
    std::vector<std::vector<BilledAmount>> amounts(months.size());
    for (const pricing::PeriodBill& period : bill.periods) {
        const auto found = std::find_if(months.begin(), months.end(), [&](const MonthDemand& month) {
            return month.month == period.month;
        });
        auto& of_month = found == months.end() ? amounts.back()
                                               : amounts[static_cast<std::size_t>(found - months.begin())];
        for (const pricing::LineItem& line : period.lines)
            of_month.push_back({purpose_of(line), converted(line.cost_exact, a),
                                pricing::grade_of(line, period.month, *a.book, billing)});
    }
    return amounts;
}

std::vector<std::string> notes_of(const Alternative& a, const Demand& demand, const pricing::Bill& bill) {
    std::vector<std::string> notes;
    const BillingPeriod last = demand.months.back().month;
    if (is_read_as_copy(a, last))
        notes.emplace_back(
            is_metered_here(a, demand)
                ? "what is taken out at the end lies in S3 Standard as a copy for a day and is read by a GET "
                  "an archive; before, copies are those of the run, which counts no GET requests"
                : "what is retrieved lies in S3 Standard as a copy for a day and is read by a GET an "
                  "archive");
    if (!bill.periods.empty() && bill.periods.back().month > last)
        notes.emplace_back("copies that lie on after the last month are paid in it");
    return notes;
}

/// What it costs to take everything out in the last month and to end its minimum duration, over what is paid
/// anyway. Credits pay for months, not for leaving.
Result<Money> exit_cost(const Alternative& a, const Demand& demand) {
    const ClassUsage of_class{a};
    usage::Usage usage = settings_of(a, demand);
    usage.billing.credits.clear();
    usage.periods = {of_class.last_month(demand.months)};
    if (!bills_egress(a)) (void)take_out_egress(usage.periods);
    const auto with = pricing::price(usage, *a.book, kExact);
    if (!with) return with.error();
    usage.periods = {of_class.storage_of(demand.months.back())};
    const auto without = pricing::price(usage, *a.book, kExact);
    if (!without) return without.error();
    return converted(with->total_exact - without->total_exact, a);
}

/// What is wrong in many months is told once.
Diagnostics first_of_each_code(const Diagnostics& all) {
    Diagnostics first;
    for (const Diagnostic& one : all) {
        const bool is_told = std::any_of(first.begin(), first.end(),
                                         [&](const Diagnostic& told) { return told.code == one.code; });
        if (!is_told) first.push_back(one);
    }
    return first;
}

/// At the end everything is retrieved, whatever was read before.
std::optional<Diagnostic> wrong_tier(const Alternative& a, BillingPeriod last) {
    auto wrong = pricing::unpriced_tier(*a.book, a.storage_class, tier_of(a, last), last);
    if (!wrong) return std::nullopt;
    wrong->where = a.where;
    wrong->remedy =
        a.where.file.empty()
            ? "name the class with a tier in a file of alternatives, or choose another region; at "
              "the end everything is retrieved"
            : "state tier: one that has its prices, another region, or a price_book of your own "
              "with the price; at the end everything is retrieved";
    return wrong;
}

}  // namespace

bool is_book_of_run(const Alternative& a, const Demand& demand) {
    return demand.metered && demand.metered->price_book == a.price_book && demand.metered->region == a.region;
}

bool bills_egress(const Alternative& a) {
    const Parameter* egress = a.parameters.find("egress");
    if (egress != nullptr && egress->grade == Grade::stated) return false;
    return std::any_of(a.book->tariffs.begin(), a.book->tariffs.end(), [](const pricing::Tariff& one) {
        return one.charge == usage::ChargeType::transfer_out;
    });
}

Result<BookBill> bill_of(const Alternative& a, const Demand& demand) {
    if (auto wrong = wrong_tier(a, demand.months.back().month)) return failure(*std::move(wrong));
    BookBill result{.has_egress = bills_egress(a)};
    usage::Usage usage = settings_of(a, demand);
    usage.periods = periods_of(a, demand);
    if (!result.has_egress) result.sent = take_out_egress(usage.periods);
    const auto bill = pricing::price(usage, *a.book, kExact);
    if (!bill) return first_of_each_code(bill.error());
    result.months = amounts_of(*bill, a, demand.months, usage.billing);
    result.notes = notes_of(a, demand, *bill);
    const auto exit = exit_cost(a, demand);
    if (!exit) return first_of_each_code(exit.error());
    result.exit = *exit;
    return result;
}

}  // namespace firn::alternatives
