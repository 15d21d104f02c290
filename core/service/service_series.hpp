#pragma once

#include "core/service/failure.hpp"
#include "core/service/file.hpp"
#include "core/service/oldest_file.hpp"
#include "core/service/stored_archive.hpp"
#include "core/sim/time_series.hpp"
#include "core/units/bytes.hpp"
#include "core/units/time.hpp"

#include <string_view>
#include <variant>
#include <vector>

namespace firn::service {

class ArchiveLife;
class ServicePipeline;

/// What is seen of a run in the course of time: levels and tallies by minutes, hours and days.
///
/// - `arrived_bytes`: a live file's bytes, when it arrives
/// - `waiting_files`: live files in line for a fetcher
/// - `busy_fetchers`, `busy_uploaders`: workers at work
/// - `staging_bytes`: on the staging disk
/// - `waiting_archives`: closed directories in line for an uploader
/// - `unprotected_files`, `unprotected_bytes`: live files that have arrived and are not stored, given up,
/// gone
/// - `oldest_unprotected_us`: how long the oldest of them has waited, whenever some leave
/// - `latency_us`: from a live file's arrival until it is stored; with quantiles
/// - `stored_bytes`, `archives`: what lies in the vault
/// - `catalogue_rows`: one for each file that lies there and lives; an archive of the stock is one file
/// - `retrievals`: of restores, started and not ready
/// - `retrieved_bytes`: of each retrieval, when it starts, whoever asks for it
class ServiceSeries {
  public:
    /// A file has arrived, an archive is stored, something failed, in order of time.
    void arrived(const File& file);
    void stored(const StoredArchive& archive);
    void failed(const Failure& failure);
    /// A retrieval of so many bytes starts.
    void retrieved(Bytes bytes, Duration now);
    /// After any event.
    void observe(const ServicePipeline& pipeline, const ArchiveLife& life, Duration now);
    /// The run has lasted until now.
    void finish(Duration now);

    /// A series with its name and unit.
    struct Named {
        std::string_view name;
        std::string_view unit;
        std::variant<const sim::LevelSeries*, const sim::TallySeries*> series;
    };
    [[nodiscard]] std::vector<Named> all() const;

  private:
    OldestFile oldest_;
    sim::TallySeries arrived_bytes_;
    sim::LevelSeries waiting_files_;
    sim::LevelSeries busy_fetchers_;
    sim::LevelSeries staging_bytes_;
    sim::LevelSeries waiting_archives_;
    sim::LevelSeries busy_uploaders_;
    sim::LevelSeries unprotected_files_;
    sim::LevelSeries unprotected_bytes_;
    sim::TallySeries oldest_unprotected_;
    sim::TallySeries latency_ = sim::TallySeries::with_quantiles();
    sim::LevelSeries stored_bytes_;
    sim::LevelSeries archives_;
    sim::LevelSeries catalogue_rows_;
    sim::LevelSeries retrievals_;
    sim::TallySeries retrieved_bytes_;
};

}  // namespace firn::service
