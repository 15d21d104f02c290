#pragma once

#include "core/random/stream.hpp"
#include "core/units/time.hpp"
#include "core/workload/batch_sizes.hpp"
#include "core/workload/month_hours.hpp"
#include "core/workload/sorted_draws.hpp"

#include <cstdint>
#include <memory>
#include <queue>
#include <vector>

namespace firn::workload {

/// The arrivals of so many files of a month that come in batches, one after the other.
///
/// Batches are drawn until they hold all files; the last of them is cut. They begin like files that come
/// alone; one that begins less than a spread before the month's end has its files within what is left.
/// Memory: the batches that are open.
class MonthBatches {
  public:
    struct Draws {
        random::Stream begins;
        random::Stream sizes;  ///< draw n is of batch n of the month
    };

    MonthBatches(std::int64_t files, std::shared_ptr<const BatchSizes> sizes, Duration spread,
                 MonthHours hours, const Draws& draws);

    [[nodiscard]] bool has_more() const { return !open_.empty(); }
    /// The next arrival in microseconds since the month began.
    [[nodiscard]] std::uint64_t at() const { return open_.top().at; }
    /// Goes on to the one after it.
    void advance();

  private:
    struct OpenBatch {
        std::uint64_t at = 0;  ///< of its next file
        std::uint64_t begin = 0;
        std::uint64_t span = 0;  ///< from its begin to where a further file would be
        std::uint64_t next = 0;
        std::uint64_t files = 0;
    };
    struct ComesLater {
        bool operator()(const OpenBatch& a, const OpenBatch& b) const { return a.at > b.at; }
    };

    [[nodiscard]] std::uint64_t batches_for(std::int64_t files) const;
    [[nodiscard]] std::uint64_t size_of(std::uint64_t batch) const;
    void find_begin();
    void open_batches();

    std::shared_ptr<const BatchSizes> sizes_;
    std::uint64_t spread_;
    MonthHours hours_;
    random::Stream size_draws_;
    std::uint64_t batches_;  ///< of the month
    SortedDraws begins_;
    std::uint64_t files_left_;      ///< in batches that have not begun
    std::uint64_t next_batch_ = 0;  ///< of which `begin_` is known, if it is not the end
    std::uint64_t begin_ = 0;
    std::priority_queue<OpenBatch, std::vector<OpenBatch>, ComesLater> open_;
};

}  // namespace firn::workload
