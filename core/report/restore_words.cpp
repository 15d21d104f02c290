#include "core/report/restore_words.hpp"

#include "core/pricing/price_validity.hpp"
#include "core/report/amounts.hpp"
#include "core/report/table.hpp"
#include "core/units/billing_period.hpp"
#include "core/units/byte_rate.hpp"
#include "core/units/bytes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <utility>

namespace firn::report {

namespace {

using restore::Pacing;
using restore::RestorePlan;
using restore::Way;

std::string pacing_words(const Way& way) {
    switch (way.pacing) {
        case Pacing::none:
            return "all at once";
        case Pacing::link:
            return "each hour what the link takes";
        case Pacing::deadline:
            return "spread for the least fee";
        case Pacing::free:
            return "each day what is free";
        case Pacing::capacity:
            return "as provisioned capacity serves it";
    }
    return {};
}

std::string answer_sentence(const RestoreReport& report) {
    const Way& way = report.plan.ways[report.plan.chosen];
    return fmt::format("Ask for {} ({}) in {}: everything is back after {} at the latest and costs {}.",
                       to_rough_text(report.wish.bytes),
                       counted(static_cast<std::uint64_t>(report.wish.archives), "archive", "archives"),
                       way_text(way, report.plan), time_text(way.longest.ends),
                       cost_text(way.cost, report.plan));
}

std::string typical_sentence(const Way& way) {
    return fmt::format("Typically it takes {}: the vendor's times are typical, not guaranteed.",
                       time_text(way.typical.ends));
}

std::string start_sentence(const RestoreReport& report) {
    const Way& way = report.plan.ways[report.plan.chosen];
    if (*report.wish.within - way.longest.ends < std::chrono::minutes{1})
        return "Start at once: this way needs all of the time until the deadline.";
    return fmt::format(
        "The latest safe start is {} before the deadline: {} may pass before the first request.",
        time_text(way.longest.ends), time_text(*report.wish.within - way.longest.ends));
}

std::string refusal_sentence(const Way& way, const RestorePlan& plan) {
    return fmt::format("Refused: {}: {}.", way_text(way, plan), fmt::join(way.refusals, "; "));
}

void add_refusals(const RestorePlan& plan, std::vector<std::string>& sentences) {
    constexpr std::size_t kMost = 4;
    std::vector<std::string> told;
    for (const Way& way : plan.ways) {
        // The same tier paced otherwise misses for the same reason: the table has it.
        const std::string tier = tier_text(way, plan.service);
        const bool is_plain = way.tiers.size() == 1 && way.pacing != Pacing::capacity;
        const bool is_told = !is_plain || std::find(told.begin(), told.end(), tier) != told.end();
        if (way.refusals.empty() || told.size() == kMost || is_told) continue;
        told.push_back(tier);
        sentences.push_back(refusal_sentence(way, plan));
    }
}

/// What is to be known of expedited retrievals: the vendor's word is in docs/restore-plan.md.
void add_expedited(const RestoreReport& report, std::vector<std::string>& sentences) {
    const Way& way = report.plan.ways[report.plan.chosen];
    const bool is_expedited = std::any_of(way.tiers.begin(), way.tiers.end(), [&](std::size_t tier) {
        return report.plan.service.tiers[tier].tier == "expedited";
    });
    if (!is_expedited) return;
    if (way.capacity.units == 0)
        sentences.emplace_back("Without provisioned capacity the service may refuse expedited retrievals.");
    constexpr Bytes kLargestExpedited{250'000'000};
    if (largest_archive(report.wish) > kLargestExpedited)
        sentences.emplace_back("Archives above 250 MB may take longer than expedited retrievals usually do.");
}

void add_others(const RestorePlan& plan, std::vector<std::string>& sentences) {
    const auto told = [&](std::size_t index, std::string_view how) {
        if (index == plan.chosen) return;
        const Way& way = plan.ways[index];
        sentences.push_back(fmt::format("{} of all: {}, {} at the latest, {}.", how, way_text(way, plan),
                                        time_text(way.longest.ends), cost_text(way.cost, plan)));
    };
    told(plan.fastest, "Fastest");
    told(plan.cheapest, "Cheapest");
}

void add_of_tier(const storage::RetrievalTime& tier, std::vector<Assumption>& all) {
    const std::string source = fmt::format("{}, read {}", tier.source, tier.read);
    const std::string name = restore::name_of(tier);
    const std::string shortest = firn::to_text(tier.shortest);
    const std::string longest = firn::to_text(tier.longest);
    if (!tier.is_assumed) {
        all.push_back(
            {fmt::format("{} retrieval takes {} to {}: typical, not guaranteed", name, shortest, longest),
             pricing::Grade::sourced, source});
        return;
    }
    all.push_back({fmt::format("{} retrieval is ready within {}: typical, not guaranteed", name, longest),
                   pricing::Grade::sourced, source});
    all.push_back({fmt::format("and not before {}: the vendor only tells the end", shortest),
                   pricing::Grade::assumed,
                   {}});
}

/// What the vendor says of very large restores.
void add_of_size(const restore::Wish& wish, std::vector<Assumption>& all) {
    constexpr std::int64_t kManyArchives = 10'000'000;
    constexpr Bytes kManyBytes{100'000'000'000'000};
    if (wish.archives < kManyArchives && wish.bytes < kManyBytes) return;
    all.push_back(
        {"restores of tens of millions of archives or hundreds of TB may take longer than these times",
         pricing::Grade::sourced,
         "https://docs.aws.amazon.com/AmazonS3/latest/userguide/"
         "restoring-objects-retrieval-options.html"});
}

Assumption of_prices(const RestoreReport& report) {
    const pricing::PriceBook& book = report.plan.service.book;
    return {fmt::format("prices of {} in {}, from {} on, as checked up to {}", book.name, book.region,
                        firn::to_text(BillingPeriod::containing(report.wish.start)), book.verified_until),
            pricing::Grade::sourced, fmt::format("firn prices show {} {}", book.name, book.region)};
}

}  // namespace

Rational hours_of(Duration duration) {
    constexpr std::int64_t kHour = 3'600'000'000;
    return Rational{Integer{duration.count()}, Integer{kHour}};
}

std::string hours_text(Duration duration, unsigned decimals) {
    return format_fixed(hours_of(duration), decimals);
}

std::string time_text(Duration duration) {
    constexpr Duration kLong = std::chrono::hours{100};
    if (duration < std::chrono::hours{1}) return to_rough_text(duration);
    const std::string hours = with_separators(hours_text(duration, 1)) + " h";
    if (duration < kLong) return hours;
    return fmt::format("{} ({} days)", hours, with_separators(format_fixed(hours_of(duration) / 24, 1)));
}

std::string cost_text(const Money& cost, const RestorePlan& plan) {
    return fmt::format("{} {}", with_separators(firn::to_text(cost)), plan.service.book.currency);
}

std::string way_text(const Way& way, const RestorePlan& plan) {
    const std::string tier = tier_text(way, plan.service);
    return fmt::format("{}, {}", tier == "usual" ? "the usual tier" : tier, pacing_words(way));
}

std::string copy_days_text(const Way& way) {
    const auto fewer = [](const restore::Round& a, const restore::Round& b) {
        return a.copy_days < b.copy_days;
    };
    const auto [fewest, most] = std::minmax_element(way.rounds.begin(), way.rounds.end(), fewer);
    if (most->copy_days == 0) return "-";
    if (fewest->copy_days == most->copy_days) return std::to_string(most->copy_days);
    return fmt::format("{} to {}", fewest->copy_days, most->copy_days);
}

std::vector<std::string> restore_sentences(const RestoreReport& report) {
    std::vector<std::string> sentences{answer_sentence(report)};
    if (report.wish.within) sentences.push_back(start_sentence(report));
    sentences.push_back(typical_sentence(report.plan.ways[report.plan.chosen]));
    add_expedited(report, sentences);
    add_refusals(report.plan, sentences);
    add_others(report.plan, sentences);
    return sentences;
}

namespace {

/// Whether archives are of one size, or each of its own.
Assumption of_sizes(const restore::Wish& wish) {
    if (!wish.sizes)
        return {"all archives are of one size, and any of them may be asked for in any order",
                pricing::Grade::assumed,
                {}};
    return {
        fmt::format("each archive has its own size, the largest {}, and they are asked for in the order in "
                    "which they were stored",
                    to_rough_text(wish.sizes->largest())),
        pricing::Grade::stated, "the scenario's run"};
}

}  // namespace

std::vector<Assumption> assumptions_of(const RestoreReport& report) {
    std::vector<Assumption> all;
    for (const storage::RetrievalTime& tier : report.plan.service.tiers)
        add_of_tier(tier, all);
    add_of_size(report.wish, all);
    all.insert(all.end(), report.assumptions.begin(), report.assumptions.end());
    all.push_back(of_sizes(report.wish));
    all.push_back(of_prices(report));
    for (const std::string& absent : report.plan.absent)
        all.push_back({"left out: " + absent, pricing::Grade::unconfirmed, {}});
    const Way& way = report.plan.ways[report.plan.chosen];
    for (Assumption& assumption : price_assumptions(way.bill))
        all.push_back(std::move(assumption));
    all.push_back(unconfirmed_assumption("the cost", unconfirmed_of(report), way.cost));
    return all;
}

Money unconfirmed_of(const RestoreReport& report) {
    return pricing::unconfirmed_part(report.plan.ways[report.plan.chosen].bill, report.plan.service.book,
                                     report.wish.billing);
}

}  // namespace firn::report
