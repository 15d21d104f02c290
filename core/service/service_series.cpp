#include "core/service/service_series.hpp"

#include "core/service/archive_life.hpp"
#include "core/service/service_pipeline.hpp"

namespace firn::service {

namespace {

std::int64_t to_level(std::uint64_t count) { return static_cast<std::int64_t>(count); }

}  // namespace

void ServiceSeries::arrived(const File& file) {
    oldest_.arrived(file.arrival);
    arrived_bytes_.add(file.arrival, file.size.count());
}

void ServiceSeries::stored(const StoredArchive& archive) {
    if (archive.from_backfill) return;
    oldest_unprotected_.add(archive.stored, oldest_.age(archive.stored).count());
    for (const Duration arrival : archive.arrivals) {
        latency_.add(archive.stored, (archive.stored - arrival).count());
    }
    for (const std::uint64_t number : archive.numbers) {
        oldest_.left(number);
    }
}

void ServiceSeries::failed(const Failure& failure) {
    if (failure.from_backfill) return;
    switch (failure.kind) {
        case Failure::Kind::fetch_given_up:
        case Failure::Kind::vanished:
        case Failure::Kind::deleted:
            oldest_.left(failure.number);
            break;
        case Failure::Kind::upload_given_up:
            for (const std::uint64_t number : failure.files) {
                oldest_.left(number);
            }
            break;
        case Failure::Kind::fetch_attempt:
        case Failure::Kind::upload_attempt:
            break;
    }
}

void ServiceSeries::retrieved(Bytes bytes, Duration now) { retrieved_bytes_.add(now, bytes.count()); }

void ServiceSeries::observe(const ServicePipeline& pipeline, const ArchiveLife& life, Duration now) {
    waiting_files_.set(now, to_level(pipeline.waiting_for_fetch()));
    busy_fetchers_.set(now, pipeline.fetches().workers().busy());
    staging_bytes_.set(now, pipeline.staging().used().count());
    waiting_archives_.set(now, to_level(pipeline.uploads().waiting()));
    busy_uploaders_.set(now, pipeline.uploads().workers().busy());
    unprotected_files_.set(now, to_level(pipeline.meter().files().waiting));
    unprotected_bytes_.set(now, pipeline.meter().at_risk().count());
    stored_bytes_.set(now, life.bytes().count());
    archives_.set(now, to_level(life.archives()));
    catalogue_rows_.set(now, to_level(life.files()));
    retrievals_.set(now, to_level(life.retrievals_under_way()));
}

void ServiceSeries::finish(Duration now) {
    for (sim::TallySeries* tally : {&arrived_bytes_, &oldest_unprotected_, &latency_, &retrieved_bytes_}) {
        tally->finish(now);
    }
    for (sim::LevelSeries* level : {&waiting_files_, &busy_fetchers_, &staging_bytes_, &waiting_archives_,
                                    &busy_uploaders_, &unprotected_files_, &unprotected_bytes_,
                                    &stored_bytes_, &archives_, &catalogue_rows_, &retrievals_}) {
        level->finish(now);
    }
}

std::vector<ServiceSeries::Named> ServiceSeries::all() const {
    return {{"arrived_bytes", "B", &arrived_bytes_},
            {"waiting_files", "files", &waiting_files_},
            {"busy_fetchers", "workers", &busy_fetchers_},
            {"staging_bytes", "B", &staging_bytes_},
            {"waiting_archives", "archives", &waiting_archives_},
            {"busy_uploaders", "workers", &busy_uploaders_},
            {"unprotected_files", "files", &unprotected_files_},
            {"unprotected_bytes", "B", &unprotected_bytes_},
            {"oldest_unprotected_us", "us", &oldest_unprotected_},
            {"latency_us", "us", &latency_},
            {"stored_bytes", "B", &stored_bytes_},
            {"archives", "archives", &archives_},
            {"catalogue_rows", "rows", &catalogue_rows_},
            {"retrievals", "retrievals", &retrievals_},
            {"retrieved_bytes", "B", &retrieved_bytes_}};
}

}  // namespace firn::service
