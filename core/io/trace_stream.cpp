#include "core/io/trace_stream.hpp"

#include "core/io/csv_line.hpp"
#include "core/workload/file_source.hpp"

#include <algorithm>
#include <utility>

namespace firn::io {

using workload::kFilesPerBlock;
using workload::TraceBlock;

TraceStream::TraceStream(TraceStart start)
    : blocks_{std::move(start.blocks)},
      format_{start.format},
      layout_{start.layout},
      rest_{blocks_.text().substr(start.next)},
      line_{start.line},
      bad_{blocks_.path(), start.format} {
    layout_.may_have_quotes = rest_.find('"') != std::string_view::npos;
}

Result<bool> TraceStream::read(TraceBlock& block) {
    block.clear();
    while (block.rows() < kFilesPerBlock) {
        if (rest_.empty()) {
            const Result<bool> more = next_text();
            if (!more) return bad_rows_and(more.error());
            if (!*more) break;
        }
        take_rows(block);
        if (bad_.any()) block.clear();
    }
    if (bad_.any()) return bad_.report();
    return block.rows() > 0;
}

Result<bool> TraceStream::next_text() {
    const Result<bool> more = blocks_.next();
    if (!more || !*more) return more;
    rest_ = blocks_.text();
    layout_.may_have_quotes = rest_.find('"') != std::string_view::npos;
    return true;
}

/// Fills the block as far as the text at hand goes.
void TraceStream::take_rows(TraceBlock& block) {
    while (!rest_.empty() && block.rows() < kFilesPerBlock) {
        const std::size_t end = std::min(rest_.find('\n'), rest_.size() - 1) + 1;
        const std::string_view line = without_line_end(rest_.substr(0, end));
        const TraceRow row = parse(line);
        if (accept(line, row)) {
            block.times.push_back(row.time);
            block.sizes.push_back(row.size);
        }
        rest_.remove_prefix(end);
        ++line_;
    }
}

TraceRow TraceStream::parse(std::string_view line) const {
    switch (format_) {
        case TraceFormat::csv:
            return parse_csv_row(layout_, line);
        case TraceFormat::find:
            return parse_find_row(line);
        case TraceFormat::aws_s3_ls:
            return parse_aws_s3_ls_row(line);
        case TraceFormat::monthly:
            break;
    }
    return {.kind = RowKind::not_a_row};
}

/// True for a row that may go into the block; takes note of a bad one.
bool TraceStream::accept(std::string_view line, const TraceRow& row) {
    if (row.kind == RowKind::row && row.time >= latest_) {
        latest_ = row.time;
        return true;
    }
    if (row.kind == RowKind::row) {
        bad_.add_backwards(line_, line, row, latest_);
    } else if (row.kind != RowKind::not_a_row) {
        bad_.add(line_, line, row);
    }
    return false;
}

Diagnostics TraceStream::bad_rows_and(Diagnostics more) const {
    Diagnostics all = bad_.report();
    append(all, std::move(more));
    return all;
}

}  // namespace firn::io
