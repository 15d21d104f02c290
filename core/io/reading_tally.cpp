#include "core/io/reading_tally.hpp"

#include <fmt/format.h>

#include <string_view>

namespace firn::io {

namespace {

/// How a remark is put: "3 " + what is said of one, or of several.
struct RemarkText {
    Remark remark;
    std::string_view name;
    Diagnostic said;  ///< its `what` is said of one
    std::string_view of_several;
};

const std::array<RemarkText, kRemarks>& remark_texts() {
    static const std::array<RemarkText, kRemarks> kTexts{{
        {Remark::blank_line,
         "blank_lines",
         {.code = "blank-lines-dropped", .what = "blank line is skipped"},
         "blank lines are skipped"},
        {Remark::folder,
         "folders",
         {.code = "folders-dropped", .what = "folder is left out"},
         "folders are left out"},
        {Remark::link,
         "links",
         {.code = "links-dropped", .what = "link is left out: what it points to is counted where it lies"},
         "links are left out: what they point to is counted where it lies"},
        {Remark::special_file,
         "special_files",
         {.code = "special-files-dropped", .what = "device, pipe, socket or label is left out"},
         "devices, pipes, sockets or labels are left out"},
        {Remark::folder_prefix,
         "folder_prefixes",
         {.code = "prefixes-dropped",
          .what = "common prefix is left out, and with it the keys below it",
          .remedy = "list without a delimiter"},
         "common prefixes are left out, and with them the keys below them"},
        {Remark::delete_marker,
         "delete_markers",
         {.code = "delete-markers-dropped", .what = "delete marker is left out"},
         "delete markers are left out"},
        {Remark::old_version,
         "old_versions",
         {.code = "old-versions-dropped", .what = "version that is not the latest is left out"},
         "versions that are not the latest are left out"},
        {Remark::size_unknown,
         "sizes_unknown",
         {.code = "sizes-unknown",
          .what = "file of unknown size is left out",
          .remedy = "list it from a place that knows the size"},
         "files of unknown size are left out"},
        {Remark::not_readable,
         "not_readable",
         {.code = "not-readable-dropped",
          .severity = Severity::warning,
          .what = "folder or file cannot be read: it is left out",
          .remedy = "scan it as a user who may read it"},
         "folders or files cannot be read: they are left out"},
        {Remark::vanished,
         "vanished",
         {.code = "files-vanished", .what = "file was removed while its folder was read: it is left out"},
         "files were removed while their folders were read: they are left out"},
        {Remark::foreign_time,
         "foreign_times",
         {.code = "foreign-times-dropped", .what = "file of a time before 1970 or after 9999 is left out"},
         "files of a time before 1970 or after 9999 are left out"},
        {Remark::zone_assumed,
         "times_read_as_utc",
         {.code = "listing-times-utc",
          .what = "time does not tell its time zone: it is read as UTC",
          .remedy = "make the listing with TZ=UTC in the environment, then this is right"},
         "times do not tell their time zone: they are read as UTC"},
        {Remark::fraction_cut,
         "fractions_cut",
         {.code = "fractions-cut", .what = "time is finer than a microsecond: the rest is cut"},
         "times are finer than a microsecond: the rest is cut"},
        {Remark::quoted_line_end,
         "quoted_line_ends",
         {.code = "quoted-line-ends", .what = "quoted field goes on in the next line: its lines are one row"},
         "quoted fields go on in the next line: their lines are one row"},
        {Remark::rows_sorted,
         "sorted",
         {.code = "rows-sorted",
          .what = "row is earlier than one before it: the trace is sorted by time",
          .remedy = "a sorted trace is read faster"},
         "rows are earlier than one before them: the trace is sorted by time"},
        {Remark::listing_incomplete,
         "incomplete",
         {.code = "listing-incomplete",
          .what = "listing says that it goes on: what follows is missing here",
          .remedy = "append the pages that follow, or list without --max-items and --no-paginate"},
         "listings say that they go on: what follows is missing here"},
    }};
    return kTexts;
}

}  // namespace

void ReadingTally::count(Remark remark, std::size_t line, std::int64_t times) {
    if (times == 0) return;
    Entry& entry = entries_[index(remark)];
    if (entry.count == 0) entry.first_line = line;
    entry.count += times;
    made_ |= remarks_of(remark);
}

void ReadingTally::count(Remarks remarks, std::size_t line) {
    for (std::size_t i = 0; i < kRemarks; ++i) {
        if (((static_cast<unsigned>(remarks) >> i) & 1U) != 0) count(static_cast<Remark>(i), line);
    }
}

Diagnostics remarks_on(const std::string& path, const ReadingTally& tally, Severity severity) {
    Diagnostics all;
    for (const RemarkText& text : remark_texts()) {
        const std::int64_t count = tally.count_of(text.remark);
        if (count == 0) continue;
        Diagnostic diagnostic = text.said;
        diagnostic.severity = severity;
        diagnostic.where = {.file = path, .line = tally.first_line_of(text.remark)};
        diagnostic.what =
            fmt::format("{} {}", count, count == 1 ? std::string_view{text.said.what} : text.of_several);
        all.push_back(std::move(diagnostic));
    }
    return all;
}

std::string_view name_of(Remark remark) { return remark_texts()[static_cast<std::size_t>(remark)].name; }

}  // namespace firn::io
