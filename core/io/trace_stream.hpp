#pragma once

#include "core/diag/result.hpp"
#include "core/io/bad_rows.hpp"
#include "core/io/csv_row.hpp"
#include "core/io/line_blocks.hpp"
#include "core/io/plain_rows.hpp"
#include "core/io/reading_tally.hpp"
#include "core/io/trace_row.hpp"
#include "core/workload/trace_source.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace firn::io {

/// What a row means that is earlier than one before it.
enum class Backwards {
    refused,  ///< an error: `time-backwards`
    counted,  ///< a remark: the rows will be sorted
    usual,    ///< nothing: a listing is in the order of names
};

/// Where a trace continues after its header.
struct TraceStart {
    LineBlocks blocks;
    TraceFormat format = TraceFormat::csv;
    CsvLayout layout;
    workload::FileColumns columns{};
    Backwards backwards = Backwards::refused;
    /// Position in `blocks.text()` and number of the next line.
    std::size_t next = 0;
    std::size_t line = 1;
};

/// The rows of a trace of lines, block by block.
class TraceStream {
  public:
    TraceStream(TraceStart start, std::shared_ptr<ReadingTally> tally);

    /// As a TraceSource, in the order of the file.
    [[nodiscard]] Result<bool> read(workload::TraceBlock& block);

  private:
    [[nodiscard]] Result<bool> next_text();
    void take_rows(workload::TraceBlock& block);
    void take_plain_rows(workload::TraceBlock& block);
    void take_line(workload::TraceBlock& block);
    [[nodiscard]] TraceRow parse(std::string_view line) const;
    [[nodiscard]] TraceRow parse_any(std::string_view line) const;
    void append_key_of(const TraceRow& row, workload::TraceBlock& block);
    void take(const RowPlace& place, const TraceRow& row, workload::TraceBlock& block);
    [[nodiscard]] bool may_go_on(const TraceRow& row) const;
    [[nodiscard]] bool is_row_of_its_own(std::string_view line) const;
    void add_open_line(std::string_view line, workload::TraceBlock& block);
    void give_up_open_row();
    [[nodiscard]] bool is_in_order(const RowPlace& place, const TraceRow& row);
    [[nodiscard]] Diagnostics bad_rows_and(Diagnostics more) const;

    LineBlocks blocks_;
    TraceFormat format_;
    CsvLayout layout_;
    workload::FileColumns columns_;
    Backwards backwards_;
    std::optional<PlainRows> plain_;  ///< of a table whose keys nobody asks for
    std::string_view rest_;           ///< of the text of blocks_
    std::size_t line_;                ///< the number of the line at which rest_ begins
    std::string open_row_;            ///< lines of a row whose quoted field has not ended yet
    std::size_t open_line_ = 0;
    std::string folder_;  ///< in which the rows of `ls -R` are, with the "/" behind it
    std::string key_room_;
    Instant latest_{};
    BadRows bad_;
    std::shared_ptr<ReadingTally> tally_;
};

}  // namespace firn::io
