#pragma once

#include "core/backup/replay_result.hpp"
#include "core/planner/risk_sheet.hpp"
#include "core/pricing/bill.hpp"
#include "core/scenario/scenario.hpp"
#include "core/units/bytes.hpp"
#include "core/units/money.hpp"
#include "core/usage/charge_type.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace firn::planner {

/// A target that a plan misses.
struct MissedTarget {
    std::string target;  ///< the field: "stored_within"; "deadline": a batch's own
    std::string reason;  ///< "99 % of the files are stored within 2.10 days, the target is 1 day"
};

/// What a bundle size means over the horizon.
struct SizeOutcome {
    Bytes bundle_size;
    std::optional<Duration> max_age{};  ///< how long a bundle waited at most
    std::uint64_t files = 0;
    std::uint64_t archives = 0;
    std::uint64_t closed_by_age = 0;
    std::uint64_t archives_past_horizon = 0;
    Money cost;  ///< of all months, exact
    std::vector<std::pair<usage::ChargeType, Money>>
        cost_by_charge;  ///< in the order of the charges; without zeros
    /// Cost for a month of 10^12 bytes of files in the vault, stock included; absent when nothing was ever
    /// stored.
    std::optional<Money> cost_per_tb_month;
    backup::LatencySummary latency;
    Bytes mean_bundle;   ///< bytes of the files by archives: the size that bundles really had
    Bytes restore_read;  ///< mean over the files of the size of their archive
    Bytes at_risk_mean;  ///< over the time from the scenario's start to its horizon (or the last upload, if
                         ///< later)
    Bytes at_risk_max;
    std::vector<MissedTarget> missed;
    RiskSheet risk{};

    [[nodiscard]] bool meets_targets() const { return missed.empty(); }
};

/// The outcome of a replay and its bill (rounding `exact`). A replay that counts late files instead of
/// quantiles counts those later than the target.
[[nodiscard]] SizeOutcome outcome_of(const backup::ReplayResult& replay, const pricing::Bill& bill,
                                     const scenario::Targets& targets);

/// Bytes that had arrived and were not yet stored: the mean over the time from the scenario's start to its
/// horizon (or the last upload, if later), rounded down.
[[nodiscard]] Bytes mean_at_risk(const backup::ReplayResult& replay);

/// The latency at the quantile that a target speaks of.
[[nodiscard]] Duration latency_at(const backup::LatencySummary& latency, scenario::LatencyQuantile quantile);

}  // namespace firn::planner
