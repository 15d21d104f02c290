#include "core/planner/size_outcome.hpp"

#include "core/sim/quantile_rank.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace firn::planner {

namespace {

using scenario::LatencyQuantile;

std::string_view share_text(LatencyQuantile quantile) {
    switch (quantile) {
        case LatencyQuantile::p50:
            return "half of the files";
        case LatencyQuantile::p95:
            return "95 % of the files";
        case LatencyQuantile::p99:
            return "99 % of the files";
        case LatencyQuantile::max:
            return "all files";
    }
    return "";
}

sim::Permille permille_of(LatencyQuantile quantile) {
    switch (quantile) {
        case LatencyQuantile::p50:
            return {500};
        case LatencyQuantile::p95:
            return {950};
        case LatencyQuantile::p99:
            return {990};
        case LatencyQuantile::max:
            return {1000};
    }
    return {1000};
}

/// Where only the files are counted that took longer than the target: as many may as lie above the quantile.
void check_late(const SizeOutcome& outcome, const scenario::Targets& targets,
                std::vector<MissedTarget>& missed) {
    const std::uint64_t on_time = outcome.files - *outcome.latency.late;
    if (on_time >= sim::rank_of(permille_of(targets.stored_share), outcome.files)) return;
    missed.push_back({"stored_within", fmt::format("{} of {} files are stored within {}, the target is {}",
                                                   on_time, outcome.files, to_text(*targets.stored_within),
                                                   share_text(targets.stored_share))});
}

void check_latency(const SizeOutcome& outcome, const scenario::Targets& targets,
                   std::vector<MissedTarget>& missed) {
    if (!targets.stored_within) return;
    if (outcome.latency.late) return check_late(outcome, targets, missed);
    const Duration latency = latency_at(outcome.latency, targets.stored_share);
    if (latency <= *targets.stored_within) return;
    missed.push_back({"stored_within",
                      fmt::format("it takes {} until {} are stored, the target is {}", to_rough_text(latency),
                                  share_text(targets.stored_share), to_text(*targets.stored_within))});
}

void check_bytes(std::string_view target, std::string_view what, Bytes actual, std::optional<Bytes> most,
                 std::vector<MissedTarget>& missed) {
    if (!most || actual <= *most) return;
    missed.push_back({std::string{target},
                      fmt::format("{} {}, the target is {}", what, to_rough_text(actual), to_text(*most))});
}

std::vector<std::pair<usage::ChargeType, Money>> by_charge(const pricing::Bill& bill) {
    std::vector<std::pair<usage::ChargeType, Money>> sums;
    for (const pricing::PeriodBill& period : bill.periods) {
        for (const pricing::LineItem& line : period.lines) {
            const auto known =
                std::find_if(sums.begin(), sums.end(), [&](const auto& s) { return s.first == line.charge; });
            if (known == sums.end()) {
                sums.emplace_back(line.charge, line.cost_exact);
            } else {
                known->second += line.cost_exact;
            }
        }
    }
    std::erase_if(sums, [](const auto& sum) { return sum.second.is_zero(); });
    std::sort(sums.begin(), sums.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    return sums;
}

/// Months of 10^12 bytes of files in the vault, each month by its own length.
Rational tb_months(const std::vector<backup::MonthlyUsage>& months) {
    const Integer terabyte{1'000'000'000'000};
    Rational sum;
    for (const backup::MonthlyUsage& month : months) {
        sum += month.payload.byte_hours() / Rational{terabyte * month.month.hours()};
    }
    return sum;
}

Duration observed_time(const backup::ReplayResult& replay) {
    if (replay.months.empty()) return replay.makespan;
    return std::max(replay.makespan, replay.months.back().month.end() - replay.months.front().month.begin());
}

}  // namespace

Bytes mean_at_risk(const backup::ReplayResult& replay) {
    const Duration time = observed_time(replay);
    if (time <= Duration{0}) return Bytes{0};
    return Bytes{static_cast<std::int64_t>(replay.at_risk.integral.byte_microseconds() /
                                           static_cast<UInt128>(time.count()))};
}

Duration latency_at(const backup::LatencySummary& latency, LatencyQuantile quantile) {
    switch (quantile) {
        case LatencyQuantile::p50:
            return latency.p50;
        case LatencyQuantile::p95:
            return latency.p95;
        case LatencyQuantile::p99:
            return latency.p99;
        case LatencyQuantile::max:
            return latency.max;
    }
    return latency.max;
}

SizeOutcome outcome_of(const backup::ReplayResult& replay, const pricing::Bill& bill,
                       const scenario::Targets& targets) {
    SizeOutcome outcome{.bundle_size = replay.bundle_size,
                        .max_age = replay.max_age,
                        .files = replay.files,
                        .archives = replay.archives,
                        .closed_by_age = replay.closed_by_age,
                        .archives_past_horizon = replay.archives_past_horizon,
                        .cost = bill.total_exact,
                        .cost_by_charge = by_charge(bill),
                        .cost_per_tb_month = {},
                        .latency = replay.latency,
                        .mean_bundle = backup::mean_bundle(replay),
                        .restore_read = backup::mean_restore_read(replay),
                        .at_risk_mean = mean_at_risk(replay),
                        .at_risk_max = replay.at_risk.maximum,
                        .missed = {},
                        .risk = {}};
    const Rational stored = tb_months(replay.months);
    if (stored > 0) outcome.cost_per_tb_month = Money{outcome.cost.amount() / stored};
    check_latency(outcome, targets, outcome.missed);
    check_bytes("restore_read", "getting one file back reads", outcome.restore_read, targets.restore_read,
                outcome.missed);
    check_bytes("at_risk", "up to so much has arrived and is not yet stored:", outcome.at_risk_max,
                targets.at_risk, outcome.missed);
    return outcome;
}

}  // namespace firn::planner
