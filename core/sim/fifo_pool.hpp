#pragma once

#include "core/sim/pool_keys.hpp"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace firn::sim {

/// A tournament of keys in which the winner is the least and only the winner is ever replaced.
///
/// Node 1 is the final, node n's entrants come from nodes 2n and 2n + 1; each node keeps its loser. A new key
/// at the winner's leaf replays the matches on the way up: their nodes are known beforehand and each match is
/// a minimum and a maximum, so there is no branch to guess and little to wait for. A binary heap has to find
/// its way down instead.
///
/// A plain value over storage that the pool owns: a hot loop works on a copy, which stays in registers.
template <class Key>
struct Tournament {
    /// As many as there are leaves, a power of two; the first is not used.
    std::span<Key> losers;
    Key winner{};

    void replace_winner(std::size_t leaf, Key key) {
        for (std::size_t node = (losers.size() + leaf) >> 1U; node != 0; node >>= 1U) {
            const Key other = losers[node];
            const bool other_wins = other < key;
            losers[node] = other_wins ? key : other;
            key = other_wins ? other : key;
        }
        winner = key;
    }
};

/// Equal workers that serve a FIFO queue: whoever comes next gets the worker that is free first.
template <class Keys>
class FifoPool {
  public:
    using Key = typename Keys::Key;

    /// `workers` from 1 to 2^20, all free at time 0.
    explicit FifoPool(std::uint32_t workers)
        : keys_{workers},
          leaves_{std::bit_ceil(std::size_t{workers})},
          losers_(leaves_),
          winner_{play_all([&](std::size_t leaf) {
              const auto worker = static_cast<std::uint32_t>(leaf);
              return worker < workers ? keys_.key(Duration{0}, 0, worker) : Keys::kNever;
          })} {}

    /// The same pool with other keys. `key_of(worker)` gives each worker's key.
    template <class KeyOf>
    void set_keys(KeyOf key_of) {
        winner_ = play_all(key_of);
    }

    /// Calls `take(key)` for each worker, in no particular order.
    template <class Take>
    void for_each_key(Take take) const {
        take(winner_);
        for (std::size_t node = 1; node < leaves_; ++node) {
            if (losers_[node] != Keys::kNever) take(losers_[node]);
        }
    }

    [[nodiscard]] const Keys& keys() const { return keys_; }
    [[nodiscard]] Duration earliest_free() const { return keys_.time(winner_); }

    /// The earliest free worker is occupied until then. `order` counts the occupations.
    void occupy_earliest(Duration until, std::uint64_t order) {
        Tournament<Key> matches = tournament();
        const std::uint32_t worker = keys_.worker(winner_);
        matches.replace_winner(worker, keys_.key(until, order, worker));
        put_back(matches);
    }

    /// For a hot loop: take the tournament out, replace winners, put it back.
    [[nodiscard]] Tournament<Key> tournament() { return {losers_, winner_}; }
    void put_back(const Tournament<Key>& played) { winner_ = played.winner; }

  private:
    template <class KeyOf>
    Key play_all(KeyOf key_of) {
        std::vector<Key> winners(2 * leaves_);
        for (std::size_t leaf = 0; leaf < leaves_; ++leaf) {
            winners[leaves_ + leaf] = key_of(leaf);
        }
        for (std::size_t node = leaves_ - 1; node != 0; --node) {
            const auto [least, most] = std::minmax(winners[2 * node], winners[2 * node + 1]);
            winners[node] = least;
            losers_[node] = most;
        }
        return winners[1];
    }

    Keys keys_;
    std::size_t leaves_;
    std::vector<Key> losers_;
    Key winner_{};
};

}  // namespace firn::sim
