#include "core/io/run_merge.hpp"

#include <algorithm>
#include <bit>
#include <utility>

namespace firn::io {

namespace {

/// Later than any row: a run that has ended.
template <class Row>
constexpr Row kEnded{.time = Instant::max()};

}  // namespace

template <class Row>
RunMerge<Row>::RunMerge(std::shared_ptr<const ScratchFile> file, std::span<const SortedRun> runs,
                        std::size_t buffer_rows, Ties ties)
    : file_{std::move(file)}, buffer_rows_{buffer_rows}, ties_{ties} {
    for (const SortedRun& run : runs)
        readers_.push_back({.buffer = {}, .next = 0, .left = run});
}

template <class Row>
Result<std::size_t> RunMerge<Row>::read(std::span<Row> room) {
    if (nodes_.empty()) {
        const Result<bool> started = start();
        if (!started) return started.error();
    }
    std::size_t filled = 0;
    for (; filled < room.size() && nodes_[1].next.time != kEnded<Row>.time; ++filled) {
        const std::uint32_t run = nodes_[1].run;
        Reader& reader = readers_[run];
        room[filled] = nodes_[1].next;
        ++reader.next;
        if (reader.next == reader.buffer.size()) {
            const Result<bool> more = refill(reader);
            if (!more) return more.error();
        }
        nodes_[leaves_ + run].next = reader.buffer.empty() ? kEnded<Row> : reader.buffer[reader.next];
        for (std::size_t node = (leaves_ + run) / 2; node > 0; node /= 2)
            play(node);
    }
    return filled;
}

template <class Row>
Result<bool> RunMerge<Row>::start() {
    leaves_ = std::bit_ceil(std::max<std::size_t>(readers_.size(), 1));
    nodes_.assign(2 * leaves_, Node{.next = kEnded<Row>});
    for (std::size_t run = 0; run < readers_.size(); ++run) {
        const Result<bool> more = refill(readers_[run]);
        if (!more) return more;
        const std::vector<Row>& rows = readers_[run].buffer;
        nodes_[leaves_ + run] = {.next = rows.empty() ? kEnded<Row> : rows.front(),
                                 .run = static_cast<std::uint32_t>(run)};
    }
    for (std::size_t node = leaves_ - 1; node > 0; --node)
        play(node);
    return true;
}

/// The next rows of a run; false, and an empty buffer, at its end.
template <class Row>
Result<bool> RunMerge<Row>::refill(Reader& reader) {
    const auto rows = std::min(static_cast<std::int64_t>(buffer_rows_), reader.left.rows);
    reader.next = 0;
    reader.buffer.resize(static_cast<std::size_t>(rows));
    if (rows == 0) return false;
    const auto offset = reader.left.first * static_cast<std::int64_t>(sizeof(Row));
    reader.left.first += rows;
    reader.left.rows -= rows;
    return file_->read_at(offset, std::as_writable_bytes(std::span{reader.buffer}));
}

/// On a tie the left one, which is the earlier run, goes first.
template <class Row>
void RunMerge<Row>::play(std::size_t node) {
    const Node& left = nodes_[2 * node];
    const Node& right = nodes_[2 * node + 1];
    nodes_[node] = goes_before(right.next, left.next, ties_) ? right : left;
}

template class RunMerge<SortRow>;
template class RunMerge<KeyedSortRow>;

}  // namespace firn::io
