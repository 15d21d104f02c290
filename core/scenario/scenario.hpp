#pragma once

#include "core/scenario/backfill.hpp"
#include "core/scenario/growth.hpp"
#include "core/scenario/life.hpp"
#include "core/scenario/place.hpp"
#include "core/units/byte_rate.hpp"
#include "core/units/bytes.hpp"
#include "core/units/rational.hpp"
#include "core/units/time.hpp"
#include "core/usage/billing_settings.hpp"
#include "core/usage/rules.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace firn::scenario {

// A scenario is the whole question that a run answers. What each setting means, its unit, range and default
// stand in one table, fields.cpp; the structs here only hold the values.

/// The generated reference workload W1 (docs/simulation-model.md).
struct ReferenceWorkload {
    std::int64_t files = 0;
    std::int64_t replicate = 0;
};

enum class StartsAt { recorded, scenario };

/// What the rows of a trace stand for.
enum class TraceReading {
    automatic,  ///< arrivals; stock for files without times
    arrivals,   ///< files that arrive at their times
    stock,      ///< files that all lie there when the scenario begins, to be stored
    archives,   ///< archives that lie in the vault already
};

/// Files as a trace recorded them.
struct TraceWorkload {
    std::string file;
    std::string format;   ///< "auto" or the name of a trace format
    std::string columns;  ///< "time=when,size=bytes", "time=1,size=3"; empty: the usual names
    TraceReading as = TraceReading::automatic;
    StartsAt starts_at = StartsAt::recorded;
    Duration spread{};
    std::int64_t copies = 1;
};

enum class SizeShape { lognormal, constant };

/// Files of which only monthly totals are known.
struct MonthlyWorkload {
    std::string file;
    SizeShape sizes = SizeShape::lognormal;
    Rational deviation;  ///< standard deviation of the logarithm of the size, 0 to 3, at most three decimals
    Calendar calendar;
    Batches batches;
};

/// What the world asks of the backup: exactly one of these after validate().
struct Workload {
    std::optional<ReferenceWorkload> reference_w1;
    std::optional<TraceWorkload> trace;
    std::optional<MonthlyWorkload> monthly_totals;
    std::optional<GrowthWorkload> growth;
    std::optional<std::int64_t> owners;  ///< to whom files without keys belong
};

/// Archives of one class, size and age that lie in the vault already.
struct StockPart {
    std::string storage_class;  ///< empty: the scenario's
    std::int64_t archives = 0;
    Bytes bytes;  ///< of all of them
    Duration age{};
};

/// What lies in the vault before the scenario begins.
struct Stock {
    std::int64_t archives = 0;
    Bytes bytes;
    std::vector<StockPart> parts;  ///< besides
};

/// Where numbers come from: somebody measured them, or they are taken for granted.
enum class Grade { assumed, measured };

/// "assumed", "measured"
[[nodiscard]] constexpr std::string_view name_of(Grade grade) {
    return grade == Grade::measured ? "measured" : "assumed";
}

/// The workers between the files' store and the vault.
struct Pipeline {
    std::int64_t fetchers = 0;
    Duration fetch_latency{};
    ByteRate fetch_rate{1};
    Grade fetch_evidence = Grade::assumed;  ///< of latency and rate
    Bytes bundle_size;
    std::optional<Duration> max_age;  ///< none: a bundle waits until it is full
    std::int64_t uploaders = 0;
    Duration upload_latency{};
    ByteRate upload_rate{1};
    Grade upload_evidence = Grade::assumed;  ///< of latency and rate
    std::optional<Bytes> call_size;          ///< none: one call an archive (up to 4 GiB)
};

enum class LatencyQuantile { p50, p95, p99, max };

/// What an acceptable plan keeps to; what is absent does not matter.
struct Targets {
    std::optional<Duration> stored_within;
    LatencyQuantile stored_share = LatencyQuantile::p99;
    std::optional<Bytes> restore_read;        ///< mean over the files of the bytes read to get one back
    std::optional<Bytes> at_risk;             ///< largest amount that is not yet stored
    std::optional<Duration> unprotected_age;  ///< longest wait of any file
    std::optional<Duration> restore_file;     ///< p99 of the restores of single files
    std::optional<Duration> restore_batch;    ///< of each batch, until it is complete
};

struct Scenario {
    std::string name;
    std::string description;
    Instant start{};
    std::int64_t months = 0;
    std::int64_t seed = 0;
    std::string price_book;
    std::string region;
    std::string storage_class;
    Workload workload;
    Stock stock;
    std::optional<Backfill> backfill;
    Pipeline pipeline;
    Place place;
    Life life;
    Targets targets;
    std::optional<usage::Rules> rules;              ///< absent: every default
    std::optional<usage::BillingSettings> billing;  ///< absent: nothing is added
};

/// Whether anything beyond the plain pipeline of docs/simulation-model.md is asked for: what
/// docs/backup-service.md describes.
[[nodiscard]] bool asks_for_service(const Scenario& scenario);

}  // namespace firn::scenario
