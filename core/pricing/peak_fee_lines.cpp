#include "core/pricing/peak_fee_lines.hpp"

#include "core/pricing/conventions.hpp"
#include "core/pricing/peak_fee.hpp"
#include "core/pricing/peak_fee_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace firn::pricing {

using firn::to_text;

namespace {

/// A job as the fee sees it.
struct Job {
    Instant from{};
    std::int64_t hours = 0;
    Rational gb{};
    const PricePiece* piece = nullptr;  ///< the prices at its request
};

Diagnostic time_missing(const usage::Retrieval& retrieval, BillingPeriod month) {
    return {.code = "retrieval-time-missing",
            .where = retrieval.where,
            .what = fmt::format("in {} the retrieval fee follows from the largest hour: this one has no time",
                                to_text(month)),
            .expected = "at: an instant, or from: an instant with hours: a number",
            .remedy = fmt::format("add for example at: {}", to_text(month.begin()))};
}

std::optional<Job> job_of(LineCollector& collector, const MonthTariff& tariff,
                          const usage::Retrieval& retrieval) {
    Job job{.gb = retrieval.bytes / gb_of(collector.book, collector.rules.gb_unit).count()};
    if (const auto* once = std::get_if<usage::AtOnce>(&retrieval.time)) {
        job.from = once->instant;
        job.hours = tariff.tariff->peak_fee->job_hours;
    } else if (const auto* spread = std::get_if<usage::OverHours>(&retrieval.time)) {
        job.from = spread->from;
        job.hours = spread->hours;
    } else {
        collector.diagnostics.push_back(time_missing(retrieval, collector.month));
        return std::nullopt;
    }
    job.piece = tariff.piece_at(job.from);
    if (job.piece != nullptr) return job;
    collector.diagnostics.push_back(absent_price(collector, *tariff.tariff, job.from, retrieval.where));
    return std::nullopt;
}

/// The earliest of the jobs that take part in the hour; of all jobs when there is no such hour.
const Job& deciding_job(const std::vector<Job>& jobs, const RetrievalHours& hours,
                        const std::optional<PeakHour>& peak) {
    const auto takes_part = [&](const Job& job) {
        const std::int64_t first = hours.hour_of(job.from);
        return !peak || (job.gb > 0 && first <= peak->hour && peak->hour < first + job.hours);
    };
    const Job* earliest = nullptr;
    for (const Job& job : jobs) {
        if (takes_part(job) && (earliest == nullptr || job.from < earliest->from)) earliest = &job;
    }
    return earliest != nullptr ? *earliest : jobs.front();
}

usage::RetrievalRule rule_of(const PricePiece& piece) {
    return piece.listed != nullptr && piece.listed->retrieval ? piece.listed->retrieval->rule
                                                              : usage::RetrievalRule::reworked_faq;
}

/// The fee by the first FAQ's rounded steps, where that rule holds and there is a fee.
void add_first_faq_walk(DraftLine& line, const PeakFeeResult& fee, usage::RetrievalRule rule,
                        const PeakFeeText& text, bool explain) {
    if (rule != usage::RetrievalRule::first_faq || !fee.peak) return;
    const FirstFaqWalk walk = first_faq_walk(fee, *fee.peak, text.hours);
    line.faq_2012_cost = line.price_band().price * walk.quantity;
    if (explain) line.origins.push_back(walk_text(walk, fee, *fee.peak, line.price_band().price, text));
}

}  // namespace

void add_peak_fee_line(LineCollector& collector, const MonthTariff& tariff,
                       const std::vector<const usage::Retrieval*>& retrievals, const Rational& average,
                       std::optional<usage::RetrievalRule> stated_rule) {
    if (retrievals.empty()) return;
    std::vector<Job> jobs;
    RetrievalHours hours{collector.month};
    for (const usage::Retrieval* retrieval : retrievals) {
        const auto job = job_of(collector, tariff, *retrieval);
        if (!job) continue;
        hours.add(job->from, job->hours, job->gb);
        jobs.push_back(*job);
    }
    if (jobs.size() != retrievals.size()) return;
    const auto first = std::min_element(jobs.begin(), jobs.end(),
                                        [](const Job& a, const Job& b) { return a.from < b.from; });
    const usage::RetrievalRule rule = stated_rule.value_or(rule_of(*first->piece));
    const Rational month_hours = hours_of(collector.month, collector.rules.month_hours);
    const PeakFeeResult fee = peak_fee(hours, average, *tariff.tariff->peak_fee, rule, month_hours);
    DraftLine line{.tariff = &tariff, .piece = deciding_job(jobs, hours, fee.peak).piece};
    line.quantity = fee.quantity;
    const PeakFeeText text{collector.month,         month_hours, rule,
                           stated_rule.has_value(), average,     tariff.tariff->peak_fee->allowance,
                           collector.book.currency};
    if (collector.explain) line.origins = peak_fee_origins(fee, hours, jobs.size(), text);
    add_first_faq_walk(line, fee, rule, text, collector.explain);
    const bool rule_is_listed =
        !stated_rule && line.piece->listed != nullptr && line.piece->listed->retrieval;
    if (rule_is_listed && !line.piece->listed->retrieval->doubt.empty())
        line.doubts.push_back(line.piece->listed->retrieval->doubt);
    add_line(collector.lines, std::move(line));
}

}  // namespace firn::pricing
