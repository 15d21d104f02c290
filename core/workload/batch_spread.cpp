#include "core/workload/batch_spread.hpp"

#include "core/units/rational.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <queue>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

namespace firn::workload {

namespace {

/// A file that waits for its turn.
struct SpreadFile {
    Duration arrival;
    std::uint64_t number;  ///< in the source
    Bytes size;
};

struct ComesLater {
    bool operator()(const SpreadFile& a, const SpreadFile& b) const {
        return std::tie(a.arrival, a.number) > std::tie(b.arrival, b.number);
    }
};

Duration share(Duration spread, std::size_t k, std::size_t n) {
    return Duration{static_cast<std::int64_t>(static_cast<UInt128>(spread.count()) * k / n)};
}

class BatchSpread {
  public:
    BatchSpread(FileSource source, Duration spread) : source_{std::move(source)}, spread_{spread} {}

    Result<bool> read(FileBlock& block) {
        block.clear();
        while (block.files() < kFilesPerBlock) {
            const Result<bool> more = peek();
            if (!more) return more.error();
            const bool overtaken = !waiting_.empty() && (!*more || waiting_.top().arrival <= next_arrival());
            if (overtaken) {
                emit(block);
            } else if (*more) {
                const Result<bool> taken = take_batch();
                if (!taken) return taken.error();
            } else {
                break;
            }
        }
        return block.files() > 0;
    }

  private:
    /// True when the source has another file, which then is at `next_`.
    Result<bool> peek() {
        if (next_ < read_.files()) return true;
        if (ended_) return false;
        const Result<bool> more = source_(read_);
        next_ = 0;
        if (more && *more) columns_ = columns_of(read_);
        ended_ = more && !*more;
        return more;
    }

    [[nodiscard]] Duration next_arrival() const { return read_.arrivals[next_]; }

    /// Moves all files of the next instant among those that wait.
    Result<bool> take_batch() {
        const Duration instant = next_arrival();
        batch_.clear();
        for (;;) {
            const Result<bool> more = peek();
            if (!more) return more;
            if (!*more || next_arrival() != instant) break;
            if (columns_.any()) keys_.emplace(number_ + batch_.size(), file_key_at(read_, next_));
            batch_.push_back(read_.sizes[next_++]);
        }
        for (std::size_t k = 0; k < batch_.size(); ++k) {
            waiting_.push({instant + share(spread_, k, batch_.size()), number_++, batch_[k]});
        }
        return true;
    }

    void emit(FileBlock& block) {
        block.arrivals.push_back(waiting_.top().arrival);
        block.sizes.push_back(waiting_.top().size);
        if (columns_.any()) append_key(block, keys_.extract(waiting_.top().number).mapped(), columns_);
        waiting_.pop();
    }

    FileSource source_;
    Duration spread_;
    FileBlock read_;
    std::size_t next_ = 0;  ///< in read_
    bool ended_ = false;
    std::vector<Bytes> batch_;
    std::uint64_t number_ = 0;
    FileColumns columns_;
    std::unordered_map<std::uint64_t, FileKey> keys_;  ///< by number, of the files that wait; never walked
    std::priority_queue<SpreadFile, std::vector<SpreadFile>, ComesLater> waiting_;
};

}  // namespace

FileSource spread_batches(FileSource source, Duration spread) {
    if (spread <= Duration{0}) return source;
    return [state = std::make_shared<BatchSpread>(std::move(source), spread)](FileBlock& block) {
        return state->read(block);
    };
}

}  // namespace firn::workload
