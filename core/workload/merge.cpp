#include "core/workload/merge.hpp"

#include <cstddef>
#include <functional>
#include <memory>
#include <queue>
#include <utility>

namespace firn::workload {

namespace {

/// A source and the block of it that is being read.
struct Input {
    FileSource source;
    FileBlock block;
    std::size_t next = 0;

    /// True while there is a file at `next`.
    Result<bool> peek() {
        if (next < block.files()) return true;
        next = 0;
        return source(block);
    }
};

class Merge {
  public:
    explicit Merge(std::vector<FileSource> sources) {
        for (FileSource& source : sources)
            inputs_.push_back({.source = std::move(source), .block = {}});
    }

    Result<bool> read(FileBlock& block) {
        block.clear();
        if (!started_) {
            started_ = true;
            for (std::size_t i = 0; i < inputs_.size(); ++i) {
                const Result<bool> more = enqueue(i);
                if (!more) return more;
            }
        }
        while (block.files() < kFilesPerBlock && !heads_.empty()) {
            const std::size_t input = heads_.top().second;
            heads_.pop();
            emit(inputs_[input], block);
            const Result<bool> more = enqueue(input);
            if (!more) return more;
        }
        return block.files() > 0;
    }

  private:
    /// The arrival of an input's next file and the input's number.
    using Head = std::pair<Duration, std::size_t>;

    Result<bool> enqueue(std::size_t number) {
        Input& input = inputs_[number];
        const Result<bool> more = input.peek();
        if (more && *more) heads_.emplace(input.block.arrivals[input.next], number);
        return more;
    }

    static void emit(Input& input, FileBlock& block) {
        block.arrivals.push_back(input.block.arrivals[input.next]);
        block.sizes.push_back(input.block.sizes[input.next]);
        append_key_from(input.block, input.next, block);
        ++input.next;
    }

    std::vector<Input> inputs_;
    std::priority_queue<Head, std::vector<Head>, std::greater<>> heads_;
    bool started_ = false;
};

}  // namespace

FileSource delayed(FileSource source, Duration delay) {
    if (delay == Duration{0}) return source;
    return [source = std::move(source), delay](FileBlock& block) {
        Result<bool> more = source(block);
        for (Duration& arrival : block.arrivals)
            arrival += delay;
        return more;
    };
}

FileSource merged(std::vector<FileSource> sources) {
    if (sources.size() == 1) return std::move(sources.front());
    return [state = std::make_shared<Merge>(std::move(sources))](FileBlock& block) {
        return state->read(block);
    };
}

}  // namespace firn::workload
