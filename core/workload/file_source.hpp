#pragma once

#include "core/diag/result.hpp"
#include "core/units/bytes.hpp"
#include "core/units/time.hpp"
#include "core/workload/key_columns.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

namespace firn::workload {

/// Some consecutive files of a workload as columns of equal length, in order of arrival.
struct FileBlock {
    /// Time of arrival since the scenario's start, never negative, never decreasing (also from block to
    /// block).
    std::vector<Duration> arrivals;
    std::vector<Bytes> sizes;
    /// What key_hash() makes of the first part of each key, of its first `prefix_parts` parts, and of the
    /// whole. Each column is empty unless it was asked for (FileColumns).
    std::vector<std::uint64_t> owners{};
    std::vector<std::uint64_t> prefixes{};
    std::vector<std::uint64_t> keys{};

    [[nodiscard]] std::size_t files() const { return arrivals.size(); }
    void clear() {
        arrivals.clear();
        sizes.clear();
        clear_keys(*this);
    }
    /// Leaves the first `files`.
    void cut(std::size_t files) {
        arrivals.resize(files);
        sizes.resize(files);
        cut_keys(*this, files);
    }
};

/// Files that a source puts into one block, unless it has fewer left.
inline constexpr std::size_t kFilesPerBlock = 4096;

/// A workload as a stream: each call empties the block and fills it with the next files; true while there are
/// files, false (and an empty block) at the end. Diagnostics when the origin cannot be read on (a truncated
/// trace, a time that goes backwards). Equal times keep the order of the origin. A source can be read once.
using FileSource = std::function<Result<bool>(FileBlock&)>;

}  // namespace firn::workload
