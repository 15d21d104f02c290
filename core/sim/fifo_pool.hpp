#pragma once

#include "core/sim/tournament.hpp"
#include "core/units/rational.hpp"
#include "core/units/time.hpp"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace firn::sim {

/// Equal workers that serve a FIFO queue one customer at a time: whoever comes next gets the worker that is
/// free first. For many customers at once: FifoRound.
class FifoPool {
  public:
    /// `workers` from 1 to 2^20, all free at time 0.
    explicit FifoPool(std::uint32_t workers) : losers_(std::bit_ceil(std::size_t{workers})) {
        std::vector<Key> free;
        for (std::uint32_t worker = 0; worker < workers; ++worker) {
            free.push_back(worker);
        }
        winner_ = play_all<Key>(free, losers_).winner;
    }

    [[nodiscard]] Duration earliest_free() const {
        return Duration{static_cast<std::int64_t>(winner_ >> kWorkerBits)};
    }

    /// The earliest free worker is occupied until then.
    void occupy_earliest(Duration until) {
        const Key worker = winner_ & ((Key{1} << kWorkerBits) - 1);
        Tournament<Key> matches{losers_, winner_};
        matches.replace_winner(static_cast<std::size_t>(worker),
                               (static_cast<Key>(until.count()) << kWorkerBits) | worker);
        winner_ = matches.winner;
    }

  private:
    /// The time until which a worker is occupied, then the worker.
    using Key = UInt128;
    static constexpr unsigned kWorkerBits = 20;

    std::vector<Key> losers_;
    Key winner_{};
};

}  // namespace firn::sim
