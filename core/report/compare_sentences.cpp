#include "core/report/compare_sentences.hpp"

#include "core/alternatives/shown_value.hpp"
#include "core/report/amounts.hpp"
#include "core/report/table.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace firn::report {

using alternatives::BreakEven;
using alternatives::Flip;
using alternatives::Outcome;
using alternatives::Results;
using alternatives::shown_text;
using firn::to_text;

namespace {

const std::string& name_of(const Results& results, std::size_t index) {
    return results.outcomes[index].alternative.name;
}

/// From when the first costs less in sum than the second.
std::string since(const Results& results, std::size_t first, std::size_t second) {
    const auto& all = results.break_even;
    const auto found = std::find_if(all.begin(), all.end(), [&](const BreakEven& one) {
        return one.cheaper == first && one.dearer == second;
    });
    if (found == all.end()) return "; in plain sums it does not cost less by the end";
    if (found->month == 0) return ", and less in sum from the first month on";
    if (found->month >= results.demand.months.size()) return "; in plain sums it is never behind for good";
    return fmt::format(", and less in sum from {} on", to_text(results.demand.months[found->month].month));
}

std::string flip_sentence(const Results& results, const Flip& flip) {
    const alternatives::Alternative& owner = results.comparison.alternatives[flip.alternative];
    const std::string& currency = owner.currency.empty() ? results.comparison.currency : owner.currency;
    const alternatives::Parameter& parameter = *owner.parameters.find(flip.key);
    return fmt::format("{} becomes the cheapest if {} of {} is {} in place of {}.",
                       name_of(results, flip.cheapest_then), flip.key, owner.name,
                       shown_text(parameter, flip.flips_at, currency),
                       shown_text(parameter, flip.base, currency));
}

}  // namespace

std::string metered_demand_sentence() {
    return "The demand is what one run of the scenario metered; the stock at a month's end is the mean of "
           "its "
           "average and the next month's.";
}

std::string round_amount(const Money& amount) {
    constexpr int kSmall = 100;
    const bool is_small = amount.amount() < kSmall && amount.amount() > -kSmall;
    return with_separators(format_fixed(amount.amount(), is_small ? 2 : 0));
}

std::string month_name(const Results& results, std::size_t month) {
    return to_text(results.demand.months[month].month);
}

std::string compare_sentence(const Results& results) {
    const std::size_t best = results.ranking.front();
    const Outcome& winner = results.outcomes[best];
    const std::string& currency = results.comparison.currency;
    std::string text = fmt::format(
        "{} is the cheapest: {} {} in present value over {} ({} in its low case, {} in its high one)",
        winner.alternative.name, round_amount(winner.figures.npv), currency,
        counted(results.demand.months.size(), "month", "months"), round_amount(winner.npv_low),
        round_amount(winner.npv_high));
    if (results.ranking.size() > 1) {
        const std::size_t next = results.ranking[1];
        const Money gap = results.outcomes[next].figures.npv - winner.figures.npv;
        text += fmt::format(", {} {} less than {}{}", round_amount(gap), currency, name_of(results, next),
                            since(results, best, next));
    }
    if (results.ranking.size() < 2) return text + "; nothing is there to compare it with.";
    if (!results.were_flips_sought) return text + ".";
    if (results.flips.empty())
        return text + ". No single assumption between a tenth of its value and ten times it turns that.";
    return text + ". " + flip_sentence(results, results.flips.front());
}

std::vector<std::string> flip_sentences(const Results& results) {
    std::vector<std::string> sentences;
    for (const Flip& flip : results.flips)
        sentences.push_back(flip_sentence(results, flip));
    if (sentences.empty() && results.were_flips_sought)
        sentences.emplace_back(
            "No single assumption between a tenth of its value and ten times it turns the answer.");
    return sentences;
}

std::vector<std::string> warning_sentences(const Results& results) {
    std::vector<std::string> sentences;
    if (results.demand.months.size() < 12)
        sentences.push_back(
            fmt::format("The comparison covers {}, not a year: setting up and taking everything out weigh on "
                        "few months. Costs "
                        "a year and hours a year would be those of these months put up to twelve, and stand "
                        "in JSON only.",
                        counted(results.demand.months.size(), "month", "months")));
    for (const Outcome& one : results.outcomes) {
        const std::string& name = one.alternative.name;
        if (one.is_single_copy)
            sentences.push_back(
                fmt::format("{} keeps each byte on one piece only: when the original is lost and that one "
                            "fails, it is gone. State a second copy, or compare a set.",
                            name));
        if (!one.course.audit.possible)
            sentences.push_back(
                fmt::format("{} cannot be audited as asked: {}.", name, one.course.audit.reason));
    }
    return sentences;
}

}  // namespace firn::report
