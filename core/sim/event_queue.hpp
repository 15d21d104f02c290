#pragma once

#include "core/sim/least_heap.hpp"
#include "core/units/rational.hpp"
#include "core/units/time.hpp"

#include <cstddef>
#include <cstdint>
#include <utility>

namespace firn::sim {

/// An event and when it comes. Of two, the one with the earlier instant comes first, then the lesser order.
template <class Event>
class TimedEvent {
  public:
    TimedEvent() = default;
    /// `at` is not negative.
    TimedEvent(Duration at, std::uint64_t order, Event event)
        : key_{(static_cast<UInt128>(at.count()) << kOrderBits) | order}, event_{std::move(event)} {}

    [[nodiscard]] Duration at() const { return Duration{static_cast<std::int64_t>(key_ >> kOrderBits)}; }
    [[nodiscard]] std::uint64_t order() const { return static_cast<std::uint64_t>(key_); }
    [[nodiscard]] Event take() { return std::move(event_); }

    friend bool operator<(const TimedEvent& a, const TimedEvent& b) { return a.key_ < b.key_; }

  private:
    static constexpr unsigned kOrderBits = 64;

    UInt128 key_ = 0;  ///< the instant, then the order
    Event event_{};
};

/// Events that are still to come; the next is the least by (instant, order). What an event is, its user says.
template <class Event>
class EventQueue {
  public:
    /// `at` is not negative. Events of the same instant and order come in any order.
    void push(Duration at, std::uint64_t order, Event event) {
        entries_.add(TimedEvent<Event>{at, order, std::move(event)});
    }

    /// When the next event is; Duration::max() if there is none.
    [[nodiscard]] Duration next_at() const { return empty() ? Duration::max() : next().at(); }

    /// The next event; there must be one.
    [[nodiscard]] const TimedEvent<Event>& next() const { return entries_.least(); }

    /// Takes the next event away; there must be one.
    Event pop() { return entries_.take_least().take(); }

    [[nodiscard]] bool empty() const { return entries_.empty(); }
    [[nodiscard]] std::size_t size() const { return entries_.size(); }

  private:
    LeastHeap<TimedEvent<Event>> entries_;
};

}  // namespace firn::sim
