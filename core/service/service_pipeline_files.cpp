// What becomes of files in the pipeline, from their arrival to a directory.

#include "core/service/service_pipeline.hpp"

#include <algorithm>
#include <optional>

namespace firn::service {

/// A free fetcher takes the file at once, if nobody stands in line and the disk has room.
void ServicePipeline::arrive() {
    const File file = *lines_.next_arrival();
    const bool takes_it = lines_.live().empty() && fetches_.workers().any_free() && staging_.takes(file.size);
    note_arrival(file);
    if (takes_it) {
        lines_.pop(false);
        begin_fetch(file, file.arrival);
        fetch_key_ = key_of(fetches_.next_end(), Rank::fetch_ends);
    }
    look_for_arrival();
    // Without a fetcher nobody can begin. With one there may be work all the same: a file of the backfill
    // that waited for room may be too late by now.
    const bool may_settle = fetches_.workers().any_free() && (!takes_it || !lines_.no_backfill());
    if (arrival_key_ == kNever || may_settle) {
        settle(file.arrival);
        look_ahead(file.arrival);
    } else {
        lines_.note_length();
    }
}

/// All fetchers are busy: whoever arrives before that event joins the line.
void ServicePipeline::arrive_until(EventKey key) {
    Duration now{};
    while (arrival_key_ < key) {
        const File& file = *lines_.next_arrival();
        now = file.arrival;
        note_arrival(file);
        look_for_arrival();
    }
    lines_.note_length();
    if (arrival_key_ != kNever) return;
    settle(now);
    look_ahead(now);
}

void ServicePipeline::note_arrival(const File& file) {
    meter_.arrived(file);
    news_.arrived(file);
    ++live_underway_;
    lines_.arrive();
}

void ServicePipeline::look_for_arrival() {
    const File* next = lines_.next_arrival();
    arrival_key_ = next == nullptr ? kNever : key_of(next->arrival, Rank::arrival);
    if (progress_ && next != nullptr && lines_.live().at_page_begin())
        progress_({lines_.live().files_read(), next->arrival});
    if (next == nullptr && lines_.live().error()) error_ = lines_.live().error();
}

void ServicePipeline::end_fetch(Duration now) {
    const Fetches::Ended ended = fetches_.end_next();
    switch (ended.outcome) {
        case Fetches::Outcome::fetched:
            --(ended.file.from_backfill() ? backfill_underway_ : live_underway_);
            directories_.join(ended.file, now);
            break;
        case Fetches::Outcome::vanished:
            leave(ended.file, Failure::Kind::vanished, now);
            break;
        case Fetches::Outcome::given_up:
            leave(ended.file, Failure::Kind::fetch_given_up, now);
            break;
        case Fetches::Outcome::failed:
            news_.file_failed(Failure::Kind::fetch_attempt, ended.file, now);
            break;
    }
    begin_fetches(now);
    if (!settings_.max_age) close_what_is_complete(now);
    const bool quiet = !directories_.has_closed() && ended.outcome == Fetches::Outcome::fetched &&
                       directories_.next_age_out() == known_age_out_ &&
                       lines_.next_mounted(now) == Duration::max();
    if (quiet) {
        fetch_key_ = key_of(fetches_.next_end(), Rank::fetch_ends);
    } else {
        send_closed(now);
        look_ahead(now);
    }
}

/// A file leaves the pipeline without having been stored.
void ServicePipeline::leave(const File& file, Failure::Kind kind, Duration now) {
    --(file.from_backfill() ? backfill_underway_ : live_underway_);
    if (kind != Failure::Kind::deleted) staging_.give_back(file.size);
    if (kind == Failure::Kind::fetch_given_up) {
        meter_.failed(file, now);
    } else if (kind == Failure::Kind::deleted) {
        meter_.deleted(file, now);
    } else {
        meter_.vanished(file, now);
    }
    news_.file_failed(kind, file, now);
    if (file.from_backfill()) check_backfill(now);
}

void ServicePipeline::begin_fetches(Duration now) {
    while (fetches_.workers().any_free()) {
        const File* first = lines_.first(fetches_.workers().free_for_backfill(), now);
        if (first == nullptr) return look_for_trouble();
        if (is_too_late(*first, now)) {
            const File gone = *first;
            leave_line(gone);
            leave(gone, Failure::Kind::deleted, now);
            continue;
        }
        if (!has_room(*first)) {
            make_room(now);
            return;
        }
        begin_fetch(*first, now);
        leave_line(*first);
    }
}

/// The first in line. It is taken away last: the line's own file may be looked at until then.
void ServicePipeline::leave_line(const File& first) {
    const bool from_backfill = first.from_backfill();
    if (from_backfill && first.failed_attempts == 0) {
        ++backfill_underway_;
        meter_.taken(first);
    }
    lines_.pop(from_backfill);
}

/// Whether the file's retention has ended before anybody fetched it.
bool ServicePipeline::is_too_late(const File& file, Duration now) const {
    return file.arrival + keeps_[file.dying] <= now && file.failed_attempts == 0;
}

void ServicePipeline::begin_fetch(const File& file, Duration now) {
    if (file.failed_attempts == 0) {
        staging_.take(file.size);
        meter_.begun(file, now);
    }
    fetches_.begin(file, now);
}

/// Whether the file fits on the disk, or lies there already after a failed attempt.
bool ServicePipeline::has_room(const File& file) const {
    return file.failed_attempts > 0 || staging_.takes(file.size);
}

/// The disk is full. If nothing that is under way will free it, the oldest directory is closed; if none is
/// open, only files that wait for another attempt lie there, and the first of them goes ahead.
void ServicePipeline::make_room(Duration now) {
    if (!fetches_.idle() || !uploads_.idle() || directories_.has_closed()) return;
    if (!directories_.any_open()) {
        const std::optional<File> first = lines_.take_first_returned();
        if (first) begin_fetch(*first, now);
        return;
    }
    directories_.close_first(now);
    ++closed_for_room_;
}

void ServicePipeline::end_pauses(Duration now) {
    if (fetches_.next_pause_end() <= now) {
        lines_.rejoin(fetches_.end_pause());
    } else {
        uploads_.end_pause();
    }
}

}  // namespace firn::service
