#include "core/report/compare_sentences.hpp"

#include "core/alternatives/currencies.hpp"
#include "core/alternatives/shown_value.hpp"
#include "core/report/amounts.hpp"
#include "core/report/table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

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
    if (results.outcomes[first].figures.total == results.outcomes[second].figures.total)
        return "; in plain sums both cost the same";
    const auto found = std::find_if(all.begin(), all.end(), [&](const BreakEven& one) {
        return one.cheaper == first && one.dearer == second;
    });
    if (found == all.end()) return "; in plain sums it does not cost less by the end";
    if (found->month == 0) return ", and less in sum from the first month on";
    if (found->month >= results.demand.months.size()) return "; in plain sums it is never behind for good";
    return fmt::format(", and less in sum from {} on", to_text(results.demand.months[found->month].month));
}

/// Those that cost as much as the cheapest, to the cent; it is the first.
std::vector<std::size_t> cheapest_of(const Results& results) {
    const Money least = results.outcomes[results.ranking.front()].figures.npv;
    std::vector<std::size_t> best;
    std::copy_if(results.ranking.begin(), results.ranking.end(), std::back_inserter(best),
                 [&](std::size_t index) {
                     const Money gap = results.outcomes[index].figures.npv - least;
                     return round_half_up(gap.amount(), 2) == 0;
                 });
    return best;
}

/// "drives is the cheapest", "drives and tape cost the same, and the least"
std::string lead_of(const Results& results, const std::vector<std::size_t>& best) {
    const std::string& first = name_of(results, best.front());
    if (best.size() == 1) return fmt::format("{} is the cheapest", first);
    std::string names = first;
    for (std::size_t i = 1; i < best.size(); ++i)
        names += fmt::format("{}{}", i + 1 == best.size() ? " and " : ", ", name_of(results, best[i]));
    const bool are_all = best.size() == results.ranking.size();
    return fmt::format("{} cost the same{}", names, are_all ? "" : ", and the least");
}

/// The low and the high case, of each that costs the least.
std::string spread_of(const Results& results, const std::vector<std::size_t>& best) {
    std::string text;
    for (const std::size_t index : best) {
        const Outcome& one = results.outcomes[index];
        text += fmt::format("{}{}{} in its low case, {} in its high one", text.empty() ? "" : "; ",
                            best.size() == 1 ? "" : one.alternative.name + " ", round_amount(one.npv_low),
                            round_amount(one.npv_high));
    }
    return text;
}

std::string flip_sentence(const Results& results, const Flip& flip) {
    const alternatives::Alternative& owner = results.comparison.alternatives[flip.alternative];
    const std::string& currency = alternatives::currency_of(results.comparison, owner);
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
    const std::vector<std::size_t> best = cheapest_of(results);
    const std::size_t first = best.front();
    const Outcome& winner = results.outcomes[first];
    const std::string& currency = results.comparison.currency;
    std::string text = fmt::format(
        "{}: {} {} in present value over {} ({})", lead_of(results, best), round_amount(winner.figures.npv),
        currency, counted(results.demand.months.size(), "month", "months"), spread_of(results, best));
    if (results.ranking.size() < 2) return text + "; nothing is there to compare it with.";
    if (best.size() < results.ranking.size()) {
        const std::size_t next = results.ranking[best.size()];
        const Money gap = results.outcomes[next].figures.npv - winner.figures.npv;
        text += fmt::format(", {} {} less than {}{}", round_amount(gap), currency, name_of(results, next),
                            best.size() > 1 ? "" : since(results, first, next));
    }
    if (!results.were_flips_sought) return text + ".";
    if (results.flips.empty())
        return text + ". No single assumption between a tenth of its value and ten times it turns that.";
    return text + ". " + flip_sentence(results, results.flips.front());
}

std::vector<std::string> flip_sentences(const Results& results) {
    std::vector<std::string> sentences;
    for (const Flip& flip : results.flips)
        sentences.push_back(flip_sentence(results, flip));
    if (sentences.empty() && results.were_flips_sought && results.ranking.size() > 1)
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
