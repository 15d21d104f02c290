#pragma once

#include "core/diag/result.hpp"
#include "core/io/row_sort.hpp"
#include "core/io/scratch_file.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace firn::io {

/// Rows of a scratch file, counted from its beginning, that are sorted by time.
struct SortedRun {
    std::int64_t first = 0;
    std::int64_t rows = 0;
};

/// The rows of sorted runs in the order of their times, those that tie in the order of the runs.
///
/// A tournament: each leaf is the next row of a run, each node above the earlier of the two below it, so that
/// a row (SortRow, KeyedSortRow) costs one comparison a level.
template <class Row>
class RunMerge {
  public:
    /// `buffer_rows` rows of each run are kept in memory.
    RunMerge(std::shared_ptr<const ScratchFile> file, std::span<const SortedRun> runs,
             std::size_t buffer_rows, Ties ties);

    /// Fills the front of `room`; the number of rows, less than there is room for only at the end. Errors:
    /// those of ScratchFile.
    [[nodiscard]] Result<std::size_t> read(std::span<Row> room);

  private:
    /// The rows of one run that are at hand, and those still in the file.
    struct Reader {
        std::vector<Row> buffer;
        std::size_t next = 0;
        SortedRun left;
    };
    struct Node {
        Row next;
        std::uint32_t run = 0;
    };

    [[nodiscard]] Result<bool> start();
    [[nodiscard]] Result<bool> refill(Reader& reader);
    void play(std::size_t node);

    std::shared_ptr<const ScratchFile> file_;
    std::size_t buffer_rows_;
    Ties ties_;
    std::vector<Reader> readers_;
    std::size_t leaves_ = 1;   ///< a power of two
    std::vector<Node> nodes_;  ///< [1] is the next row of all; the children of [i] are [2 i] and [2 i + 1]
};

}  // namespace firn::io
