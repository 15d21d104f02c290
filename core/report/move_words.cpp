#include "core/report/move_words.hpp"

#include "core/pricing/price_validity.hpp"
#include "core/report/amounts.hpp"
#include "core/report/table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>

namespace firn::report {

namespace {

using planner::MoveChoice;
using planner::MoveWay;

std::string amount(const MoveReport& report, const Money& money) {
    return fmt::format("{} {}", amount_text(money, report), report.currency);
}

std::string counted_objects(std::int64_t objects) {
    return counted(static_cast<std::uint64_t>(objects), "object", "objects");
}

std::string counted_months(std::int64_t months) {
    return counted(static_cast<std::uint64_t>(months), "month", "months");
}

std::string counted_archives(const MoveChoice& choice, const MoveReport& report) {
    return fmt::format("{} of {}",
                       counted(static_cast<std::uint64_t>(choice.archives), "archive", "archives"),
                       to_text(report.wish.bundle_size));
}

std::string what_to_do(const MoveReport& report) {
    const MoveChoice& best = report.plan.best();
    switch (best.way) {
        case MoveWay::leave:
            return "Leave the objects where they lie";
        case MoveWay::each:
            return fmt::format("Move each of {} to {}", counted_objects(best.moved), best.to);
        case MoveWay::each_large:
            return fmt::format("Move the {} of 128 KiB and more to {} one by one, leave the others",
                               counted_objects(best.moved), best.to);
        case MoveWay::bundle_all:
            return fmt::format("Bundle all {} into {} in {}", counted_objects(best.bundled),
                               counted_archives(best, report), best.to);
        case MoveWay::bundle_small:
            return fmt::format("Bundle the {} below {} into {} in {} and move the other {} one by one",
                               counted_objects(best.bundled), to_text(*best.threshold),
                               counted_archives(best, report), best.to, counted_objects(best.moved));
    }
    return "";
}

std::string first_sentence(const MoveReport& report) {
    const MoveChoice& best = report.plan.best();
    const std::string leaving = amount(report, report.plan.choices.front().monthly.total_exact);
    if (best.way == MoveWay::leave)
        return fmt::format("{}: they cost {} a month, and no way of moving them is cheaper over {}.",
                           what_to_do(report), leaving, counted_months(report.wish.months));
    return fmt::format(
        "{}: {} once, then {} a month in place of {}; it saves {} a month and has paid for itself in month "
        "{}.",
        what_to_do(report), amount(report, best.once.total_exact), amount(report, best.monthly.total_exact),
        leaving, amount(report, best.saving), *best.paid_back);
}

const MoveChoice* find_way(const MoveReport& report, MoveWay way, const std::string& to) {
    const auto found =
        std::find_if(report.plan.choices.begin(), report.plan.choices.end(),
                     [&](const MoveChoice& choice) { return choice.way == way && choice.to == to; });
    return found == report.plan.choices.end() ? nullptr : &*found;
}

std::string paid_back_words(const MoveChoice& choice) {
    if (!choice.paid_back) return "never pays for itself";
    return fmt::format("has paid for itself in month {}", *choice.paid_back);
}

/// The other way of moving the same objects, that people think of first.
std::string against_each(const MoveReport& report, const MoveChoice& each) {
    return fmt::format("Moved one by one to {}, they would cost {} once and {} a month, which {}.", each.to,
                       amount(report, each.once.total_exact), amount(report, each.monthly.total_exact),
                       paid_back_words(each));
}

/// What a month costs from here on, as things are and the chosen way.
std::string change_sentence(const MoveReport& report, const MonthlyPrices& change) {
    std::string text = fmt::format("Prices change in {}: from then on {} a month as it is",
                                   to_text(change.from), amount(report, change.leave));
    if (report.plan.best().way != MoveWay::leave)
        text += fmt::format(", {} the chosen way", amount(report, change.chosen));
    return text + '.';
}

/// By which prices the months are.
Assumption of_prices(const MoveReport& report) {
    const planner::PriceSpan& last = report.plan.spans.back();
    const BillingPeriod end = last.first.plus_months(static_cast<int>(last.months) - 1);
    if (price_changes(report).empty())
        return {fmt::format("the prices of {} hold on to {}; the price book has no other that matters",
                            to_text(report.wish.month), to_text(end)),
                pricing::Grade::assumed,
                {}};
    return {
        fmt::format("each month to {} has the prices of the price book; what is paid once has those of {}",
                    to_text(end), to_text(report.wish.month)),
        pricing::Grade::sourced,
        {}};
}

/// Each doubt once; what a month's bill says of held prices is said of all months at once.
void add_doubts(const pricing::Bill& bill, std::vector<Assumption>& basis) {
    for (Assumption& assumption : price_assumptions(bill)) {
        const bool is_known = std::any_of(basis.begin(), basis.end(), [&](const Assumption& known) {
            return known.what == assumption.what;
        });
        if (!is_known && !pricing::says_held_flat(assumption.what)) basis.push_back(std::move(assumption));
    }
}

}  // namespace

std::vector<MonthlyPrices> price_changes(const MoveReport& report) {
    std::vector<MonthlyPrices> changes;
    const MoveChoice& leave = report.plan.choices.front();
    const MoveChoice& best = report.plan.best();
    for (std::size_t i = 1; i < report.plan.spans.size(); ++i) {
        if (leave.by_span[i] == leave.by_span[i - 1] && best.by_span[i] == best.by_span[i - 1]) continue;
        changes.push_back({report.plan.spans[i].first, leave.by_span[i], best.by_span[i]});
    }
    return changes;
}

std::string amount_text(const Money& money, const MoveReport& report) {
    const bool is_small = report.plan.choices.front().total < Money{Rational{10}};
    return with_separators(format_fixed(money.amount(), is_small ? 4 : 2));
}

std::string way_text(const MoveChoice& choice) {
    switch (choice.way) {
        case MoveWay::leave:
            return "leave as it is";
        case MoveWay::each:
            return "move each";
        case MoveWay::each_large:
            return "move each from 128 KiB on";
        case MoveWay::bundle_all:
            return "bundle all";
        case MoveWay::bundle_small:
            return fmt::format("bundle below {}, move the rest", to_text(*choice.threshold));
    }
    return "";
}

std::vector<std::string> move_sentences(const MoveReport& report) {
    const MoveChoice& best = report.plan.best();
    const planner::SizeRange all = planner::all_of(report.stock);
    std::vector<std::string> sentences{first_sentence(report)};
    if (best.way != MoveWay::leave)
        sentences.push_back(fmt::format("Over {} that is {} in place of {}.",
                                        counted_months(report.wish.months), amount(report, best.total),
                                        amount(report, report.plan.choices.front().total)));
    if (const MoveChoice* each = find_way(report, MoveWay::each, best.to); each != nullptr && each != &best)
        sentences.push_back(against_each(report, *each));
    for (const MonthlyPrices& change : price_changes(report))
        sentences.push_back(change_sentence(report, change));
    sentences.push_back(fmt::format("The stock: {} with {} in {}, {} each; prices of {} in {}.",
                                    counted_objects(all.objects), to_rough_text(all.bytes), report.wish.from,
                                    to_rough_text(Bytes{all.bytes.count() / all.objects}),
                                    to_text(report.wish.month), report.region));
    for (const std::string& unpriced : report.plan.unpriced)
        sentences.push_back(
            fmt::format("{} is left out: it has no price in {}.", unpriced, to_text(report.wish.month)));
    return sentences;
}

std::vector<std::string> move_warnings(const MoveReport& report) {
    std::vector<std::string> warnings;
    const planner::SizeRange small =
        planner::all_of(planner::below(report.stock, planner::kTransitionMinimum));
    const MoveChoice& best = report.plan.best();
    if (report.wish.to == report.wish.from)
        warnings.push_back(fmt::format(
            "The objects lie in {} already: no lifecycle rule changes anything, only bundling them does.",
            report.wish.from));
    if (small.objects > 0) {
        warnings.push_back(fmt::format(
            "A lifecycle rule by itself leaves objects below 128 KiB where they lie: here {}. "
            "To move each of them, give the rule a filter with the least size (ObjectSizeGreaterThan).",
            counted_objects(small.objects)));
        warnings.push_back(
            "Instant Retrieval bills an object below 128 KiB as if it had 128 KiB; Flexible and Deep Archive "
            "add 40 KiB to each object, 8 of them at the price of Standard. All of it is in the costs here.");
    }
    if (best.way != MoveWay::leave)
        warnings.push_back(
            "Where the bucket keeps versions, an object that is deleted or moved leaves its older versions "
            "behind, and a deleted one itself as such a version: billed until a rule expires them "
            "(NoncurrentVersionExpiration). Add those days to --overlap.");
    if (best.archives > 0)
        warnings.push_back(
            "What is bundled has no key of its own any more: keep a list of which archive holds which "
            "object, and delete the objects only when their archives are verified.");
    return warnings;
}

std::vector<Assumption> move_basis(const MoveReport& report) {
    const MoveChoice& best = report.plan.best();
    std::vector<Assumption> basis = report.assumptions;
    basis.push_back({"nothing is added, read or deleted meanwhile", pricing::Grade::assumed, {}});
    basis.push_back(of_prices(report));
    if (!report.plan.held_flat.empty())
        basis.push_back({report.plan.held_flat, pricing::Grade::unconfirmed, {}});
    if (best.months_without_price > 0)
        basis.push_back({fmt::format("{} of which the price is not known cost as much as the one before",
                                     counted_months(best.months_without_price)),
                         pricing::Grade::unconfirmed,
                         {}});
    for (const pricing::Bill* bill : {&best.once, &best.monthly})
        add_doubts(*bill, basis);
    basis.push_back(
        {"the machine that reads and packs the objects runs in their region and costs nothing; listing and "
         "deleting are left out",
         pricing::Grade::assumed,
         {}});
    if (best.archives > 0)
        basis.push_back(
            {"bundles are tar files that are filled by the bytes of their objects; each object takes 512 "
             "bytes "
             "more and is padded to 512",
             pricing::Grade::assumed,
             {}});
    basis.push_back(unconfirmed_assumption("the chosen way's total", best.unconfirmed, best.total));
    return basis;
}

}  // namespace firn::report
