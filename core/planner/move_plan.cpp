#include "core/planner/move_plan.hpp"

#include "core/diag/did_you_mean.hpp"
#include "core/planner/move_usage.hpp"
#include "core/pricing/price.hpp"
#include "core/pricing/price_validity.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace firn::planner {

namespace {

constexpr pricing::PricingOptions kExact{.rounding = pricing::Rounding::exact, .explain = false};

bool has_transitions_into(const pricing::PriceBook& book, const std::string& storage_class) {
    return std::any_of(book.tariffs.begin(), book.tariffs.end(), [&](const pricing::Tariff& tariff) {
        return tariff.storage_class == storage_class && tariff.kind == "lifecycle";
    });
}

std::size_t place_in(const pricing::PriceBook& book, const std::string& storage_class) {
    const auto found = std::find_if(book.classes.begin(), book.classes.end(),
                                    [&](const auto& terms) { return terms.name == storage_class; });
    return static_cast<std::size_t>(found - book.classes.begin());
}

Diagnostics check_classes(const MoveWish& wish, const pricing::PriceBook& book) {
    for (const std::string& name : {wish.from, wish.to.value_or(wish.from)}) {
        if (pricing::find_class(book, name) != nullptr) continue;
        return failure({.code = "class-unknown",
                        .what = fmt::format("the price book {} has no storage class \"{}\"", book.name, name),
                        .expected = one_of(pricing::class_names(book))});
    }
    if (!wish.to || has_transitions_into(book, *wish.to)) return {};
    std::vector<std::string> targets = pricing::class_names(book);
    std::erase_if(targets, [&](const std::string& name) { return !has_transitions_into(book, name); });
    return failure({.code = "class-not-entered",
                    .what = fmt::format("{} is no class into which objects are moved", *wish.to),
                    .expected = one_of(targets),
                    .remedy = "name one of these classes, or none to compare all of them"});
}

BillingPeriod month_in(const PriceSpan& span, std::int64_t index) {
    return span.first.plus_months(static_cast<int>(index));
}

/// Prices the ways of one stock.
class Mover {
  public:
    Mover(const MoveStock& stock, const MoveWish& wish, const pricing::PriceBook& book)
        : stock_{stock},
          wish_{wish},
          book_{book},
          from_{*pricing::find_class(book, wish.from)},
          spans_{price_spans(book, wish.month, wish.months)} {}

    [[nodiscard]] const std::vector<PriceSpan>& spans() const { return spans_; }

    [[nodiscard]] Result<MoveChoice> leave() const {
        return priced({.way = MoveWay::leave}, {.stays = stock_, .moved = {}, .bundled = {}});
    }

    /// All ways into a class.
    [[nodiscard]] Result<std::vector<MoveChoice>> into(const std::string& to) const {
        std::vector<Result<MoveChoice>> tried;
        if (can_transition(to)) {
            tried.push_back(priced({.way = MoveWay::each, .to = to},
                                   {.stays = {}, .moved = stock_, .bundled = {}, .to = to}));
            if (divides(kTransitionMinimum)) tried.push_back(large_alone(to));
        }
        tried.push_back(priced({.way = MoveWay::bundle_all, .to = to},
                               {.stays = {}, .moved = {}, .bundled = stock_, .to = to}));
        if (can_transition(to)) add_best_threshold(to, tried);
        std::vector<MoveChoice> choices;
        for (Result<MoveChoice>& choice : tried) {
            if (!choice) return choice.error();
            choices.push_back(std::move(choice).value());
        }
        return choices;
    }

  private:
    /// Lifecycle rules lead only to classes further down the book.
    [[nodiscard]] bool can_transition(const std::string& to) const {
        return place_in(book_, wish_.from) < place_in(book_, to) && has_transitions_into(book_, to);
    }
    /// Whether there are objects on both sides of the size.
    [[nodiscard]] bool divides(Bytes threshold) const {
        return all_of(below(stock_, threshold)).objects > 0 &&
               all_of(at_least(stock_, threshold)).objects > 0;
    }
    [[nodiscard]] Result<MoveChoice> large_alone(const std::string& to) const {
        return priced({.way = MoveWay::each_large, .to = to}, {.stays = below(stock_, kTransitionMinimum),
                                                               .moved = at_least(stock_, kTransitionMinimum),
                                                               .bundled = {},
                                                               .to = to});
    }
    void add_best_threshold(const std::string& to, std::vector<Result<MoveChoice>>& tried) const {
        std::optional<Result<MoveChoice>> best;
        for (const SizeRange& range : stock_.ranges) {
            if (!divides(range.from)) continue;
            auto choice = priced({.way = MoveWay::bundle_small, .to = to, .threshold = range.from},
                                 {.stays = {},
                                  .moved = at_least(stock_, range.from),
                                  .bundled = below(stock_, range.from),
                                  .to = to});
            if (!best || !choice || (*best && choice->total < (*best)->total)) best = std::move(choice);
            if (!*best) break;
        }
        if (best) tried.push_back(std::move(*best));
    }

    [[nodiscard]] Result<MoveChoice> priced(MoveChoice choice, const Placement& placement) const {
        auto once = pricing::price(usage_of_moving(placement, wish_, book_, from_), book_, kExact);
        if (!once) return once.error();
        auto monthly = pricing::price(usage_afterwards(placement, wish_, book_), book_, kExact);
        if (!monthly) return monthly.error();
        choice.bundled = all_of(placement.bundled).objects;
        choice.moved = all_of(placement.moved).objects;
        choice.archives = archives_of(placement, wish_);
        choice.once = std::move(once).value();
        choice.monthly = std::move(monthly).value();
        add_months(placement, choice);
        return choice;
    }

    /// All months, each by its prices.
    void add_months(const Placement& placement, MoveChoice& choice) const {
        Money monthly = choice.monthly.total_exact;
        std::vector<pricing::LineItem> lines = choice.monthly.periods.front().lines;
        choice.total = choice.once.total_exact;
        choice.unconfirmed = pricing::unconfirmed_part(choice.once, book_);
        for (const PriceSpan& span : spans_) {
            MoveWish later = wish_;
            later.month = span.first;
            const auto bill = pricing::price(usage_afterwards(placement, later, book_), book_, kExact);
            if (bill) {
                monthly = bill->total_exact;
                lines = bill->periods.front().lines;
            }
            choice.by_span.push_back(monthly);
            choice.total += Money{monthly.amount() * span.months};
            choice.unconfirmed += bill ? unconfirmed_in(span, lines) : Money{monthly.amount() * span.months};
            if (!bill) choice.months_without_price += span.months;
        }
    }

    /// Of the months of the span, each billed these lines.
    [[nodiscard]] Money unconfirmed_in(const PriceSpan& span,
                                       const std::vector<pricing::LineItem>& lines) const {
        std::int64_t checked = 0;
        while (checked < span.months && !pricing::is_held_flat(book_, month_in(span, checked)))
            ++checked;
        Money sum;
        const auto add = [&](std::int64_t months, BillingPeriod month) {
            if (months > 0) sum += Money{pricing::unconfirmed_part(lines, month, book_).amount() * months};
        };
        add(checked, span.first);
        add(span.months - checked, month_in(span, span.months - 1));
        return sum;
    }

    const MoveStock& stock_;
    const MoveWish& wish_;
    const pricing::PriceBook& book_;
    const pricing::ClassTerms& from_;
    std::vector<PriceSpan> spans_;
};

/// At the end of which month what was paid once is saved; the last prices hold on beyond the months compared.
std::optional<std::int64_t> paid_back(const MoveChoice& leave, const MoveChoice& choice,
                                      const std::vector<PriceSpan>& spans) {
    Rational owed = choice.once.total_exact.amount();
    std::int64_t passed = 0;
    for (std::size_t i = 0; i < spans.size(); ++i) {
        const Rational saving = leave.by_span[i].amount() - choice.by_span[i].amount();
        const bool is_last = i + 1 == spans.size();
        if (saving > 0 && (is_last || owed <= saving * spans[i].months)) {
            const Integer months = ceil_of(Rational{owed / saving});
            return to_int64(Rational{std::max(months, Integer{1}) + passed});
        }
        owed -= saving * spans[i].months;
        passed += spans[i].months;
    }
    return std::nullopt;
}

std::string held_flat_of(const std::vector<PriceSpan>& spans, const pricing::PriceBook& book) {
    std::vector<BillingPeriod> months;
    for (const PriceSpan& span : spans) {
        for (std::int64_t i = 0; i < span.months; ++i)
            months.push_back(month_in(span, i));
    }
    return pricing::held_flat_note(book, months);
}

void compare_with_leaving(const MoveChoice& leave, const std::vector<PriceSpan>& spans, MoveChoice& choice) {
    choice.saving = leave.monthly.total_exact - choice.monthly.total_exact;
    choice.paid_back = paid_back(leave, choice, spans);
}

}  // namespace

std::string_view to_text(MoveWay way) {
    switch (way) {
        case MoveWay::leave:
            return "leave";
        case MoveWay::each:
            return "each";
        case MoveWay::each_large:
            return "each_large";
        case MoveWay::bundle_all:
            return "bundle_all";
        case MoveWay::bundle_small:
            return "bundle_small";
    }
    return "";
}

Result<MovePlan> plan_move(const MoveStock& stock, const MoveWish& wish, const pricing::PriceBook& book) {
    if (Diagnostics faults = check_classes(wish, book); !faults.empty()) return faults;
    const Mover mover{stock, wish, book};
    auto leave = mover.leave();
    if (!leave) return leave.error();
    MovePlan plan;
    plan.spans = mover.spans();
    plan.held_flat = held_flat_of(plan.spans, book);
    plan.choices.push_back(std::move(leave).value());
    for (const std::string& to : pricing::class_names(book)) {
        const bool is_asked_for = wish.to ? *wish.to == to : has_transitions_into(book, to);
        if (!is_asked_for) continue;
        auto choices = mover.into(to);
        if (!choices && wish.to) return choices.error();
        if (!choices) {
            plan.unpriced.push_back(to);
            continue;
        }
        std::move(choices->begin(), choices->end(), std::back_inserter(plan.choices));
    }
    for (std::size_t i = 1; i < plan.choices.size(); ++i) {
        compare_with_leaving(plan.choices.front(), plan.spans, plan.choices[i]);
        if (plan.choices[i].total < plan.best().total) plan.chosen = i;
    }
    return plan;
}

}  // namespace firn::planner
