#include "core/report/cheaper_sentence.hpp"

#include "core/planner/cheaper_but_missing.hpp"
#include "core/units/counted_text.hpp"

#include <fmt/format.h>

namespace firn::report {

using planner::Plan;
using planner::SizeOutcome;

namespace {

/// "16 MiB"; of several ages "16 MiB (12 h)".
std::string pair_text(const SizeOutcome& outcome, bool has_ages) {
    const std::string size = firn::to_text(outcome.bundle_size);
    if (!has_ages) return size;
    return fmt::format("{} ({})", size, outcome.max_age ? firn::to_text(*outcome.max_age) : "no age");
}

/// By how much a cost is below another one, in per cent of that.
std::string percent_below(const Money& cost, const Money& base) {
    return format_fixed(Rational{(1 - cost.amount() / base.amount()) * 100}, 1);
}

/// What its bill lacks, where that is one archive in a hundred or more.
std::string lacking_text(const SizeOutcome& outcome) {
    if (outcome.archives_past_horizon * 100 <= outcome.archives) return {};
    return fmt::format("{} of its {} {} not in that bill, and ", outcome.archives_past_horizon,
                       counted(outcome.archives, "archive", "archives"),
                       outcome.archives_past_horizon == 1 ? "is" : "are");
}

}  // namespace

std::string_view among_text(const Plan& plan) {
    return planner::cheaper_but_missing(plan) ? " that meets the targets" : "";
}

std::string cheaper_sentence(const Plan& plan) {
    const auto cheaper = planner::cheaper_but_missing(plan);
    if (!cheaper) return {};
    const bool has_ages = !plan.ages.empty();
    const SizeOutcome& cheapest = plan.cheapest();
    return fmt::format(
        "{} would cost {} % less than the cheapest {} that meets the targets, {}; but {}then {}.",
        pair_text(*cheaper, has_ages), percent_below(cheaper->cost, cheapest.cost),
        has_ages ? "pair" : "size", pair_text(cheapest, has_ages), lacking_text(*cheaper),
        cheaper->missed.front().reason);
}

}  // namespace firn::report
