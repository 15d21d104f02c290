#include "core/report/plan_sentences.hpp"

#include "core/report/age_sentences.hpp"
#include "core/report/amounts.hpp"
#include "core/report/cheaper_sentence.hpp"
#include "core/report/indifference_sentences.hpp"
#include "core/report/later_copies.hpp"
#include "core/report/stock_sentences.hpp"
#include "core/report/table.hpp"
#include "core/usage/charge_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>

namespace firn::report {

namespace {

using planner::FlatRegion;
using planner::Plan;
using planner::SizeOutcome;

std::string amount(const PlanReport& report, const Money& money) {
    return amount_text(money, report.plan.bill) + " " + report.plan.bill.currency;
}

std::string percent_above(const Money& cost, const Money& base) {
    return format_fixed(Rational{(cost.amount() / base.amount() - 1) * 100}, 1);
}

/// How far two costs are apart, in per cent of the second.
std::string percent_between(const Money& cost, const Money& base) {
    const Rational difference = cost.amount() / base.amount() - 1;
    return format_fixed(Rational{(difference < 0 ? -difference : difference) * 100}, 1);
}

std::string age_text(const planner::MaxAge& age) { return age ? to_text(*age) : "no age"; }

std::string months_text(const PlanReport& report) {
    const auto& months = report.plan.replay.months;
    const std::string copies = later_copies_text(report.plan.bill, months.size());
    const std::string first = to_text(BillingPeriod::containing(report.scenario.start));
    if (months.size() == 1) return fmt::format("month {}{}", first, copies);
    return fmt::format("{} months from {} to {}{}", months.size(), first,
                       months.empty() ? first : to_text(months.back().month), copies);
}

std::string first_sentence(const PlanReport& report) {
    const Plan& plan = report.plan;
    const SizeOutcome& chosen = plan.recommended();
    const SizeOutcome& cheapest = plan.cheapest();
    const bool ages = !plan.ages.empty();
    std::string text = fmt::format("Take bundles of {}{}: the {} {} to {} in {}", to_text(chosen.bundle_size),
                                   ages ? " that " + wait_text(chosen.max_age) : "", months_text(report),
                                   plan.replay.months.size() == 1 ? "comes" : "come",
                                   amount(report, chosen.cost), report.scenario.region);
    if (chosen.cost != cheapest.cost && !cheapest.cost.is_zero()) {
        text +=
            fmt::format(", {} % above the cheapest {}{} ({}{})", percent_above(chosen.cost, cheapest.cost),
                        ages ? "pair" : "size", among_text(plan), to_text(cheapest.bundle_size),
                        ages ? ", " + age_text(cheapest.max_age) : "");
    }
    text += plan.recommendation.targets_met ? "." : "; no size meets the targets, so this is by cost alone.";
    return text;
}

/// "; as the prices came, 25 MB costs 12.3 % less"
std::string what_came(const PlanReport& report, const Money& expected) {
    if (expected.is_zero()) return "";
    const SizeOutcome& chosen = report.plan.recommended();
    return fmt::format("; as the prices came, {} costs {} % {}", to_text(chosen.bundle_size),
                       percent_between(chosen.cost, expected), chosen.cost < expected ? "less" : "more");
}

/// The answer as it was known when the scenario began, where prices changed on the way.
void append_held(const PlanReport& report, std::vector<std::string>& sentences) {
    if (!report.plan.held) return;
    const planner::HeldPlan& held = *report.plan.held;
    const SizeOutcome& then = held.recommended();
    const SizeOutcome& same_size = held.sizes[report.plan.recommendation.size];
    std::string text =
        fmt::format("As it was known in {}, with the prices of then held: bundles of {} for {}",
                    to_text(BillingPeriod::containing(held.prices_of)), to_text(then.bundle_size),
                    amount(report, then.cost));
    if (then.bundle_size != same_size.bundle_size) {
        text += fmt::format(" ({} for {})", to_text(same_size.bundle_size), amount(report, same_size.cost));
    }
    sentences.push_back(text + what_came(report, same_size.cost) + ".");
}

std::string flat_text(const FlatRegion& region) {
    return region.from == region.to ? fmt::format("only {}", to_text(region.from))
                                    : fmt::format("{} to {}", to_text(region.from), to_text(region.to));
}

std::string flat_sentence(const Plan& plan) {
    return fmt::format("{} is flat within 1 % for {}, within 5 % for {}.",
                       among_text(plan).empty() ? "Cost" : "Among the sizes that meet the targets cost",
                       flat_text(plan.recommendation.flat_1pct), flat_text(plan.recommendation.flat_5pct));
}

void append_limits(const Plan& plan, std::vector<std::string>& sentences) {
    sentences.push_back(flat_sentence(plan));
    for (const planner::Limit& limit : plan.recommendation.limits) {
        const bool smaller = limit.side == planner::Limit::Side::smaller;
        sentences.push_back(fmt::format("{}: {}", smaller ? "Smaller" : "Larger", limit.reason));
    }
}

/// The size that the answer names.
const SizeOutcome& named_size(const PlanReport& report, bool is_indifferent) {
    if (!is_indifferent) return report.plan.recommended();
    const Bytes kept = kept_size(report);
    return *std::find_if(report.plan.sizes.begin(), report.plan.sizes.end(),
                         [kept](const SizeOutcome& one) { return one.bundle_size == kept; });
}

/// "At 25 MB 365 files become 12 archives"; "365 files become 365 archives" where that is so at every size
std::string archives_text(const SizeOutcome& at, bool is_each_alone) {
    return fmt::format("{}{} {} {}", is_each_alone ? "" : fmt::format("At {} ", to_text(at.bundle_size)),
                       counted(at.files, "file", "files"), at.files == 1 ? "becomes" : "become",
                       counted(at.archives, "archive", "archives"));
}

std::string service_sentence(const PlanReport& report,
                             const std::optional<planner::Indifference>& indifference) {
    const SizeOutcome& at = named_size(report, indifference.has_value());
    return fmt::format(
        "{}; 99 % of the {} are stored within {}; getting one file back reads {} on average; at most {} "
        "had arrived and was not yet stored.",
        archives_text(at, indifference && indifference->is_each_alone),
        report.scenario.backfill ? "live files" : "files", to_rough_text(at.latency.p99),
        to_rough_text(at.restore_read), to_rough_text(at.at_risk_max));
}

std::string unbundled_sentence(const PlanReport& report) {
    const Money& chosen = report.plan.recommended().cost;
    const Money& alone = report.plan.unbundled.cost;
    std::string text =
        fmt::format("Without bundling, each file its own archive, the cost is {}", amount(report, alone));
    if (!chosen.is_zero()) {
        text +=
            fmt::format(", {} times as much", format_fixed(Rational{alone.amount() / chosen.amount()}, 2));
    }
    return text + ".";
}

/// Which charge makes up most of the cost.
std::string share_sentence(const PlanReport& report) {
    const SizeOutcome& chosen = report.plan.recommended();
    const auto largest = std::max_element(chosen.cost_by_charge.begin(), chosen.cost_by_charge.end(),
                                          [](const auto& a, const auto& b) { return a.second < b.second; });
    if (largest == chosen.cost_by_charge.end()) return "Nothing is billed.";
    if (largest->second > chosen.cost)
        return fmt::format("Most of it is for {}.", usage::charge_words(largest->first));
    const Rational share = largest->second.amount() / chosen.cost.amount() * 100;
    return fmt::format("Of this cost {} % is for {}.", format_fixed(share, 1),
                       usage::charge_words(largest->first));
}

std::string_view unit_word(std::string_view unit) { return unit == "Requests" ? "request" : unit; }

/// "Storage costs 0.007 per GB-Mo from 2015-09 on, before that 0.010." for every price that changes on the
/// way.
void append_price_changes(const pricing::Bill& bill, std::vector<std::string>& sentences) {
    using Key = std::tuple<usage::ChargeType, std::string, std::string, std::string, std::string>;
    std::map<Key, UnitPrice> prices;
    for (const pricing::PeriodBill& period : bill.periods) {
        std::set<Key> seen;
        for (const pricing::LineItem& line : period.lines) {
            if (line.charge == usage::ChargeType::adjustment) continue;
            const Key key{line.charge, line.storage_class, line.kind, line.tier, line.usage_type};
            if (!seen.insert(key).second) continue;  // a further band, or the old price of a split month
            const auto [known, is_new] = prices.emplace(key, line.unit_price);
            if (is_new || known->second == line.unit_price) continue;
            sentences.push_back(fmt::format("From {} on {} costs {} {} a {}, before that {}.",
                                            to_text(period.month), usage::charge_words(line.charge),
                                            to_text(line.unit_price), bill.currency, unit_word(line.unit),
                                            to_text(known->second)));
            known->second = line.unit_price;
        }
    }
}

/// One archive in a hundred: more are no remainder of the last hours, the workers do not keep up.
bool falls_behind(const SizeOutcome& outcome) {
    return outcome.archives_past_horizon > 2 && outcome.archives_past_horizon > outcome.archives / 100;
}

void append_falling_behind(const PlanReport& report, std::vector<std::string>& sentences) {
    const SizeOutcome& chosen = report.plan.recommended();
    if (!falls_behind(chosen)) return;
    sentences.push_back(fmt::format(
        "The workers do not keep up: of {} {} complete only after the last month and not in its bill, so "
        "costs "
        "compare little; more fetchers or uploaders are needed.",
        counted(chosen.archives, "archive", "archives"), counted(chosen.archives_past_horizon, "is", "are")));
}

void append_past_horizon(const PlanReport& report, std::vector<std::string>& sentences) {
    const std::uint64_t late = report.plan.recommended().archives_past_horizon;
    if (late == 0 || falls_behind(report.plan.recommended())) return;
    sentences.push_back(fmt::format("{} complete only after the last month and not in its bill.",
                                    counted(late, "archive is", "archives are")));
}

/// Of the sizes that a plan tries, those that the scenario's disk has no room for.
void append_left_out(const scenario::Scenario& scenario, std::vector<std::string>& sentences) {
    constexpr Bytes kLargestTried = Bytes::from_gib(1);
    const auto& staging = scenario.place.staging;
    if (!staging || *staging >= kLargestTried) return;
    sentences.push_back(fmt::format(
        "Sizes above {} are left out: such a bundle does not fit on the staging disk.", to_text(*staging)));
}

}  // namespace

std::string workers_text(const scenario::Pipeline& pipeline) {
    const auto workers = [](std::int64_t count, const char* one, const char* many) {
        return counted(static_cast<std::uint64_t>(count), one, many);
    };
    return fmt::format("{} ({} and {} a file, {}), {} ({} a call and {}, {})",
                       workers(pipeline.fetchers, "fetcher", "fetchers"), to_text(pipeline.fetch_latency),
                       to_text(pipeline.fetch_rate), name_of(pipeline.fetch_evidence),
                       workers(pipeline.uploaders, "uploader", "uploaders"), to_text(pipeline.upload_latency),
                       to_text(pipeline.upload_rate), name_of(pipeline.upload_evidence));
}

std::vector<std::string> plan_sentences(const PlanReport& report) {
    const auto indifference = indifference_of(report);
    std::vector<std::string> sentences{indifference
                                           ? indifferent_sentence(report, *indifference, months_text(report))
                                           : first_sentence(report)};
    if (std::string cheaper = cheaper_sentence(report.plan); !cheaper.empty())
        sentences.push_back(std::move(cheaper));
    append_falling_behind(report, sentences);
    append_held(report, sentences);
    for (std::string& sentence : age_sentences(report))
        sentences.push_back(std::move(sentence));
    if (!indifference) append_limits(report.plan, sentences);
    append_left_out(report.scenario, sentences);
    sentences.push_back(share_sentence(report));
    append_price_changes(report.plan.bill, sentences);
    if (!indifference || !indifference->is_each_alone) sentences.push_back(unbundled_sentence(report));
    sentences.push_back(service_sentence(report, indifference));
    append_past_horizon(report, sentences);
    if (auto others = other_classes_sentence(report.scenario)) sentences.push_back(*std::move(others));
    return sentences;
}

}  // namespace firn::report
