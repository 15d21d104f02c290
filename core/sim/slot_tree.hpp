#pragma once

#include "core/sim/tournament.hpp"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <span>
#include <vector>

namespace firn::sim {

/// Slots with a key each, of which the least is always at hand. Any slot may get another key at any time.
///
/// A tournament in which each node keeps its winner: a new key replays the matches from its leaf to the top,
/// each a minimum, so that no branch depends on the outcome. An event queue of those who are at work costs
/// less so than by a heap, because who begins mostly takes the place of who has just ended.
template <class Key>
class SlotTree {
  public:
    /// At least so many slots; new ones are empty.
    void reserve(std::size_t slots) {
        if (slots <= leaves_) return;
        std::vector<Key> keys(nodes_.begin() + static_cast<std::ptrdiff_t>(leaves_), nodes_.end());
        leaves_ = std::bit_ceil(slots);
        nodes_.assign(2 * leaves_, kNobody<Key>);
        std::copy(keys.begin(), keys.end(), nodes_.begin() + static_cast<std::ptrdiff_t>(leaves_));
        for (std::size_t node = leaves_ - 1; node != 0; --node) {
            nodes_[node] = std::min(nodes_[2 * node], nodes_[2 * node + 1]);
        }
    }

    void set(std::size_t slot, Key key) {
        std::size_t node = leaves_ + slot;
        nodes_[node] = key;
        while (node > 1) {
            const Key other = nodes_[node ^ 1U];
            key = other < key ? other : key;
            node >>= 1U;
            nodes_[node] = key;
        }
    }
    void clear(std::size_t slot) { set(slot, kNobody<Key>); }

    /// kNobody when all slots are empty.
    [[nodiscard]] Key least() const { return nodes_[1]; }

    /// By slot; kNobody of an empty one. Good until a key changes.
    [[nodiscard]] std::span<const Key> keys() const { return std::span{nodes_}.subspan(leaves_); }

  private:
    std::size_t leaves_ = 1;
    std::vector<Key> nodes_ = std::vector<Key>(2, kNobody<Key>);
};

}  // namespace firn::sim
