#include "core/io/bad_rows.hpp"

#include "core/io/row_excerpt.hpp"
#include "core/io/row_wording.hpp"
#include "core/io/trace_reader.hpp"

#include <fmt/format.h>

#include <utility>

namespace firn::io {

void BadRows::add(Diagnostic diagnostic, const RowPlace& place, std::string_view part) {
    ++count_;
    if (kept_.size() >= kShownBadRows) return;
    diagnostic.where = {.file = path_, .line = place.line_number};
    show_part(diagnostic, place.line, part);
    diagnostic.where.column += place.skipped;
    diagnostic.excerpt.first_column += place.skipped;
    kept_.push_back(std::move(diagnostic));
}

void BadRows::add(const RowPlace& place, const TraceRow& row) {
    add(wording_of(row, format_), place, row.fault);
}

void BadRows::add_backwards(const RowPlace& place, const TraceRow& row, Instant latest) {
    if (std::exchange(has_backwards_, true)) return;
    add({.code = "time-backwards",
         .what = fmt::format("time goes backwards: {} comes after {}", to_text(row.time), to_text(latest)),
         .expected = "rows sorted by time",
         .remedy = "sort it: " + sort_command(format_)},
        place, place.line);
}

Diagnostics BadRows::report() const {
    Diagnostics all = kept_;
    if (count_ > kept_.size()) {
        all.push_back({.code = "more-bad-rows",
                       .severity = Severity::note,
                       .where = {.file = path_},
                       .what = fmt::format("and {} more bad rows", count_ - kept_.size())});
    }
    return all;
}

}  // namespace firn::io
