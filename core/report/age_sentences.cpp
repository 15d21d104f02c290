#include "core/report/age_sentences.hpp"

#include "core/report/amounts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <iterator>

namespace firn::report {

namespace {

using backup::HourOfDay;
using planner::AgePlan;
using planner::Plan;

/// "1.3 % more", "0.4 % less", "as much".
std::string compared(const Money& cost, const Money& base) {
    if (cost == base) return "as much";
    const bool less = cost < base;
    if (base.is_zero()) return less ? "less" : "more";
    const Rational ratio{cost.amount() / base.amount()};
    const Rational difference = less ? Rational{1 - ratio} : Rational{ratio - 1};
    const std::string percent = format_fixed(Rational{difference * 100}, 1);
    if (percent == "0.0") return "nearly as much";
    return fmt::format("{} % {}", percent, less ? "less" : "more");
}

/// "Waiting at most 1 min: the best size is 8 MiB, which costs 2.3 % more."
std::string neighbour_text(const Plan& plan, const AgePlan& other) {
    const planner::SizeOutcome& best = other.recommended();
    const std::string wait = other.max_age ? "Waiting at most " + firn::to_text(*other.max_age)
                                           : std::string{"Waiting until bundles are full"};
    if (plan.recommendation.targets_met && !best.meets_targets()) {
        return fmt::format("{}: at the best size, {}, {}.", wait, firn::to_text(best.bundle_size),
                           best.missed.front().reason);
    }
    return fmt::format("{}: the best size is {}, which costs {}.", wait, firn::to_text(best.bundle_size),
                       compared(best.cost, plan.recommended().cost));
}

std::string hour_text(const backup::HoursOfDay& hours, std::size_t hour) {
    const HourOfDay& of = hours.at(hour);
    return fmt::format("from {:02}:00 to {:02}:00 they hold {} ({} % close by age)", hour, hour + 1,
                       to_rough_text(backup::mean_bundle(of)), percent_text(of.closed_by_age, of.archives));
}

/// "Bundles are emptiest at night", with numbers instead of the word.
std::string hours_sentence(const Plan& plan) {
    const backup::ReplayResult& replay = plan.replay;
    if (replay.closed_by_age == 0) return "No bundle closes by age.";
    std::size_t least = replay.hours.size();
    std::size_t most = replay.hours.size();
    for (std::size_t i = 0; i < replay.hours.size(); ++i) {
        if (replay.hours.at(i).archives == 0) continue;
        const Bytes mean = backup::mean_bundle(replay.hours.at(i));
        if (least == replay.hours.size() || mean < backup::mean_bundle(replay.hours.at(least))) least = i;
        if (most == replay.hours.size() || mean > backup::mean_bundle(replay.hours.at(most))) most = i;
    }
    const std::string mean = to_rough_text(backup::mean_bundle(replay));
    const std::string share = percent_text(replay.closed_by_age, replay.archives);
    if (share == "0.0") return "Hardly a bundle closes by age; they hold " + mean + " on average.";
    const std::string all =
        fmt::format("{} % of the bundles close by age; they hold {} on average", share, mean);
    if (least == most) return all + ".";
    return fmt::format("{}: {}, {} (UTC).", all, hour_text(replay.hours, least),
                       hour_text(replay.hours, most));
}

}  // namespace

std::string wait_text(const planner::MaxAge& age) {
    return age ? "wait at most " + firn::to_text(*age) : std::string{"wait until they are full"};
}

std::vector<std::string> age_sentences(const PlanReport& report) {
    const Plan& plan = report.plan;
    if (plan.ages.empty()) return {};
    std::vector<std::string> sentences;
    if (plan.pair.age > 0) sentences.push_back(neighbour_text(plan, plan.ages[plan.pair.age - 1]));
    if (plan.pair.age + 1 < plan.ages.size())
        sentences.push_back(neighbour_text(plan, plan.ages[plan.pair.age + 1]));
    sentences.push_back(hours_sentence(plan));
    return sentences;
}

}  // namespace firn::report
