#include "core/forecast/bridge_parts.hpp"
#include "core/report/amounts.hpp"
#include "core/report/table.hpp"
#include "core/report/variance_report.hpp"
#include "core/usage/charge_words.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstddef>

namespace firn::report {

namespace {

using forecast::Bridge;
using forecast::BridgePart;
using forecast::OneOff;
using forecast::Variance;
using forecast::VarianceMonth;

std::string shown(const Money& money) { return with_separators(to_text(money)); }

std::string name_of(const forecast::BridgeLine& line) {
    if (!line.charge || *line.charge == usage::ChargeType::other) return line.usage_type;
    return fmt::format("{} ({})", usage::charge_words(*line.charge), line.usage_type);
}

/// "One-off: retrieval (Peak-Restore-Bytes-Delta) 157.80 in 2016-02, surprise fee 12.34 in 2016-02."
std::string one_offs_sentence(const Variance& variance) {
    constexpr std::size_t kNamed = 3;
    std::vector<std::string> named;
    for (std::size_t i = 0; i < std::min(kNamed, variance.one_offs.size()); ++i) {
        const OneOff& one_off = variance.one_offs[i];
        named.push_back(fmt::format("{} {} in {}", name_of(one_off.line), shown(one_off.line.cost),
                                    to_text(one_off.month)));
    }
    const std::size_t more = variance.one_offs.size() - named.size();
    return fmt::format("One-off: {}{}.", fmt::join(named, ", "),
                       more > 0 ? fmt::format(", and {} more", more) : "");
}

/// What was billed beside the budget until then. Of a month billed in part that is the budget of that part.
std::string difference_sentence(const Variance& variance) {
    const bool is_open = variance.months.back().is_open;
    Bridge bridge = variance.bridge;
    if (is_open) bridge.calendar = Money{};
    const Money planned = is_open ? variance.planned + variance.bridge.calendar : variance.planned;
    const Rational apart = round_half_up(variance.actual.amount(), 2) - round_half_up(planned.amount(), 2);
    // As the table shows them, so that both name the same amount.
    const std::vector<BridgePart> parts = shown_parts(bridge, planned, variance.actual);
    const auto largest =
        std::max_element(parts.begin(), parts.end(), [](const BridgePart& a, const BridgePart& b) {
            return abs(a.amount.amount()) < abs(b.amount.amount());
        });
    const std::string budget = is_open ? "the budget until that day" : "the budget";
    const std::string apart_text =
        apart == 0 ? "as much as " + budget
                   : fmt::format("{} {} than {} of {}; most of it is {} ({})",
                                 shown(Money{Rational{abs(apart)}}), apart > 0 ? "more" : "less", budget,
                                 shown(planned), largest->name, shown(largest->amount));
    return fmt::format("Billed to date are {} {}, {}.", shown(variance.actual), variance.budget.currency,
                       apart_text);
}

/// How many of the months that are billed whole lie outside.
std::string band_sentence(const Variance& variance) {
    const auto outside =
        std::count_if(variance.months.begin(), variance.months.end(),
                      [](const VarianceMonth& month) { return !month.is_open && !month.is_inside; });
    const VarianceMonth& last = variance.months.back();
    const std::size_t whole = variance.months.size() - (last.is_open ? 1 : 0);
    std::string text;
    if (whole > 0)
        text = fmt::format("{} of {} {} outside {} band from P10 to P90", outside,
                           counted(whole, "month", "months"), whole == 1 ? "lies" : "lie",
                           whole == 1 ? "its" : "their");
    if (last.is_open)
        text += fmt::format("{}{} is billed in part and not held against its band", whole > 0 ? "; " : "",
                            to_text(last.budget.month));
    return text + '.';
}

std::string not_billed_sentence(const Variance& variance) {
    std::vector<std::string> months;
    for (const BillingPeriod month : variance.not_billed)
        months.push_back(to_text(month));
    return fmt::format("Of {} there is no bill: the outlook has the budget of {}.", fmt::join(months, ", "),
                       months.size() == 1 ? "that month" : "those months");
}

/// Which of the amounts of a forecast is called budget, and how the median that it began with stands to it.
std::string what_budget_is(const Variance& variance) {
    std::string text = "Budget is the bill of the forecast's central path, in every month and in every sum";
    if (const auto& all = variance.budget.months.back().so_far)
        text += fmt::format("; half of the draws of all {} cost more than {}",
                            counted(variance.budget.months.size(), "month", "months"), shown(all->p50));
    return text + '.';
}

}  // namespace

std::vector<Assumption> variance_basis(const Variance& variance) {
    const VarianceMonth& last = variance.months.back();
    std::string months = to_text(variance.months.front().budget.month);
    if (variance.months.size() > 1) months += " to " + to_text(last.budget.month);
    std::vector<Assumption> basis{
        {fmt::format("what was billed, {} ({}{})", months, counted(variance.months.size(), "month", "months"),
                     last.is_open ? ", the last one in part" : ""),
         pricing::Grade::measured,
         {}}};
    for (const forecast::BudgetBasis& one : variance.budget.basis)
        basis.push_back({"the budget: " + one.what, pricing::grade_named(one.grade), one.source});
    return basis;
}

std::vector<std::string> variance_sentences(const Variance& variance) {
    std::vector<std::string> sentences{difference_sentence(variance)};
    if (!variance.one_offs.empty()) sentences.push_back(one_offs_sentence(variance));
    sentences.push_back(band_sentence(variance));
    if (!variance.not_billed.empty()) sentences.push_back(not_billed_sentence(variance));
    sentences.push_back(fmt::format(
        "New outlook for the whole budget: {} {} when the rest goes as planned, {} when it goes as the "
        "last month did; it was {}.",
        shown(variance.outlook), variance.budget.currency, shown(variance.outlook_at_rate),
        shown(variance.original)));
    sentences.push_back(what_budget_is(variance));
    return sentences;
}

}  // namespace firn::report
