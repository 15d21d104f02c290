#pragma once

#include "core/sim/event_queue.hpp"
#include "core/sim/least_heap.hpp"
#include "core/units/time.hpp"

#include <chrono>
#include <cstdint>
#include <unordered_map>
#include <utility>
#include <vector>

namespace firn::sim {

/// An event queue for events of which many are known hours or months before: those lie on a page of their
/// hour in no order, and are put in order when their hour has come. What a push or a pop costs depends on how
/// much happens within an hour, not on how much is to come.
template <class Event>
class Agenda {
  public:
    /// As EventQueue::push().
    void push(Duration at, std::uint64_t order, Event event) {
        if (at < open_until_) {
            now_.push(at, order, std::move(event));
            return;
        }
        const std::int64_t hour = at / kHour;
        std::vector<Entry>& page = pages_[hour];
        if (page.empty()) hours_.add(hour);
        page.push_back({at, order, std::move(event)});
        if (now_.empty()) open_next_page();
    }

    /// When the next event is; Duration::max() if there is none.
    [[nodiscard]] Duration next_at() const { return now_.next_at(); }

    /// The order of the next event; there must be one.
    [[nodiscard]] std::uint64_t next_order() const { return now_.next_order(); }

    /// Takes the next event away; there must be one.
    Event pop() {
        Event event = now_.pop();
        if (now_.empty() && !hours_.empty()) open_next_page();
        return event;
    }

  private:
    static constexpr Duration kHour = std::chrono::hours{1};

    struct Entry {
        Duration at{};
        std::uint64_t order = 0;
        Event event;
    };

    void open_next_page() {
        const std::int64_t hour = hours_.take_least();
        const auto page = pages_.find(hour);
        for (Entry& entry : page->second)
            now_.push(entry.at, entry.order, std::move(entry.event));
        pages_.erase(page);
        open_until_ = kHour * (hour + 1);
    }

    /// What comes before open_until_.
    EventQueue<Event> now_;
    std::unordered_map<std::int64_t, std::vector<Entry>> pages_;
    LeastHeap<std::int64_t> hours_;
    Duration open_until_{};
};

}  // namespace firn::sim
