#include "core/io/coarse_times.hpp"

#include "core/io/csv_line.hpp"

#include <fmt/format.h>

#include <optional>
#include <string_view>
#include <utility>

namespace firn::io {

namespace {

/// Times that people's programs count in seconds or milliseconds would all fall into January 1970.
std::optional<Diagnostic> note_on(const std::string& path, const TraceRow& row) {
    const std::int64_t count = row.time.time_since_epoch().count();
    const bool seconds = count >= 1'000'000'000 && count < 5'000'000'000;
    const bool milliseconds = count >= 1'000'000'000'000 && count < 5'000'000'000'000;
    if (row.kind != RowKind::row || (!seconds && !milliseconds)) return std::nullopt;
    return Diagnostic{.code = "time-looks-coarse",
                      .severity = Severity::warning,
                      .where = {.file = path},
                      .what = fmt::format("the first time, {}, is read as {}; it looks like {} since 1970",
                                          count, to_text(row.time), seconds ? "seconds" : "milliseconds"),
                      .expected = "whole microseconds since 1970",
                      .remedy = fmt::format("append {} zeros to each time", seconds ? 6 : 3)};
}

}  // namespace

Diagnostics coarse_times_note(const std::string& path, const TraceStart& start) {
    Diagnostics notes;
    const std::string_view rest = start.blocks.text().substr(start.next);
    const TraceRow row = parse_csv_row(start.layout, without_line_end(rest.substr(0, rest.find('\n'))));
    if (auto note = note_on(path, row)) notes.push_back(std::move(*note));
    return notes;
}

}  // namespace firn::io
