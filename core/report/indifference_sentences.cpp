#include "core/report/indifference_sentences.hpp"

#include "core/report/amounts.hpp"
#include "core/usage/charge_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

namespace firn::report {

using planner::Indifference;
using planner::Plan;
using planner::SizeOutcome;

namespace {

std::string range_text(std::string from, const std::string& to) {
    return from == to ? from : fmt::format("{} to {}", std::move(from), to);
}

/// "530.83 USD", "8.1979 to 8.2084 USD"
std::string costs_text(const PlanReport& report) {
    const auto [low, high] =
        std::minmax_element(report.plan.sizes.begin(), report.plan.sizes.end(),
                            [](const SizeOutcome& a, const SizeOutcome& b) { return a.cost < b.cost; });
    const auto text = [&](const SizeOutcome& of) { return amount_text(of.cost, report.plan.bill); };
    return range_text(text(*low), text(*high)) + " " + report.plan.bill.currency;
}

std::string reads_text(const Plan& plan) {
    const auto [low, high] = std::minmax_element(
        plan.sizes.begin(), plan.sizes.end(),
        [](const SizeOutcome& a, const SizeOutcome& b) { return a.restore_read < b.restore_read; });
    return range_text(to_rough_text(low->restore_read), to_rough_text(high->restore_read));
}

bool is_size_assumed(const PlanReport& report) {
    return std::any_of(report.assumed.begin(), report.assumed.end(),
                       [](const std::string& one) { return one.starts_with("pipeline.bundle_size "); });
}

/// "storage", "storage and overhead", "storage, overhead and copy"
std::string and_list(const std::vector<std::string>& names) {
    const auto last = std::prev(names.end());
    const std::string first{fmt::format("{}", fmt::join(names.begin(), last, ", "))};
    return first.empty() ? *last : first + " and " + *last;
}

/// "Keep 1 GB", "Take any, such as 1 MiB"
std::string advice(const PlanReport& report) {
    const std::string kept = to_text(kept_size(report));
    return is_size_assumed(report) ? "Take any, such as " + kept
                                   : fmt::format("Keep the scenario's {}", kept);
}

}  // namespace

std::optional<Indifference> indifference_of(const PlanReport& report) {
    if (!report.plan.ages.empty()) return std::nullopt;
    return planner::indifference_of(report.plan.sizes);
}

Bytes kept_size(const PlanReport& report) {
    const Bytes own = report.scenario.pipeline.bundle_size;
    const bool was_tried = std::any_of(report.plan.sizes.begin(), report.plan.sizes.end(),
                                       [&](const SizeOutcome& one) { return one.bundle_size == own; });
    return was_tried && !is_size_assumed(report) ? own : report.plan.recommended().bundle_size;
}

std::string reason_text(const Indifference& of) {
    if (of.is_each_alone && of.is_by_age && of.is_filled)
        return "each file fills its bundle, or the bundle closes by age before a second file comes: each is "
               "an "
               "archive of its own";
    if (of.is_each_alone && of.is_by_age)
        return "bundles close by age before a second file comes: each file is an archive of its own";
    if (of.is_each_alone)
        return "each file is larger than any of these bundles, and so an archive of its own";
    if (of.untouched.empty()) return "what larger bundles save in one charge they cost in another";
    std::vector<std::string> names;
    for (const usage::ChargeType charge : of.untouched)
        names.push_back(usage::charge_words(charge));
    return fmt::format("{} % of it is for {}, which the size does not touch{}",
                       format_fixed(of.untouched_share * 100, 1), and_list(names),
                       of.has_requests ? "" : ", and nothing is billed by the request");
}

std::string indifferent_sentence(const PlanReport& report, const Indifference& indifference,
                                 const std::string& months) {
    const Plan& plan = report.plan;
    const bool is_same = indifference.spread == 0;
    const std::string within =
        is_same
            ? ""
            : fmt::format(" (within {} %)",
                          format_fixed(Rational{ceil_of(Rational{indifference.spread * 10000})} / 100, 2));
    return fmt::format(
        "{}: the bundle size changes {}. From {} to {} the {} {} to {}{} in {}, because {}; a restore "
        "reads {}.{}",
        advice(report), is_same ? "nothing" : "next to nothing", to_text(plan.sizes.front().bundle_size),
        to_text(plan.sizes.back().bundle_size), months, plan.replay.months.size() == 1 ? "comes" : "come",
        costs_text(report), within, report.scenario.region, reason_text(indifference), reads_text(plan),
        plan.recommendation.targets_met ? "" : " No size meets the targets.");
}

}  // namespace firn::report
