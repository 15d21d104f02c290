#include "core/report/reconciliation_sentences.hpp"

#include "core/pricing/amount_text.hpp"
#include "core/report/amounts.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace firn::report {

using firn::to_text;
using reconcile::Cause;
using reconcile::Comparison;

namespace {

Money size_of(const Money& money) { return money < Money{} ? Money{} - money : money; }

Money rounded_difference(const Comparison& comparison, unsigned places) {
    return Money{Rational{round_half_up(comparison.billed.amount(), places) -
                          round_half_up(comparison.expected.amount(), places)}};
}

bool adds_up(const Comparison& comparison, unsigned places) {
    return rounded_difference(comparison, places).amount() ==
           round_half_up(comparison.difference.amount(), places);
}

std::string months_text(const std::vector<BillingPeriod>& months) {
    if (months.empty()) return {};
    const bool is_run = months_between(months.front(), months.back()) + 1 == static_cast<int>(months.size());
    if (months.size() == 1) return to_text(months.front());
    if (is_run) return fmt::format("{} to {}", to_text(months.front()), to_text(months.back()));
    std::string text;
    for (const BillingPeriod month : months)
        text += (text.empty() ? "" : ", ") + to_text(month);
    return text;
}

std::string lines_text(std::int64_t lines) {
    return counted(static_cast<std::uint64_t>(lines), "line", "lines");
}

std::string share_text(const Comparison& comparison) {
    if (comparison.expected.is_zero()) return {};
    const Rational share =
        size_of(comparison.difference).amount() * 100 / size_of(comparison.expected).amount();
    return fmt::format(" ({} %)", format_fixed(share, 1));
}

/// "by quantity", "by a month that is not closed"
std::string by_text(Cause cause) {
    switch (cause) {
        case Cause::quantity:
            return "by quantity";
        case Cause::price:
            return "by price";
        case Cause::rounding:
            return "by rounding";
        case Cause::amount:
            return "in costs that no quantity explains";
        case Cause::quantity_and_price:
            return "by quantity and price together";
        case Cause::unit:
            return "in lines that are billed in another unit";
        case Cause::missing_here:
            return "in lines that are missing on our side";
        case Cause::missing_at_vendor:
            return "in lines that are missing on the vendor's side";
        case Cause::month_open:
            return "in months that are not closed";
        case Cause::reissued:
            return "in lines that an invoice issued anew has changed";
        case Cause::none:
            break;
    }
    return {};
}

std::string most_text(const Comparison& comparison) {
    if (comparison.causes.empty()) return {};
    const reconcile::CauseTotal& most = comparison.causes.front();
    const std::string extent = comparison.causes.size() == 1 ? "all" : "most";
    if (most.cause == Cause::quantity_and_price) {
        return fmt::format("{} of it {}, {} {} by quantity and {} {} by price in {}", extent,
                           by_text(most.cause), amount_text(most.parts.by_quantity, comparison),
                           comparison.currency, amount_text(most.parts.by_price, comparison),
                           comparison.currency, lines_text(most.lines));
    }
    const bool has_both_signs = most.absolute != size_of(most.difference);
    return fmt::format("{} of it {}, {} {}{} in {}", extent, by_text(most.cause),
                       amount_text(most.absolute, comparison), comparison.currency,
                       has_both_signs ? " when no signs are counted," : "", lines_text(most.lines));
}

std::string tolerance_text(const Comparison& comparison) {
    if (const auto* amount = std::get_if<Money>(&comparison.tolerance))
        return fmt::format("the tolerance of {} {}", amount_text(*amount, comparison), comparison.currency);
    if (const auto* share = std::get_if<reconcile::Share>(&comparison.tolerance))
        return fmt::format("the tolerance of {} %", format_decimal(Rational{share->of_one * 100}));
    return {};
}

/// "; this is within the tolerance of 1 %", nothing where none is stated.
std::string judged_text(const Comparison& comparison) {
    const std::string tolerance = tolerance_text(comparison);
    if (tolerance.empty()) return {};
    const std::string judged = comparison.is_within_tolerance ? "within" : "beyond";
    if (comparison.in_question <= size_of(comparison.difference))
        return fmt::format("; this is {} {}", judged, tolerance);
    return fmt::format("; line by line {} {} are in question, {} {}",
                       amount_text(comparison.in_question, comparison), comparison.currency, judged,
                       tolerance);
}

std::string left_out_text(const Comparison& comparison) {
    std::int64_t rows = 0;
    Money cost;
    std::string reasons;
    for (const statement::LeftOut& out : comparison.left_out) {
        rows += out.rows;
        cost += out.cost;
        reasons += fmt::format("{}{} {}", reasons.empty() ? "" : ", ", to_text(out.scoped),
                               amount_text(out.cost, comparison));
    }
    return fmt::format("Left out: {}, {} {}: {}.", counted(static_cast<std::uint64_t>(rows), "row", "rows"),
                       amount_text(cost, comparison), comparison.currency, reasons);
}

std::string versions_text(const Comparison& comparison) {
    std::string invoices;
    for (const std::string& number : comparison.superseded_invoices) {
        invoices += (invoices.empty() ? "" : ", ");
        invoices += number.empty() ? "one without a number" : number;
    }
    return fmt::format("Issued anew: {}; the later version holds.", invoices);
}

}  // namespace

unsigned shown_places(const Comparison& comparison) {
    const Money kTen{Rational{10}};
    const bool is_small = size_of(comparison.expected) < kTen && size_of(comparison.billed) < kTen;
    return is_small || !adds_up(comparison, 2) ? 4 : 2;
}

std::string amount_text(const Money& amount, const Comparison& comparison) {
    return pricing::grouped(
        format_fixed(round_half_up(amount.amount(), shown_places(comparison)), shown_places(comparison)));
}

Money shown_difference(const Comparison& comparison) {
    return rounded_difference(comparison, shown_places(comparison));
}

bool is_shown(const reconcile::ComparedLine& line, const Comparison& comparison) {
    return line.cause == Cause::unit ||
           round_half_up(weight_of(line).amount(), shown_places(comparison)) != 0;
}

std::string reconciliation_sentence(const Comparison& comparison) {
    std::vector<BillingPeriod> all = comparison.months;
    all.insert(all.end(), comparison.months_without_statement.begin(),
               comparison.months_without_statement.end());
    std::sort(all.begin(), all.end());
    const std::string months = months_text(all);
    const std::string& currency = comparison.currency;
    const auto lines = static_cast<std::int64_t>(comparison.lines.size());
    if (comparison.causes.empty()) {
        return fmt::format("Billed as expected: {} {} in {} of {}.",
                           amount_text(comparison.billed, comparison), currency, lines_text(lines), months);
    }
    const std::string totals =
        fmt::format("Billed {} {}, expected {} {} in {}", amount_text(comparison.billed, comparison),
                    currency, amount_text(comparison.expected, comparison), currency, months);
    if (round_half_up(comparison.difference.amount(), 2) == 0) {
        return fmt::format("{}: the totals agree to the cent, single lines do not; {}{}.", totals,
                           most_text(comparison), judged_text(comparison));
    }
    const bool is_more = comparison.difference > Money{};
    return fmt::format("{}: {} {}{} {} than expected, {}{}.", totals,
                       amount_text(size_of(shown_difference(comparison)), comparison), currency,
                       share_text(comparison), is_more ? "more" : "less", most_text(comparison),
                       judged_text(comparison));
}

std::vector<std::string> reconciliation_notes(const Comparison& comparison) {
    std::vector<std::string> notes;
    if (!comparison.left_out.empty()) notes.push_back(left_out_text(comparison));
    if (!comparison.open_months.empty())
        notes.push_back(fmt::format("Not closed yet: {}.", months_text(comparison.open_months)));
    if (!comparison.superseded_invoices.empty()) notes.push_back(versions_text(comparison));
    if (!comparison.months_without_statement.empty()) {
        notes.push_back(fmt::format(
            "Not in the statement, so all of it is missing on the vendor's side: {}; --month names "
            "the months to compare.",
            months_text(comparison.months_without_statement)));
    }
    if (!comparison.fees_not_compared.is_zero()) {
        notes.push_back(fmt::format(
            "Not compared, because the statement does not have them: recurring lines and support of {} {}.",
            amount_text(comparison.fees_not_compared, comparison), comparison.currency));
    }
    if (!comparison.has_quantities)
        notes.push_back("The statement has costs only: quantity and price cannot be told apart.");
    return notes;
}

}  // namespace firn::report
