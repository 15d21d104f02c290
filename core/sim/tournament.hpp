#pragma once

#include "core/sim/fifo_round.hpp"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace firn::sim {

/// A tournament of keys in which the winner is the least and only the winner is ever replaced.
///
/// Node 1 is the final, node n's entrants come from nodes 2n and 2n + 1; each node keeps its loser. A new key
/// at the winner's leaf replays the matches on the way up: their nodes are known beforehand and each match is
/// a minimum and a maximum, so there is no branch to guess and little to wait for. A binary heap has to find
/// its way down instead.
///
/// A plain value over storage of others: a hot loop works on a copy, which stays in registers.
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

/// A key that is above all others: of a leaf that nobody plays for. 64 bits are signed, although no key is
/// negative: minimum and maximum are then single instructions on x86-64.
template <class Key>
inline constexpr Key kNobody = ~Key{0};
template <>
inline constexpr std::int64_t kNobody<std::int64_t> = std::numeric_limits<std::int64_t>::max();

/// Plays all matches between the entrants; `losers` holds as many keys as there are leaves.
template <class Key>
[[nodiscard]] Tournament<Key> play_all(std::span<const Key> entrants, std::span<Key> losers) {
    const std::size_t leaves = losers.size();
    std::vector<Key> winners(2 * leaves, kNobody<Key>);
    std::copy(entrants.begin(), entrants.end(), winners.begin() + static_cast<std::ptrdiff_t>(leaves));
    for (std::size_t node = leaves - 1; node != 0; --node) {
        const auto [least, most] = std::minmax(winners[2 * node], winners[2 * node + 1]);
        winners[node] = least;
        losers[node] = most;
    }
    return {losers, winners[1]};
}

/// Serves a round with any number of workers; gives how long the customers waited in all. The steps are the
/// same for each customer: nothing in the loop branches on the outcome of a match.
template <class Key>
[[nodiscard]] Key serve_by_tournament(const FifoRound<Key>& round) {
    const Key worker_mask = (Key{1} << round.layout.worker_bits) - 1;
    const Key low_mask = (Key{1} << round.layout.low_bits()) - 1;
    for (std::size_t worker = 0; worker < round.serving.size(); ++worker) {
        round.serving[worker] |= static_cast<Key>(worker);
    }
    std::vector<Key> losers(std::bit_ceil(round.serving.size()));
    Tournament<Key> matches = play_all<Key>(round.serving, losers);
    const unsigned low_bits = round.layout.low_bits();
    const std::size_t customers = round.arrivals.size();
    Key waited = 0;
    for (std::size_t i = 0; i < customers; ++i) {
        const Key first = matches.winner;
        round.ended[i] = first;
        const Key arrival = round.arrivals[i];
        const Key start = std::max(static_cast<Key>(first & ~low_mask), arrival);
        waited += (start - arrival) >> low_bits;
        const Key worker = first & worker_mask;
        matches.replace_winner(static_cast<std::size_t>(worker), start + (round.steps[i] | worker));
    }
    losers[0] = matches.winner;
    std::copy_if(losers.begin(), losers.end(), round.serving.begin(),
                 [](Key key) { return key != kNobody<Key>; });
    for (Key& key : round.serving) {
        key &= ~worker_mask;
    }
    return waited;
}

}  // namespace firn::sim
