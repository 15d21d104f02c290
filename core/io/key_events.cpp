#include "core/io/key_events.hpp"

#include "core/io/bad_rows.hpp"
#include "core/io/csv_columns.hpp"
#include "core/io/csv_line.hpp"
#include "core/io/first_line.hpp"
#include "core/io/key_text.hpp"
#include "core/io/reading_tally.hpp"
#include "core/io/row_fields.hpp"
#include "core/units/counted_text.hpp"
#include "core/units/utf8_text.hpp"
#include "core/workload/key_columns.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

namespace firn::io {

namespace {

/// Which columns of the table hold what, counted from zero.
struct EventLayout {
    std::size_t time = 0;
    std::size_t key = 0;
    std::optional<std::size_t> destination;
};

/// A row, with its destination beside what all rows have.
struct EventRow {
    TraceRow row;
    std::string_view destination;
};

Result<EventLayout> find_event_columns(const std::string& path, const FirstLine& first) {
    std::vector<std::string> wanted{"timestamp_utc", "key"};
    const std::vector<std::string> names = csv_header(first.line);
    if (std::find(names.begin(), names.end(), "destination") != names.end())
        wanted.emplace_back("destination");
    const auto found = find_columns(first.line, wanted, {.file = path, .line = first.number},
                                    "put a header above the rows: timestamp_utc,key,destination");
    if (!found) return found.error();
    EventLayout layout{.time = (*found)[0], .key = (*found)[1], .destination = {}};
    if (wanted.size() > 2) layout.destination = (*found)[2];
    return layout;
}

/// A row that lacks its last columns has them empty.
EventRow parse_event_row(const EventLayout& layout, std::string_view line) {
    if (trimmed(line).empty()) return {left_out(Remark::blank_line), {}};
    EventRow event;
    std::string_view time;
    CsvCursor cursor{line};
    CsvField field = cursor.next();
    for (std::size_t column = 0; field.fault == FieldFault::none; field = cursor.next(), ++column) {
        if (column == layout.time) time = field.text;
        if (column == layout.key) event.row.key = field.text;
        if (column == layout.destination) event.destination = field.text;
    }
    if (field.fault == FieldFault::quote_not_closed)
        return {bad_row(RowKind::quote_not_closed, field.text), {}};
    set_time(event.row, time);
    if (event.row.kind == RowKind::row && event.row.key.empty())
        event.row = bad_row(RowKind::key_missing, line);
    return event;
}

bool is_destination(std::string_view word) {
    constexpr std::array<std::string_view, 5> kWords{"", "store", "outside", "s3", "region"};
    return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

Diagnostic not_a_destination(std::string_view word) {
    return {.code = "destination-unknown",
            .what = fmt::format("{} is no place to which files are restored", firn::quoted(word)),
            .expected = "store or outside (over the link), s3 or region (no transfer out), or nothing",
            .remedy = "leave it empty: then the setting destination of the restore holds"};
}

Diagnostic no_key() {
    return {.code = "keys-missing",
            .what = "the row has no key, so nobody knows which file it is about",
            .expected = "the key of a file in each row, as the workload has it",
            .remedy = "write the key, or leave the row out"};
}

Diagnostic too_early(Instant time, Instant start) {
    return {.code = "request-before-start",
            .what = fmt::format("{} is before the scenario begins", to_text(time)),
            .expected = "times from " + to_text(start) + " on",
            .remedy = "leave those rows out, or let the scenario begin earlier"};
}

/// Reads the rows of a table and takes note of what is wrong with them.
class EventRows {
  public:
    EventRows(std::string path, const EventLayout& layout, Instant start)
        : path_{std::move(path)}, layout_{layout}, start_{start}, bad_{path_, TraceFormat::csv} {}

    void read(std::size_t number, std::string_view line) {
        const EventRow event = parse_event_row(layout_, line);
        if (event.row.remarks != 0) tally_.count(event.row.remarks, number);
        if (event.row.kind == RowKind::left_out) return;
        const RowPlace place{.line_number = number, .line = line};
        if (event.row.kind == RowKind::key_missing) return bad_.add(no_key(), place, line);
        if (event.row.kind != RowKind::row) return bad_.add(place, event.row);
        if (event.row.time < start_) return bad_.add(too_early(event.row.time, start_), place, line);
        if (!is_destination(event.destination))
            return bad_.add(not_a_destination(event.destination), place, event.destination);
        note_order(event.row.time, number);
        const std::string_view key = key_text(TraceFormat::csv, event.row.key, room_);
        events_.push_back({.time = event.row.time,
                           .key = workload::file_key(key, {.keys = true}).key,
                           .destination = std::string{event.destination}});
    }

    [[nodiscard]] Result<ReadKeyEvents> finish() && {
        if (bad_.any()) return bad_.report();
        std::stable_sort(events_.begin(), events_.end(),
                         [](const KeyEvent& a, const KeyEvent& b) { return a.time < b.time; });
        Diagnostics notes = remarks_on(path_, tally_, Severity::note);
        if (backwards_ > 0) notes.push_back(sorted_note());
        return ReadKeyEvents{.events = std::move(events_), .notes = std::move(notes)};
    }

    /// What was found so far, and what ended the reading.
    [[nodiscard]] Diagnostics bad_rows_and(Diagnostics more) const {
        Diagnostics all = bad_.report();
        append(all, std::move(more));
        return all;
    }

  private:
    void note_order(Instant time, std::size_t number) {
        if (!events_.empty() && time < latest_ && backwards_++ == 0) first_backwards_ = number;
        latest_ = events_.empty() ? time : std::max(latest_, time);
    }

    [[nodiscard]] Diagnostic sorted_note() const {
        return {.code = "rows-sorted",
                .severity = Severity::note,
                .where = {.file = path_, .line = first_backwards_},
                .what = fmt::format("{} than one before {}: the table is sorted by time",
                                    counted(backwards_, "row is earlier", "rows are earlier"),
                                    backwards_ == 1 ? "it" : "them")};
    }

    std::string path_;
    EventLayout layout_;
    Instant start_;
    BadRows bad_;
    ReadingTally tally_;
    std::string room_;
    std::vector<KeyEvent> events_;
    Instant latest_{};
    std::uint64_t backwards_ = 0;
    std::size_t first_backwards_ = 0;
};

}  // namespace

Result<ReadKeyEvents> read_key_events(const std::string& path, Instant start) {
    Result<FirstLine> first = read_first_line(path);
    if (!first) return first.error();
    const auto layout = find_event_columns(path, *first);
    if (!layout) return layout.error();
    EventRows rows{path, *layout, start};
    const Result<bool> all = for_each_further_line(
        *first, [&rows](std::size_t number, std::string_view line) { rows.read(number, line); });
    if (!all) return rows.bad_rows_and(all.error());
    return std::move(rows).finish();
}

}  // namespace firn::io
