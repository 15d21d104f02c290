#include "core/pricing/peak_fee_text.hpp"

#include "core/pricing/amount_text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace firn::pricing {

using firn::to_text;
using usage::to_text;

namespace {

constexpr int kHoursOfDay = 24;

std::string day_text(std::int64_t day, BillingPeriod month) {
    return to_text(month.begin() + std::chrono::hours{24 * day}).substr(0, 10);
}

std::string hour_text(std::int64_t hour, BillingPeriod month) {
    return to_text(month.begin() + std::chrono::hours{hour}).substr(0, 16) + "Z";
}

std::string retrieved_text(const RetrievalHours& hours, std::size_t jobs) {
    Rational sum = 0;
    for (const auto& [hour, rate] : hours.rates())
        sum += rate;
    return fmt::format("{} GB retrieved, by {} of the usage.", grouped(sum),
                       counted(Rational{jobs}, "entry", "entries"));
}

std::string allowance_text(const PeakFeeResult& fee, const PeakFeeText& text) {
    return fmt::format(
        "Free each day: {} % of the {} GB billed on average over the {} hours of {} (overhead included), / "
        "{} "
        "days = {} GB.",
        grouped(Rational{text.allowance * 100}), grouped(text.average), text.month.hours(),
        to_text(text.month), grouped(Rational{text.hours / kHoursOfDay}), grouped(fee.daily_allowance));
}

std::string days_text(const PeakFeeResult& fee, BillingPeriod month) {
    if (fee.exceeding_days.empty()) return "No day's retrievals exceed it: no fee.";
    constexpr std::size_t kMostShown = 5;
    std::string days;
    for (std::size_t i = 0; i < std::min(fee.exceeding_days.size(), kMostShown); ++i) {
        const RetrievalDay& day = fee.exceeding_days.at(i);
        days +=
            fmt::format("{}{} with {} GB", i == 0 ? "" : ", ", day_text(day.day, month), grouped(day.total));
    }
    const std::size_t more = fee.exceeding_days.size() - std::min(fee.exceeding_days.size(), kMostShown);
    if (more > 0) days += fmt::format(" and {} more", more);
    return fmt::format("Days that exceed it: {}.", days);
}

std::string free_text(const PeakHour& peak, const PeakFeeResult& fee, const PeakFeeText& text) {
    const std::string allowance = grouped(fee.daily_allowance);
    if (text.rule == usage::RetrievalRule::first_faq) {
        return fmt::format("the hour's share of its day, {} / {} of {} GB", grouped(peak.rate),
                           grouped(peak.day.total), allowance);
    }
    const Rational divisor = fee.daily_allowance / (peak.free == 0 ? Rational{1} : peak.free);
    if (peak.free == 0) return "an allowance of 0 GB";
    return fmt::format("{} GB / {} hours ({} with retrievals on that day; at least 4 and at most 24 count)",
                       allowance, grouped(divisor), peak.day.hours);
}

std::string peak_text(const PeakHour& peak, const PeakFeeResult& fee, const PeakFeeText& text) {
    return fmt::format(
        "Hour with the largest billable rate: {} with {} GB/h; free in it {} = {} GB/h; billable {} - {} = "
        "{} GB/h.",
        hour_text(peak.hour, text.month), grouped(peak.rate), free_text(peak, fee, text), grouped(peak.free),
        grouped(peak.rate), grouped(peak.free), grouped(peak.billable));
}

std::string rule_text(const PeakFeeText& text) {
    return fmt::format("Retrieval rule: {} ({}).", to_text(text.rule),
                       text.rule_is_stated ? "stated in the usage file" : "the price book's for this time");
}

}  // namespace

std::vector<std::string> peak_fee_origins(const PeakFeeResult& fee, const RetrievalHours& hours,
                                          std::size_t jobs, const PeakFeeText& text) {
    std::vector<std::string> steps{retrieved_text(hours, jobs), rule_text(text), allowance_text(fee, text),
                                   days_text(fee, text.month)};
    if (!fee.peak) return steps;
    steps.push_back(peak_text(*fee.peak, fee, text));
    steps.push_back(fmt::format("Quantity: {} GB/h × {} hours of {} = {} GB.", grouped(fee.peak->billable),
                                grouped(text.hours), to_text(text.month), grouped(fee.quantity)));
    return steps;
}

std::string walk_text(const FirstFaqWalk& walk, const PeakFeeResult& fee, const PeakHour& peak,
                      const UnitPrice& price, const PeakFeeText& text) {
    const Money shown = price * walk.quantity;
    const Money exact = price * fee.quantity;
    const std::string way =
        fmt::format("{} to {} GB free a day, the hour's share of it {} to {} %, their product to {} GB",
                    grouped(fee.daily_allowance), format_fixed(walk.daily_allowance, 1),
                    grouped(Rational{peak.rate / peak.day.total * 100}), grouped(walk.share_percent),
                    format_fixed(walk.free, 2));
    return fmt::format(
        "The first FAQ rounds on its way (--rounding faq-2012): {}; billable {} GB/h × {} hours × {} = {}, "
        "shown as "
        "{} {}. Exact: {}, shown as {}. The whole per cent is what moves the fee most.",
        way, grouped(walk.billable), grouped(text.hours), to_text(price), grouped(shown.amount()),
        grouped(to_text(shown)), text.currency, grouped(exact.amount()), grouped(to_text(exact)));
}

}  // namespace firn::pricing
