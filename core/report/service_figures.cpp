#include "core/report/service_figures.hpp"

#include "core/planner/restore_times.hpp"

#include <algorithm>

namespace firn::report {

namespace {

constexpr Duration kHour = std::chrono::hours{1};
constexpr std::int64_t kYearMicroseconds = 31'557'600'000'000;  // 365.25 days

PoolFigures figures_of(std::string_view name, const service::PoolOutcome& pool, bool is_scheduled,
                       Instant start) {
    PoolFigures figures{.name = name, .pool = pool, .is_scheduled = is_scheduled};
    const auto& hours = pool.busy_by_hour;
    for (const std::uint64_t busy : hours)
        figures.busy += busy;
    if (figures.busy == 0) return figures;
    const auto peak = std::max_element(hours.begin(), hours.end());
    figures.busy_mean = Rational{to_integer(figures.busy), Integer{kHour.count()} * hours.size()};
    figures.busy_peak = Rational{Integer{*peak}, Integer{kHour.count()}};
    figures.peak_hour = start + kHour * (peak - hours.begin());
    return figures;
}

std::optional<Rational> share_of(const PoolFigures& figures, const Rational& busy) {
    if (figures.is_scheduled || figures.pool.workers == 0) return std::nullopt;
    return Rational{busy / figures.pool.workers};
}

/// Whether all of the backfill that reached the vault was read at least once before the horizon.
bool is_read(const ServiceTold& told, const service::BackfillOutcome& backfill) {
    return *backfill.done < planner::horizon_of(told.life, told.start) &&
           told.life.reads.backfill_unread == 0;
}

bool asks_for_faults(const scenario::Scenario& scenario) {
    return scenario.place.faults.can_fail() || scenario.place.faults.vanished > 0;
}

}  // namespace

std::optional<Rational> PoolFigures::use_mean() const { return share_of(*this, busy_mean); }
std::optional<Rational> PoolFigures::use_peak() const { return share_of(*this, busy_peak); }

std::array<PoolFigures, 2> pools_of(const ServiceTold& told) {
    const auto& schedule = told.scenario.place.schedule;
    const bool fetchers =
        std::any_of(schedule.begin(), schedule.end(), [](const auto& c) { return c.fetchers.has_value(); });
    const bool uploaders =
        std::any_of(schedule.begin(), schedule.end(), [](const auto& c) { return c.uploaders.has_value(); });
    return {figures_of("fetchers", told.pipeline.fetchers, fetchers, told.start),
            figures_of("uploaders", told.pipeline.uploaders, uploaders, told.start)};
}

std::optional<Duration> switch_off(const ServiceTold& told) {
    const auto& backfill = told.pipeline.backfill;
    if (!backfill || !backfill->done || backfill->files.failed > 0) return std::nullopt;
    if (backfill->files_on_dead_drives > 0) return std::nullopt;
    if (told.scenario.backfill->verification == scenario::Verification::checksum) return backfill->done;
    if (!is_read(told, *backfill)) return std::nullopt;
    return std::max(*backfill->done, told.life.reads.backfill_read.value_or(Duration{}));
}

bool can_have_faults(const scenario::Scenario& scenario) {
    if (asks_for_faults(scenario)) return true;
    const auto& changes = scenario.life.changes;
    return changes && std::any_of(changes->deletions.begin(), changes->deletions.end(),
                                  [](const scenario::Deletions& some) { return some.keep.has_value(); });
}

bool has_faults(const ServiceTold& told) {
    return asks_for_faults(told.scenario) || told.pipeline.faults.files_vanished > 0;
}

std::uint64_t files_failed(const service::FaultCounts& faults) {
    return faults.files_given_up + faults.files_in_archives_given_up;
}

Rational audit_round_years(const scenario::Audit& audit) {
    return Rational{Rational{audit.every.count()} * 100 / audit.share / kYearMicroseconds};
}

std::optional<Rational> reads_a_year(const service::ReadOutcome& reads) {
    if (reads.archive_microseconds == 0) return std::nullopt;
    return Rational{Integer{reads.reads} * kYearMicroseconds, to_integer(reads.archive_microseconds)};
}

std::uint64_t damage_found(const service::DamageOutcome& damage) {
    return damage.found_by_audit + damage.found_by_restore + damage.found_by_restore_test +
           damage.found_by_compaction;
}

std::optional<Duration> mean_early_age(const service::LifeResult& life) {
    UInt128 sum = 0;
    UInt128 archives = 0;
    for (const service::MonthlyLife& month : life.months) {
        for (const service::DeletedArchives& deleted : month.deleted_early) {
            sum += deleted.archive_microseconds;
            archives += deleted.archives;
        }
    }
    if (archives == 0) return std::nullopt;
    return Duration{static_cast<std::int64_t>(sum / archives)};
}

}  // namespace firn::report
