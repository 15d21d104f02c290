#include "core/service/retrieval_desk.hpp"

#include <algorithm>

namespace firn::service {

namespace {

std::size_t place_of(Destination destination) { return destination == Destination::region ? 0 : 1; }

UInt128 count_of(Bytes bytes) { return static_cast<std::uint64_t>(bytes.count()); }

}  // namespace

RetrievalDesk::RetrievalDesk(const RetrievalSettings& settings, const Midnight& midnight, std::uint64_t seed,
                             Vault& vault, LifeQueue& queue, LifeOutages& outages)
    : settings_{settings},
      midnight_{midnight},
      seed_{seed},
      vault_{vault},
      queue_{queue},
      outages_{outages},
      downloads_{settings, queue, outages},
      unpack_time_{settings.unpack_rate},
      retrievals_{vault} {
    vault_.when_moved([this](std::uint32_t retrieval) { follow(retrieval); });
    constexpr std::int64_t kSecond = 1'000'000;
    if (!settings.request_rate) return;
    const std::int64_t rate = *settings.request_rate;
    start_gap_ = Duration{(kSecond + rate - 1) / rate};
}

std::uint32_t RetrievalDesk::open(const RetrievalLine& line) {
    lines_.push_back({.settings = line,
                      .times = random::Stream{seed_, "retrieval/" + line.name + "/times"},
                      .meter = RestoreMeter{line.name, queue_.horizon(), line.within},
                      .amount = HourAmount{line.bytes_per_hour, 1}});
    return static_cast<std::uint32_t>(lines_.size() - 1);
}

void RetrievalDesk::not_found(std::uint32_t line, std::uint64_t files, Duration made) {
    lines_[line].meter.asked(files, made);
    lines_[line].meter.not_found(files, made);
}

void RetrievalDesk::ask(std::uint32_t line, const FileRequest& request, Duration now) {
    const ArchiveRecord& record = *vault_.find(request.archive);
    Line& own = lines_[line];
    const std::size_t tier = own.settings.tier;
    own.meter.asked(request.files, request.made);
    const RetrievalRange range =
        own.settings.ranges && request.place
            ? RetrievalRange::around(*request.place, record.bytes, vault_.raw_of(request.archive))
            : RetrievalRange::of_all(record.bytes);
    if (const auto copy = retrievals_.copy_with(record.retrieval, range, now)) {
        own.meter.counts().served_by_copies += 1;
        return download({.range = range,
                         .destination = request.destination,
                         .retrieval = *copy,
                         .line = line,
                         .first_waiter = add_waiter(line, request)},
                        now);
    }
    if (const auto open = retrievals_.open_one(record.retrieval, tier, range))
        return join(line, request, *open, now);
    Retrieval retrieval{.archive = request.archive, .range = range, .line = line, .tier = tier};
    retrieval.first_waiters.at(place_of(request.destination)) = add_waiter(line, request);
    const std::uint32_t added = retrievals_.add(retrieval);
    retrievals_.link(added);
    stand_in_line(line, added, now);
}

void RetrievalDesk::stand_in_line(std::uint32_t line, std::uint32_t retrieval, Duration now) {
    Line& own = lines_[line];
    pass_over_who_left(own);
    if (own.waiting.empty()) own.pacer.begin_to_wait(now);
    retrievals_[retrieval].line = line;
    own.waiting.push_back({retrieval, retrievals_[retrieval].generation, now});
    own.bytes_asked += count_of(retrievals_[retrieval].range.bytes);
    own.largest_asked = std::max(own.largest_asked, retrievals_[retrieval].range.bytes);
}

void RetrievalDesk::pass_over_who_left(Line& line) const {
    while (!line.waiting.empty() && !still_stands(line.waiting.front()))
        line.waiting.pop_front();
}

bool RetrievalDesk::still_stands(const Standing& standing) const {
    const Retrieval& retrieval = retrievals_[standing.retrieval];
    return retrieval.generation == standing.generation && !retrieval.is_started;
}

void RetrievalDesk::join(std::uint32_t line, const FileRequest& request, std::uint32_t at, Duration now) {
    Retrieval& retrieval = retrievals_[at];
    std::uint32_t& waiters = retrieval.first_waiters.at(place_of(request.destination));
    waiters = add_waiter(line, request, waiters);
    lines_[line].meter.counts().joined += 1;
    // It need not wait for the pace of another line.
    if (!retrieval.is_started && retrieval.line != line) stand_in_line(line, at, now);
}

std::uint32_t RetrievalDesk::add_waiter(std::uint32_t line, const FileRequest& request, std::uint32_t next) {
    return waiters_.add({request.made, request.size, request.files, line, next});
}

void RetrievalDesk::all_asked(std::uint32_t line, Duration now) {
    Line& own = lines_[line];
    own.meter.all_asked(now);
    if (own.settings.pacing != Pacing::deadline) return;
    const RetrievalTier& tier = settings_.tiers[own.settings.tier];
    own.amount =
        HourAmount::within(own.bytes_asked, own.largest_asked, now, own.settings.deadline - tier.longest);
}

HourAmount RetrievalDesk::amount_of(const Line& line, Duration now) const {
    if (line.settings.pacing != Pacing::free_allowance) return line.amount;
    return HourAmount::of_free_allowance(midnight_.stored(), midnight_.days_of_month(now));
}

Duration RetrievalDesk::earliest(Line& line, Duration now) {
    Duration at = std::max(now, next_start_);
    if (line.settings.pacing != Pacing::none) {
        const Standing& first = line.waiting.front();
        const Bytes bytes = retrievals_[first.retrieval].range.bytes;
        at = std::max(at, line.pacer.earliest(bytes, first.since, now, amount_of(line, now)));
    }
    return at > now ? at : outages_.resume(now);
}

void RetrievalDesk::start(std::uint32_t line, Duration now) {
    Line& own = lines_[line];
    while (!own.waiting.empty()) {
        const std::uint32_t first = own.waiting.front().retrieval;
        const Found found = still_stands(own.waiting.front()) ? find_again(first) : Found::with_another;
        if (found == Found::nowhere) {
            give_up(first);
        } else if (found == Found::there) {
            const Duration at = earliest(own, now);
            if (at > now) {
                if (own.planned > at) come_again(line, at);
                return;
            }
            begin(line, first, now);
        }
        own.waiting.pop_front();
        // Whoever waits for the next start as well has its turn first.
        if (found == Found::there && start_gap_ > Duration{0}) return come_again_for_the_rest(line, now);
    }
}

void RetrievalDesk::come_again_for_the_rest(std::uint32_t line, Duration now) {
    Line& own = lines_[line];
    pass_over_who_left(own);
    own.planned = Duration::max();
    if (!own.waiting.empty()) come_again(line, now);
}

void RetrievalDesk::come_again(std::uint32_t line, Duration at) {
    lines_[line].planned = at;
    queue_.push(at, {LifeEventKind::line_may_start, line, 0});
}

void RetrievalDesk::line_may_start(std::uint32_t line, Duration now) {
    if (lines_[line].planned != now) return;
    lines_[line].planned = Duration::max();
    start(line, now);
}

void RetrievalDesk::begin(std::uint32_t line, std::uint32_t retrieval, Duration now) {
    Line& own = lines_[line];
    retrievals_[retrieval].is_started = true;
    retrievals_[retrieval].line = line;
    const RetrievalTier& tier = settings_.tiers[own.settings.tier];
    const Bytes bytes = retrievals_[retrieval].range.bytes;
    RestoreOutcome& counts = own.meter.counts();
    counts.retrievals += 1;
    counts.bytes_retrieved += count_of(bytes);
    counts.last_start = now;
    if (own.settings.pacing != Pacing::none) {
        counts.beyond_pacing += own.pacer.take(bytes, now, amount_of(own, now)) ? 1U : 0U;
    }
    next_start_ = now + start_gap_;
    vault_.meter().retrieved(own.settings.tier, bytes, now);
    const Duration wait{own.times.between(own.drawn++, tier.shortest.count(), tier.longest.count())};
    queue_.push(now + wait, {LifeEventKind::retrieval_ready, 0, retrieval});
    under_way_ += 1;
}

void RetrievalDesk::retrieval_ready(std::uint64_t number, Duration now) {
    const auto at = static_cast<std::uint32_t>(number);
    retrievals_[at].is_ready = true;
    retrievals_[at].users = 1;
    under_way_ -= 1;
    for (const Destination destination : {Destination::region, Destination::outside}) {
        const Retrieval& ready = retrievals_[at];
        const std::uint32_t first = ready.first_waiters.at(place_of(destination));
        if (first == Waiters::kNobody) continue;
        download({.range = ready.range,
                  .destination = destination,
                  .retrieval = at,
                  .line = ready.line,
                  .first_waiter = first},
                 now);
    }
    if (settings_.reuse_ready_copies) {
        retrievals_.come_first(at);
        retrievals_[at].copy_until = now + settings_.copy_lies;
        queue_.push(retrievals_[at].copy_until, {LifeEventKind::copy_expires, 0, number});
    } else {
        copy_expires(number);
    }
}

void RetrievalDesk::copy_expires(std::uint64_t number) {
    const auto at = static_cast<std::uint32_t>(number);
    retrievals_.unlink(at);
    release(at);
}

void RetrievalDesk::release(std::uint32_t retrieval) {
    if (--retrievals_[retrieval].users == 0) retrievals_.make_unused(retrieval);
}

void RetrievalDesk::download(const Download& download, Duration now) {
    retrievals_[download.retrieval].users += 1;
    downloads_.add(download, now);
}

void RetrievalDesk::download_ended(std::uint64_t number, Duration now) {
    const Download ended = downloads_.end(number, now);
    Retrieval& retrieval = retrievals_[ended.retrieval];
    RestoreOutcome& counts = lines_[ended.line].meter.counts();
    counts.bytes_downloaded += count_of(ended.range.bytes);
    if (ended.destination == Destination::outside) {
        counts.transfer_out += count_of(ended.range.bytes);
        vault_.meter().transferred_out(ended.range.bytes, now);
    }
    if (ended.range.whole && !retrieval.is_read) {
        retrieval.is_read = true;
        retrieval.was_damaged = vault_.read(retrieval.archive, lines_[ended.line].settings.reader, now);
    }
    waiters_.take_all(ended.first_waiter, [&](const Waiter& waiter) {
        Line& line = lines_[waiter.line];
        line.meter.restored(waiter.files, waiter.made, now + unpack_time_.of(waiter.size));
        if (retrieval.was_damaged && line.settings.reader == Reader::restore_test)
            tests_failed_ += waiter.files;
    });
    release(ended.retrieval);
}

}  // namespace firn::service
