#pragma once

#include "core/report/service_report.hpp"
#include "core/units/rational.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>

// What follows from the outcomes of a run and is told in more than one form.
namespace firn::report {

/// The workers of one kind. Means are over the hours up to the last with any work.
struct PoolFigures {
    std::string_view name;  ///< "fetchers", "uploaders"
    const service::PoolOutcome& pool;
    bool is_scheduled = false;           ///< their number changes, so that there is no share of it
    UInt128 busy = 0;                    ///< microseconds of work
    Rational busy_mean{};                ///< workers at work
    Rational busy_peak{};                ///< the same in the busiest hour
    std::optional<Instant> peak_hour{};  ///< its begin, of several the first; none without work

    /// Shares of the workers, 1 is all of them; none where their number changes.
    [[nodiscard]] std::optional<Rational> use_mean() const;
    [[nodiscard]] std::optional<Rational> use_peak() const;
};

[[nodiscard]] std::array<PoolFigures, 2> pools_of(const ServiceTold& told);

/// When the old place can be switched off: all that it had is stored and verified as the scenario asks, since
/// the start. None: not within the run, or files were given up that lie nowhere else.
[[nodiscard]] std::optional<Duration> switch_off(const ServiceTold& told);

/// Whether attempts can fail or files be gone before their fetch, as those can that are kept for a time only.
/// Does not depend on the run: replicates have the same figures.
[[nodiscard]] bool can_have_faults(const scenario::Scenario& scenario);

/// Whether failures, or files that are gone before their fetch, are asked for or came about.
[[nodiscard]] bool has_faults(const ServiceTold& told);

/// Files that were given up, alone or with their archive, of live files and the backfill.
[[nodiscard]] std::uint64_t files_failed(const service::FaultCounts& faults);

/// Years of 365.25 days until an audit has looked at as many archives as there are.
[[nodiscard]] Rational audit_round_years(const scenario::Audit& audit);

/// How often a year (of 365.25 days) an archive is read in the mean; none without archives.
[[nodiscard]] std::optional<Rational> reads_a_year(const service::ReadOutcome& reads);

/// Damaged archives that something found.
[[nodiscard]] std::uint64_t damage_found(const service::DamageOutcome& damage);

/// How old archives were in the mean that were deleted early, rounded down; none without any.
[[nodiscard]] std::optional<Duration> mean_early_age(const service::LifeResult& life);

}  // namespace firn::report
