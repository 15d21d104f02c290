#include "core/io/read_ahead.hpp"

#include "core/io/bounded_queue.hpp"

#include <exception>
#include <memory>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>

namespace firn::io {

namespace {

using workload::TraceBlock;

/// 64 KiB each: enough to even out, small enough to stay in the cache.
constexpr std::size_t kBlocksAhead = 4;

/// What one call of the source came to, and the tally behind it.
struct Read {
    Result<bool> more;
    TraceBlock block;
    ReadingTally tally;
};

class ReadAhead {
  public:
    ReadAhead(workload::TraceSource rows, AheadTallies tallies)
        : rows_{std::move(rows)}, tallies_{std::move(tallies)} {
        try {
            thread_ = std::thread{[this] { read_all(); }};
        } catch (const std::system_error&) {
            // No thread: next() reads.
        }
    }
    ReadAhead(const ReadAhead&) = delete;
    ReadAhead& operator=(const ReadAhead&) = delete;
    ReadAhead(ReadAhead&&) = delete;
    ReadAhead& operator=(ReadAhead&&) = delete;
    ~ReadAhead() {
        read_.close();
        used_.close();
        if (thread_.joinable()) thread_.join();
    }

    /// As a TraceSource.
    Result<bool> next(TraceBlock& block) {
        if (!thread_.joinable()) return read_now(block);
        std::optional<Read> next = read_.pop();
        if (!next) {
            block.clear();
            if (failure_) std::rethrow_exception(failure_);
            return false;
        }
        *tallies_.handed_out = next->tally;
        std::swap(block, next->block);
        // The emptied columns go back, so that memory is not asked for again and again.
        static_cast<void>(used_.try_push(std::move(next->block)));
        return std::move(next->more);
    }

  private:
    Result<bool> read_now(TraceBlock& block) {
        Result<bool> more = rows_(block);
        *tallies_.handed_out = *tallies_.reader;
        return more;
    }

    void read_all() {
        try {
            while (read_one()) {
            }
        } catch (...) {
            failure_ = std::current_exception();
        }
        read_.close();
    }

    /// False when nothing follows.
    bool read_one() {
        TraceBlock block = used_.try_pop().value_or(TraceBlock{});
        Result<bool> more = rows_(block);
        const bool goes_on = more && *more;
        return read_.push({std::move(more), std::move(block), *tallies_.reader}) && goes_on;
    }

    workload::TraceSource rows_;
    AheadTallies tallies_;
    BoundedQueue<Read> read_{kBlocksAhead};
    BoundedQueue<TraceBlock> used_{kBlocksAhead + 2};
    std::exception_ptr failure_{};  ///< written before `read_` is closed
    std::thread thread_{};
};

}  // namespace

workload::TraceSource read_ahead(workload::TraceSource rows, AheadTallies tallies) {
    auto ahead = std::make_shared<std::unique_ptr<ReadAhead>>();
    // The thread begins when the first block is asked for: a trace that is only opened costs nothing.
    return [ahead, rows = std::move(rows), tallies = std::move(tallies)](TraceBlock& block) mutable {
        if (!*ahead) *ahead = std::make_unique<ReadAhead>(std::exchange(rows, nullptr), std::move(tallies));
        return (*ahead)->next(block);
    };
}

}  // namespace firn::io
