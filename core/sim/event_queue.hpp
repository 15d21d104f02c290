#pragma once

#include "core/sim/least_heap.hpp"
#include "core/units/rational.hpp"
#include "core/units/time.hpp"

#include <cstddef>
#include <cstdint>
#include <utility>

namespace firn::sim {

/// Events that are still to come; the next is the least by (instant, order). What an event is, its user says.
template <class Event>
class EventQueue {
  public:
    /// `at` is not negative. Events of the same instant and order come in any order.
    void push(Duration at, std::uint64_t order, Event event) {
        entries_.add({key_of(at, order), std::move(event)});
    }

    /// When the next event is; Duration::max() if there is none.
    [[nodiscard]] Duration next_at() const {
        if (empty()) return Duration::max();
        return Duration{static_cast<std::int64_t>(entries_.least().key >> kOrderBits)};
    }

    /// The order of the next event; there must be one.
    [[nodiscard]] std::uint64_t next_order() const {
        return static_cast<std::uint64_t>(entries_.least().key);
    }

    /// Takes the next event away; there must be one.
    Event pop() { return std::move(entries_.take_least().event); }

    [[nodiscard]] bool empty() const { return entries_.empty(); }
    [[nodiscard]] std::size_t size() const { return entries_.size(); }

  private:
    static constexpr unsigned kOrderBits = 64;

    struct Entry {
        UInt128 key;  ///< the instant, then the order
        Event event;

        friend bool operator<(const Entry& a, const Entry& b) { return a.key < b.key; }
    };

    static UInt128 key_of(Duration at, std::uint64_t order) {
        return (static_cast<UInt128>(at.count()) << kOrderBits) | order;
    }

    LeastHeap<Entry> entries_;
};

}  // namespace firn::sim
