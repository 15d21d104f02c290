// What becomes of archives in the pipeline, from the directory that closes to the end of the upload.

#include "core/service/service_pipeline.hpp"

#include <utility>

namespace firn::service {

/// Without an age the last directory closes when no file can come any more.
void ServicePipeline::close_what_is_complete(Duration now) {
    if (settings_.max_age) return;
    if (live_underway_ == 0 && arrival_key_ == kNever) directories_.close_all(false, now);
    if (backfill_underway_ == 0 && lines_.no_backfill()) directories_.close_all(true, now);
}

void ServicePipeline::send_closed(Duration now) {
    for (Bundle& bundle : directories_.closed()) {
        meter_.closed(bundle);
        uploads_.join(std::move(bundle));
    }
    directories_.closed().clear();
    uploads_.begin_all(now);
}

void ServicePipeline::end_transfer(std::uint64_t id, Duration now) {
    end_upload(uploads_.end_transfer(id, now));
    look_ahead(now);
}

void ServicePipeline::end_upload(Uploads::Ended ended) {
    const Duration now = ended.upload.done;
    switch (ended.outcome) {
        case Uploads::Ended::Outcome::stored:
            store(ended);
            break;
        case Uploads::Ended::Outcome::given_up:
            give_up(ended);
            break;
        case Uploads::Ended::Outcome::failed:
            news_.upload_failed(ended);
            break;
    }
    if (ended.outcome != Uploads::Ended::Outcome::failed) directories_.recycle(std::move(ended.bundle));
    settle(now);
}

void ServicePipeline::store(const Uploads::Ended& ended) {
    staging_.give_back(ended.bundle.raw);
    meter_.stored(ended.bundle, ended.upload);
    told_others_ = true;
    if (ended.bundle.from_backfill) check_backfill(ended.upload.done);
    news_.stored(ended.bundle, ended.upload.done);
}

void ServicePipeline::give_up(const Uploads::Ended& ended) {
    staging_.give_back(ended.bundle.raw);
    meter_.archive_failed(ended.bundle, ended.upload.done);
    if (ended.bundle.from_backfill) check_backfill(ended.upload.done);
    news_.upload_failed(ended);
}

}  // namespace firn::service
