#include "core/io/trace_stream.hpp"

#include "core/io/csv_line.hpp"
#include "core/io/key_text.hpp"
#include "core/io/listing_row.hpp"
#include "core/io/row_fields.hpp"
#include "core/workload/file_source.hpp"

#include <algorithm>
#include <utility>

namespace firn::io {

using workload::kFilesPerBlock;
using workload::TraceBlock;

namespace {

/// The longest row that goes over several lines; a key of S3 has at most 1,024 bytes.
constexpr std::size_t kLongestOpenRow = 8192;

/// A quote within a field that does not begin with one: the end of a field that began on another line.
bool has_stray_quote(std::string_view line) {
    CsvCursor cursor{line};
    for (CsvField field = cursor.next(); field.fault == FieldFault::none; field = cursor.next()) {
        if (field.text.find('"') == std::string_view::npos) continue;
        const bool is_quoted = field.text.data() != line.data() && field.text.data()[-1] == '"';
        if (!is_quoted) return true;
    }
    return false;
}

}  // namespace

TraceStream::TraceStream(TraceStart start, std::shared_ptr<ReadingTally> tally)
    : blocks_{std::move(start.blocks)},
      format_{start.format},
      layout_{start.layout},
      columns_{start.columns},
      backwards_{start.backwards},
      rest_{blocks_.text().substr(start.next)},
      line_{start.line},
      bad_{blocks_.path(), start.format},
      tally_{std::move(tally)} {
    if (is_table(format_) && !columns_.any() && layout_.time != CsvLayout::kNone &&
        layout_.time != layout_.size)
        plain_.emplace(layout_.time, layout_.size, layout_.delimiter);
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
    if (rest_.empty() && block.rows() == 0) give_up_open_row();
    if (bad_.any()) return bad_.report();
    return block.rows() > 0;
}

Result<bool> TraceStream::next_text() {
    const Result<bool> more = blocks_.next();
    if (!more || !*more) return more;
    rest_ = blocks_.text();
    // A row that is still open has one.
    layout_.may_have_quotes = !open_row_.empty() || rest_.find('"') != std::string_view::npos;
    return true;
}

/// Fills the block as far as the text at hand goes: usual rows many at a time, others line by line.
void TraceStream::take_rows(TraceBlock& block) {
    constexpr int kLinesBetween = 4;
    while (!rest_.empty() && block.rows() < kFilesPerBlock) {
        if (plain_ && open_row_.empty()) take_plain_rows(block);
        for (int i = 0; i < kLinesBetween && !rest_.empty() && block.rows() < kFilesPerBlock; ++i)
            take_line(block);
    }
}

void TraceStream::take_plain_rows(TraceBlock& block) {
    const auto taken = plain_->take(rest_, layout_.may_have_quotes, kFilesPerBlock, latest_, block);
    rest_.remove_prefix(taken.bytes);
    line_ += taken.rows;
}

void TraceStream::take_line(TraceBlock& block) {
    const std::size_t end = std::min(rest_.find('\n'), rest_.size() - 1) + 1;
    const std::string_view line = without_line_end(rest_.substr(0, end));
    if (open_row_.empty()) {
        take({.line_number = line_, .line = line}, parse(line), block);
    } else {
        add_open_line(line, block);
    }
    rest_.remove_prefix(end);
    ++line_;
}

TraceRow TraceStream::parse(std::string_view line) const {
    const TraceRow row = parse_any(line);
    const bool lacks_key = columns_.any() && row.kind == RowKind::row && row.key.empty();
    return lacks_key ? bad_row(RowKind::key_missing, line) : row;
}

TraceRow TraceStream::parse_any(std::string_view line) const {
    switch (format_) {
        case TraceFormat::csv:
        case TraceFormat::tsv:
            return parse_csv_row(layout_, line);
        case TraceFormat::find:
            return parse_find_row(line);
        case TraceFormat::ls_l:
            return parse_ls_l_row(line);
        case TraceFormat::tar_tv:
            return parse_tar_tv_row(line);
        case TraceFormat::aws_s3_ls:
            return parse_aws_s3_ls_row(line);
        case TraceFormat::rclone_lsl:
            return parse_rclone_lsl_row(line);
        case TraceFormat::aws_s3api:
        case TraceFormat::rclone_lsjson:
        case TraceFormat::s3_inventory:
        case TraceFormat::folder:
        case TraceFormat::monthly:
            break;
    }
    return {.kind = RowKind::not_a_row};
}

/// Puts a row into the block, or takes note of why it is none.
void TraceStream::take(const RowPlace& place, const TraceRow& row, TraceBlock& block) {
    if (row.remarks != 0) tally_->count(row.remarks, place.line_number);
    if (row.kind == RowKind::row) {
        if (!is_in_order(place, row)) return;
        block.times.push_back(row.time);
        block.sizes.push_back(row.size);
        if (columns_.any()) append_key_of(row, block);
    } else if (may_go_on(row)) {
        open_row_ = place.line;
        open_line_ = place.line_number;
    } else if (row.kind == RowKind::not_a_row) {
        if (!row.key.empty()) folder_ = std::string{row.key} + "/";
    } else if (row.kind != RowKind::left_out) {
        bad_.add(place, row);
    }
}

void TraceStream::append_key_of(const TraceRow& row, TraceBlock& block) {
    std::string_view key = key_text(format_, row.key, key_room_);
    std::string path;
    if (!folder_.empty()) key = path = folder_ + std::string{key};
    append_key(block, workload::file_key(key, columns_), columns_);
}

bool TraceStream::is_in_order(const RowPlace& place, const TraceRow& row) {
    if (row.time >= latest_) {
        latest_ = row.time;
        return true;
    }
    if (backwards_ == Backwards::counted) tally_->count(Remark::rows_sorted, place.line_number);
    if (backwards_ == Backwards::refused) bad_.add_backwards(place, row, latest_);
    return backwards_ != Backwards::refused;
}

/// Whether a quoted field of the row may end in a line that follows.
bool TraceStream::may_go_on(const TraceRow& row) const {
    return row.kind == RowKind::quote_not_closed && open_row_.empty();
}

/// A line that reads as a row by itself is not swallowed by a quote that stays open above it.
bool TraceStream::is_row_of_its_own(std::string_view line) const {
    CsvLayout layout = layout_;
    layout.may_have_quotes = false;  // what follows the fields that are read does not matter
    return parse_csv_row(layout, line).kind == RowKind::row && !has_stray_quote(line);
}

void TraceStream::add_open_line(std::string_view line, TraceBlock& block) {
    if (is_row_of_its_own(line) || open_row_.size() + line.size() > kLongestOpenRow) {
        give_up_open_row();
        return take({.line_number = line_, .line = line}, parse(line), block);
    }
    open_row_ += '\n';
    open_row_ += line;
    if (line.find('"') == std::string_view::npos) return;
    if (parse(open_row_).kind == RowKind::quote_not_closed) return;
    const std::string whole = std::exchange(open_row_, {});
    TraceRow row = parse(whole);
    row.remarks |= remarks_of(Remark::quoted_line_end);
    take({.line_number = open_line_, .line = whole}, row, block);
}

/// The open row becomes a bad one.
void TraceStream::give_up_open_row() {
    if (open_row_.empty()) return;
    const std::string first = open_row_.substr(0, open_row_.find('\n'));
    bad_.add({.line_number = open_line_, .line = first}, parse(first));
    open_row_.clear();
}

Diagnostics TraceStream::bad_rows_and(Diagnostics more) const {
    Diagnostics all = bad_.report();
    append(all, std::move(more));
    return all;
}

}  // namespace firn::io
