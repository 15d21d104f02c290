#include "core/sim/outage_calendar.hpp"

#include <cstddef>
#include <utility>

namespace firn::sim {

OutageCalendar::OutageCalendar(std::vector<OutageOrigin> origins, Duration latest)
    : latest_{latest}, clear_until_{origins.empty() ? latest : Duration::min()} {
    for (OutageOrigin& give : origins) {
        origins_.push_back({.give = std::move(give)});
        advance(origins_.back());
    }
}

/// To the next outage that is not empty. One that begins with the latest instant or after it does not count.
void OutageCalendar::advance(Origin& origin) const {
    do {
        origin.next = origin.give();
    } while (origin.next && origin.next->begin < latest_ && origin.next->end <= origin.next->begin);
    if (origin.next && origin.next->begin >= latest_) origin.next.reset();
}

/// nullptr when no origin has any more.
OutageCalendar::Origin* OutageCalendar::earliest_origin() {
    Origin* earliest = nullptr;
    for (Origin& origin : origins_) {
        if (!origin.next) continue;
        if (earliest == nullptr || origin.next->begin < earliest->next->begin) earliest = &origin;
    }
    return earliest;
}

/// The next that lies apart from those before it.
std::optional<Outage> OutageCalendar::next_of_all() {
    Origin* origin = earliest_origin();
    if (origin == nullptr) return std::nullopt;
    Outage whole = *origin->next;
    while (origin != nullptr && origin->next->begin <= whole.end) {
        whole.end = std::max(whole.end, std::min(origin->next->end, latest_));
        advance(*origin);
        origin = earliest_origin();
    }
    return whole;
}

/// Whether so many outages that are not over are known, after asking for them.
bool OutageCalendar::know(std::size_t outages) {
    while (known_.size() < outages) {
        const std::optional<Outage> next = next_of_all();
        if (!next) return false;
        known_.push_back(*next);
    }
    return true;
}

/// Outages that are over at t are none of those that are known any more, and the first known is not over.
void OutageCalendar::forget_before(Duration t) {
    while (know(1) && known_.front().end <= t) {
        known_.pop_front();
    }
    clear_until_ = known_.empty() ? latest_ : std::min(known_.front().begin, latest_);
}

Duration OutageCalendar::resume_by_calendar(Duration t) {
    forget_before(t);
    const bool out = !known_.empty() && known_.front().begin <= t;
    return std::min(out ? known_.front().end : t, latest_);
}

Duration OutageCalendar::end_by_calendar(Duration start, Duration length) {
    Duration begin = resume_by_calendar(start);
    std::size_t over = !known_.empty() && known_.front().begin <= start ? 1 : 0;
    while (over < kMostCuts && know(over + 1) && length > known_[over].begin - begin) {
        begin = known_[over].end;
        ++over;
    }
    return over < kMostCuts ? end_by(begin, length, latest_) : latest_;
}

Duration OutageCalendar::next_begin_by_calendar(Duration t) {
    forget_before(t);
    std::size_t first = 0;
    while (know(first + 1) && known_[first].begin < t) {
        ++first;
    }
    return first < known_.size() ? known_[first].begin : Duration::max();
}

}  // namespace firn::sim
