#pragma once

#include "core/diag/result.hpp"
#include "core/io/bad_rows.hpp"
#include "core/io/line_blocks.hpp"
#include "core/io/trace_row.hpp"
#include "core/workload/trace_source.hpp"

#include <cstddef>
#include <functional>
#include <string_view>

namespace firn::io {

/// Where a trace continues after its header.
struct TraceStart {
    LineBlocks blocks;
    TraceFormat format = TraceFormat::csv;
    CsvLayout layout;
    /// Position in `blocks.text()` and number of the next line.
    std::size_t next = 0;
    std::size_t line = 1;
};

/// The rows of a trace, block by block.
class TraceStream {
  public:
    explicit TraceStream(TraceStart start);

    /// As a TraceSource.
    [[nodiscard]] Result<bool> read(workload::TraceBlock& block);

  private:
    [[nodiscard]] Result<bool> next_text();
    void take_rows(workload::TraceBlock& block);
    [[nodiscard]] TraceRow parse(std::string_view line) const;
    [[nodiscard]] bool accept(std::string_view line, const TraceRow& row);
    [[nodiscard]] Diagnostics bad_rows_and(Diagnostics more) const;

    LineBlocks blocks_;
    TraceFormat format_;
    CsvLayout layout_;
    std::string_view rest_;  ///< of the text of blocks_
    std::size_t line_;       ///< the number of the line at which rest_ begins
    Instant latest_{};
    BadRows bad_;
};

}  // namespace firn::io
