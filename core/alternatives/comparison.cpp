#include "core/alternatives/comparison.hpp"

#include "core/alternatives/check_comparison.hpp"
#include "core/alternatives/currencies.hpp"
#include "core/alternatives/finance.hpp"
#include "core/alternatives/flip_search.hpp"
#include "core/alternatives/models.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <numeric>
#include <utility>

namespace firn::alternatives {

namespace {

constexpr int kMonths = 12;
constexpr std::int64_t kTerabyte = 1'000'000'000'000;
constexpr std::size_t kFlips = 5;

const Alternative* find(const Comparison& comparison, const std::string& name) {
    const auto& all = comparison.alternatives;
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Alternative& one) { return one.name == name; });
    return found == all.end() ? nullptr : &*found;
}

Money scaled(const Money& money, const Rational& rate) { return Money{money.amount() * rate}; }

Rational share_of(const Course& course, Grade grade) {
    Money all;
    for (const Money& amount : course.by_grade)
        all += amount;
    return all.is_zero() ? Rational{0}
                         : Rational{course.by_grade[static_cast<std::size_t>(grade)].amount() / all.amount()};
}

/// In the currency of the comparison.
void convert(Course& course, const Rational& rate) {
    for (MonthCost& month : course.months) {
        month.capital = scaled(month.capital, rate);
        month.running = scaled(month.running, rate);
    }
    for (auto& [purpose, amount] : course.by_purpose)
        amount = scaled(amount, rate);
    for (Money& amount : course.by_grade)
        amount = scaled(amount, rate);
    course.residual = scaled(course.residual, rate);
    course.exit_cost = scaled(course.exit_cost, rate);
}

Result<Course> single_course(const Alternative& alternative, const Demand& demand,
                             const std::vector<Rational>& inflation, GrowthTable& growth) {
    const Situation situation{alternative, demand, inflation, growth};
    switch (alternative.kind) {
        case Kind::usb_drives:
            return usb_drives(situation);
        case Kind::second_datacenter:
            return second_datacenter(situation);
        case Kind::tape:
            return tape(situation);
        case Kind::archive_service:
            return archive_service(situation);
        case Kind::vendor_quote:
            return vendor_quote(situation);
        case Kind::price_book:
            return price_book_service(situation);
        case Kind::set:
            break;
    }
    return Course{};
}

/// The old way runs on beside the new one: its running cost and hours in the first months, of the grades of
/// all that is spent on it.
void run_beside(Course& course, const Course& current, int overlap) {
    const std::size_t months = std::min(course.months.size(), static_cast<std::size_t>(overlap));
    Money beside;
    for (std::size_t i = 0; i < months; ++i) {
        course.months[i].running += current.months[i].running;
        course.months[i].hours += current.months[i].hours;
        beside += current.months[i].running;
    }
    if (months == 0) return;
    course.by_purpose["old way beside it"] += beside;
    for (std::size_t grade = 0; grade < kGradeCount; ++grade)
        course.by_grade[grade] += scaled(beside, share_of(current, static_cast<Grade>(grade)));
}

Diagnostic cost_too_large(const Alternative& alternative) {
    return {.code = "cost-too-large",
            .where = alternative.where,
            .what = fmt::format("\"{}\" costs more in a month than can be added up", alternative.name),
            .expected = "less than 10^18 a month",
            .remedy = "check its prices, and how inflation and demand grow"};
}

/// The courses of all alternatives, in the comparison's currency, each with those parts of the old way beside
/// it that it has not itself. Each is run once.
Result<std::vector<Course>> courses_of(const Comparison& comparison, const Demand& demand) {
    const auto& all = comparison.alternatives;
    GrowthTable growth{demand.months.size()};
    const auto inflation = growth.of(comparison.inflation);
    std::vector<Course> own(all.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].kind == Kind::set) continue;
        auto course = own_course(comparison, all[i], demand, inflation, growth);
        if (!course) return course.error();
        if (course->is_too_large) return failure(cost_too_large(all[i]));
        own[i] = std::move(course).value();
    }
    const auto own_of = [&](const std::string& name) {
        return &own[static_cast<std::size_t>(find(comparison, name) - all.data())];
    };
    for (std::size_t i = 0; i < all.size(); ++i) {
        std::vector<const Course*> members;
        std::transform(all[i].members.begin(), all[i].members.end(), std::back_inserter(members), own_of);
        if (!members.empty()) own[i] = together(members);
    }
    const Alternative* current = find(comparison, comparison.current);
    if (current == nullptr) return own;
    std::vector<Course> beside = own;
    for (std::size_t i = 0; i < all.size(); ++i) {
        for (const Alternative& old : all) {
            if (old.kind != Kind::set && is_part_of(*current, old.name) && !is_part_of(all[i], old.name))
                run_beside(beside[i], *own_of(old.name), comparison.overlap);
        }
    }
    return beside;
}

Result<bool> add_cases(Results& results) {
    for (const Case which : {Case::low, Case::high}) {
        const auto courses = courses_of(in_case(results.comparison, which), results.demand);
        if (!courses) return courses.error();
        for (std::size_t i = 0; i < courses->size(); ++i) {
            const Money npv = figures_of((*courses)[i], results.comparison, results.demand).npv;
            (which == Case::low ? results.outcomes[i].npv_low : results.outcomes[i].npv_high) = npv;
        }
    }
    return true;
}

/// Whether each byte lies on one piece only, whose failure loses it. Services keep several, a set too.
bool is_single_copy(const Outcome& outcome) {
    const Parameters& parameters = outcome.alternative.parameters;
    switch (outcome.alternative.kind) {
        case Kind::usb_drives:
        case Kind::tape:
            return outcome.course.copies == 1;
        case Kind::second_datacenter:
            return outcome.course.copies == 1 && parameters["parity_units"] == 0;
        case Kind::price_book:
        case Kind::archive_service:
        case Kind::vendor_quote:
        case Kind::set:
            return false;
    }
    return false;
}

void rank(Results& results) {
    results.ranking.resize(results.outcomes.size());
    std::iota(results.ranking.begin(), results.ranking.end(), std::size_t{0});
    std::stable_sort(results.ranking.begin(), results.ranking.end(), [&](std::size_t a, std::size_t b) {
        return results.outcomes[a].figures.npv < results.outcomes[b].figures.npv;
    });
}

}  // namespace

Result<Course> own_course(const Comparison& comparison, const Alternative& alternative, const Demand& demand,
                          const std::vector<Rational>& inflation, GrowthTable& growth) {
    auto course = single_course(alternative, demand, inflation, growth);
    const auto rate = comparison.exchange.find(alternative.currency);
    if (course && rate != comparison.exchange.end()) convert(course.value(), rate->second);
    return course;
}

std::vector<Money> cash_of(const Course& course) {
    std::vector<Money> cash;
    for (const MonthCost& month : course.months)
        cash.push_back(month.cash());
    cash.back() += course.exit_cost - course.residual;
    return cash;
}

std::vector<Money> sums_of(const Figures& figures) {
    std::vector<Money> sums;
    Money sum;
    for (const Money& cash : figures.cash)
        sums.push_back(sum += cash);
    return sums;
}

Figures figures_of(const Course& course, const Comparison& comparison, const Demand& demand) {
    const std::size_t months = course.months.size();
    const auto discount = discount_factors(comparison.discount_rate, months);
    Figures figures{.cash = cash_of(course)};
    Rational tb_years;
    for (std::size_t i = 0; i < months; ++i) {
        const MonthCost& month = course.months[i];
        figures.capital += month.capital;
        figures.running += month.running;
        figures.hours += month.hours;
        tb_years += demand.months[i].average * discount[i] / kTerabyte / kMonths;
    }
    for (const Money& cash : figures.cash)
        figures.total += cash;
    figures.npv = present_value(figures.cash, discount);
    const Rational recovery =
        capital_recovery(comparison.discount_rate, discount[months], Rational{months} / kMonths);
    figures.equivalent_annual_cost = Money{round_half_up(figures.npv.amount() * recovery, 20)};
    if (tb_years > 0) figures.per_tb_year = Money{round_half_up(figures.npv.amount() / tb_years, 20)};
    return figures;
}

Comparison in_case(const Comparison& comparison, Case which) {
    Comparison changed = comparison;
    if (which == Case::base) return changed;
    for (Alternative& one : changed.alternatives) {
        for (Parameter& parameter : one.parameters.all()) {
            const Rational& end = which == Case::low ? parameter.cheap : parameter.dear;
            const bool is_asked = parameter.grade == Grade::stated;
            parameter.value = is_asked ? end : Rational{(parameter.value + end) / 2};
        }
    }
    return changed;
}

std::vector<BreakEven> break_even_of(const std::vector<Outcome>& outcomes) {
    std::vector<BreakEven> all;
    for (std::size_t a = 0; a < outcomes.size(); ++a) {
        for (std::size_t b = a + 1; b < outcomes.size(); ++b) {
            const bool is_a = outcomes[a].figures.total <= outcomes[b].figures.total;
            BreakEven one{.cheaper = is_a ? a : b, .dearer = is_a ? b : a};
            Money cheap;
            Money dear;
            for (std::size_t i = 0; i < outcomes[a].figures.cash.size(); ++i) {
                cheap += outcomes[one.cheaper].figures.cash[i];
                dear += outcomes[one.dearer].figures.cash[i];
                if (cheap >= dear) one.month = i + 1;
            }
            all.push_back(one);
        }
    }
    return all;
}

Result<Results> compare(const Comparison& asked, const Demand& demand, const CompareOptions& options) {
    const auto is_cancelled = [&] { return options.is_cancelled && options.is_cancelled(); };
    Diagnostics wrong = check(asked, demand);
    if (!wrong.empty()) return wrong;
    Results results{.comparison = asked, .demand = demand};
    Comparison& comparison = results.comparison;
    settle_currencies(comparison);
    if (const auto billed = bill_books(comparison, demand); !billed) return billed.error();
    auto courses = courses_of(comparison, demand);
    if (!courses) return courses.error();
    if (is_cancelled()) return Diagnostics{};
    for (std::size_t i = 0; i < courses->size(); ++i) {
        Outcome outcome{.alternative = comparison.alternatives[i], .course = (*courses)[i]};
        outcome.figures = figures_of(outcome.course, comparison, demand);
        outcome.is_single_copy = is_single_copy(outcome);
        outcome.unconfirmed_share = share_of(outcome.course, Grade::unconfirmed);
        outcome.assumed_share = share_of(outcome.course, Grade::assumed);
        results.outcomes.push_back(std::move(outcome));
    }
    if (const auto added = add_cases(results); !added) return added.error();
    rank(results);
    results.break_even = break_even_of(results.outcomes);
    results.were_flips_sought = options.seeks_flips;
    seek_what_turns(results, kFlips, options);
    if (is_cancelled()) return Diagnostics{};
    return results;
}

}  // namespace firn::alternatives
