#pragma once

#include "core/diag/result.hpp"
#include "core/units/bytes.hpp"
#include "core/units/time.hpp"
#include "core/workload/key_columns.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace firn::workload {

/// Some consecutive rows of a trace as columns of equal length, in the order of the trace.
struct TraceBlock {
    /// When each file arrived, as recorded; never decreasing (also from block to block).
    std::vector<Instant> times;
    std::vector<Bytes> sizes;
    /// As those of a FileBlock: empty unless asked for.
    std::vector<std::uint64_t> owners{};
    std::vector<std::uint64_t> prefixes{};
    std::vector<std::uint64_t> keys{};

    [[nodiscard]] std::size_t rows() const { return times.size(); }
    void clear() {
        times.clear();
        sizes.clear();
        clear_keys(*this);
    }
};

/// A trace as a stream: each call empties the block and fills it with the next rows; true while there are
/// rows, false (and an empty block) at the end. Diagnostics when it cannot be read on. Can be read once.
using TraceSource = std::function<Result<bool>(TraceBlock&)>;

/// A trace that can be read from its first row as often as asked.
struct Trace {
    /// What diagnostics call it: the path of a file.
    std::string name;
    std::function<Result<TraceSource>()> open;
};

}  // namespace firn::workload
