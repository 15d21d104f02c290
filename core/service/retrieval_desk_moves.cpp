// What becomes of retrievals in line whose archive was deleted, or its files moved by compaction.

#include "core/service/retrieval_desk.hpp"

#include <cstddef>

namespace firn::service {

RetrievalDesk::Found RetrievalDesk::find_again(std::uint32_t at) {
    Retrieval& retrieval = retrievals_[at];
    const std::uint64_t today = vault_.today(retrieval.archive);
    ArchiveRecord* record = vault_.find(today);
    if (record == nullptr) return Found::nowhere;
    if (today == retrieval.archive) return Found::there;
    lose_files(retrieval, vault_.lived_when_moved(retrieval.archive).value_or(0));
    const RetrievalRange range = RetrievalRange::of_all(record->bytes);
    if (const auto other = retrievals_.open_one(record->retrieval, retrieval.tier, range)) {
        move_waiters(at, *other);
        retrievals_.make_unused(at);
        return Found::with_another;
    }
    retrieval.archive = today;
    retrieval.range = range;
    retrievals_.link(at);
    return Found::there;
}

void RetrievalDesk::follow(std::uint32_t first) {
    for (std::uint32_t at = first; at != Retrievals::kNone;) {
        const std::uint32_t next = retrievals_[at].next_of_archive;
        if (!retrievals_[at].is_started) find_again(at);
        at = next;
    }
}

void RetrievalDesk::lose_files(const Retrieval& retrieval, std::uint32_t living) {
    for (const std::uint32_t first : retrieval.first_waiters) {
        waiters_.for_each(first, [&](Waiter& waiter) {
            if (waiter.files <= living) return;
            lines_[waiter.line].meter.not_found(waiter.files - living, waiter.made);
            const UInt128 bytes = static_cast<UInt128>(waiter.size.count()) * living / waiter.files;
            waiter.size = Bytes{static_cast<std::int64_t>(bytes)};
            waiter.files = living;
        });
    }
}

void RetrievalDesk::move_waiters(std::uint32_t from, std::uint32_t to) {
    auto& own = retrievals_[from].first_waiters;
    auto& others = retrievals_[to].first_waiters;
    for (std::size_t place = 0; place < own.size(); ++place) {
        waiters_.for_each(own.at(place),
                          [&](const Waiter& waiter) { lines_[waiter.line].meter.counts().joined += 1; });
        others.at(place) = waiters_.chain(own.at(place), others.at(place));
        own.at(place) = Waiters::kNobody;
    }
}

void RetrievalDesk::give_up(std::uint32_t retrieval) {
    for (const std::uint32_t first : retrievals_[retrieval].first_waiters) {
        waiters_.take_all(first, [&](const Waiter& waiter) {
            lines_[waiter.line].meter.not_found(waiter.files, waiter.made);
        });
    }
    retrievals_.make_unused(retrieval);
}

}  // namespace firn::service
