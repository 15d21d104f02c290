#include "core/io/read_ahead.hpp"

#include "core/io/bounded_queue.hpp"

#include <memory>
#include <optional>
#include <thread>
#include <utility>

namespace firn::io {

namespace {

using workload::TraceBlock;

/// 64 KiB each: enough to even out, small enough to stay in the cache.
constexpr std::size_t kBlocksAhead = 4;

/// A block, or why there is none.
using Read = Result<TraceBlock>;

class ReadAhead {
  public:
    explicit ReadAhead(workload::TraceSource rows)
        : thread_{[this, rows = std::move(rows)] { read_all(rows); }} {}
    ReadAhead(const ReadAhead&) = delete;
    ReadAhead& operator=(const ReadAhead&) = delete;
    ReadAhead(ReadAhead&&) = delete;
    ReadAhead& operator=(ReadAhead&&) = delete;
    ~ReadAhead() {
        read_.close();
        used_.close();
        thread_.join();
    }

    /// As a TraceSource.
    Result<bool> next(TraceBlock& block) {
        std::optional<Read> next = read_.pop();
        if (!next) {
            block.clear();
            return false;
        }
        if (!*next) return next->error();
        std::swap(block, **next);
        // The emptied columns go back, so that memory is not asked for again and again.
        static_cast<void>(used_.try_push(std::move(**next)));
        return true;
    }

  private:
    void read_all(const workload::TraceSource& rows) {
        for (;;) {
            TraceBlock block = used_.try_pop().value_or(TraceBlock{});
            const Result<bool> more = rows(block);
            if (more && !*more) break;
            const bool failed = !more;
            if (!read_.push(failed ? Read{more.error()} : Read{std::move(block)}) || failed) break;
        }
        read_.close();
    }

    BoundedQueue<Read> read_{kBlocksAhead};
    BoundedQueue<TraceBlock> used_{kBlocksAhead + 2};
    std::thread thread_;
};

}  // namespace

workload::TraceSource read_ahead(workload::TraceSource rows) {
    auto ahead = std::make_shared<std::unique_ptr<ReadAhead>>();
    // The thread begins when the first block is asked for: a trace that is only opened costs nothing.
    return [ahead, rows = std::move(rows)](TraceBlock& block) mutable {
        if (!*ahead) *ahead = std::make_unique<ReadAhead>(std::exchange(rows, nullptr));
        return (*ahead)->next(block);
    };
}

}  // namespace firn::io
