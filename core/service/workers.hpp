#pragma once

#include "core/random/chance.hpp"

#include <algorithm>
#include <cstdint>

namespace firn::service {

/// How many of a pool are busy, and whether one more may begin. Live work takes any free worker, that of the
/// backfill only its share of them.
class Workers {
  public:
    Workers(std::uint32_t workers, random::Chance backfill_share) : share_{backfill_share} { set(workers); }

    /// From now on there are so many; who is busy stays.
    void set(std::uint32_t workers) {
        workers_ = workers;
        for_backfill_ = std::max<std::uint64_t>(1, share_.share_of(workers));
    }

    [[nodiscard]] bool any_free() const { return busy_ < workers_; }
    [[nodiscard]] bool free_for_backfill() const { return any_free() && with_backfill_ < for_backfill_; }

    void begin(bool with_backfill) {
        ++busy_;
        with_backfill_ += with_backfill ? 1U : 0U;
    }
    void end(bool with_backfill) {
        --busy_;
        with_backfill_ -= with_backfill ? 1U : 0U;
    }

    [[nodiscard]] std::uint32_t workers() const { return workers_; }
    [[nodiscard]] std::uint32_t busy() const { return busy_; }

  private:
    random::Chance share_;
    std::uint32_t workers_ = 0;
    std::uint64_t for_backfill_ = 1;
    std::uint32_t busy_ = 0;
    std::uint32_t with_backfill_ = 0;
};

}  // namespace firn::service
