#include "core/io/reading_tally.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace firn::io {

namespace {

/// How a remark is put: "3 " + what is said of one, or of several.
struct RemarkText {
    Remark remark;
    std::string_view name;
    std::string_view code;
    std::string_view of_one;
    std::string_view of_several;
    std::string_view remedy{};
    Severity least = Severity::note;  ///< however the reading is done
};

constexpr std::array<RemarkText, kRemarks> kRemarkTexts{{
    {.remark = Remark::blank_line,
     .name = "blank_lines",
     .code = "blank-lines-dropped",
     .of_one = "blank line is skipped",
     .of_several = "blank lines are skipped"},
    {.remark = Remark::folder,
     .name = "folders",
     .code = "folders-dropped",
     .of_one = "folder is left out",
     .of_several = "folders are left out"},
    {.remark = Remark::link,
     .name = "links",
     .code = "links-dropped",
     .of_one = "link is left out: what it points to is counted where it lies",
     .of_several = "links are left out: what they point to is counted where it lies"},
    {.remark = Remark::special_file,
     .name = "special_files",
     .code = "special-files-dropped",
     .of_one = "device, pipe, socket or label is left out",
     .of_several = "devices, pipes, sockets or labels are left out"},
    {.remark = Remark::folder_prefix,
     .name = "folder_prefixes",
     .code = "prefixes-dropped",
     .of_one = "common prefix is left out, and with it the keys below it",
     .of_several = "common prefixes are left out, and with them the keys below them",
     .remedy = "list without a delimiter"},
    {.remark = Remark::delete_marker,
     .name = "delete_markers",
     .code = "delete-markers-dropped",
     .of_one = "delete marker is left out",
     .of_several = "delete markers are left out"},
    {.remark = Remark::old_version,
     .name = "old_versions",
     .code = "old-versions-dropped",
     .of_one = "version that is not the latest is left out",
     .of_several = "versions that are not the latest are left out"},
    {.remark = Remark::size_unknown,
     .name = "sizes_unknown",
     .code = "sizes-unknown",
     .of_one = "file of unknown size is left out",
     .of_several = "files of unknown size are left out",
     .remedy = "list it from a place that knows the size"},
    {.remark = Remark::not_readable,
     .name = "not_readable",
     .code = "not-readable-dropped",
     .of_one = "folder or file cannot be read and is left out",
     .of_several = "folders or files cannot be read and are left out",
     .remedy = "scan it as a user who may read it",
     .least = Severity::warning},
    {.remark = Remark::vanished,
     .name = "vanished",
     .code = "files-vanished",
     .of_one = "file was removed while its folder was read: it is left out",
     .of_several = "files were removed while their folders were read: they are left out"},
    {.remark = Remark::foreign_time,
     .name = "foreign_times",
     .code = "foreign-times-dropped",
     .of_one = "file of a time before 1970 or after 9999 is left out",
     .of_several = "files of a time before 1970 or after 9999 are left out"},
    {.remark = Remark::zone_assumed,
     .name = "times_read_as_utc",
     .code = "listing-times-utc",
     .of_one = "time does not tell its time zone: it is read as UTC",
     .of_several = "times do not tell their time zone: they are read as UTC",
     .remedy = "make the listing with TZ=UTC in the environment, then this is right"},
    {.remark = Remark::fraction_cut,
     .name = "fractions_cut",
     .code = "fractions-cut",
     .of_one = "time is finer than a microsecond: the rest is cut",
     .of_several = "times are finer than a microsecond: the rest is cut"},
    {.remark = Remark::quoted_line_end,
     .name = "quoted_line_ends",
     .code = "quoted-line-ends",
     .of_one = "quoted field goes on in the next line: its lines are one row",
     .of_several = "quoted fields go on in the next line: their lines are one row"},
    {.remark = Remark::rows_sorted,
     .name = "sorted",
     .code = "rows-sorted",
     .of_one = "row is earlier than one before it: the trace is sorted by time",
     .of_several = "rows are earlier than one before them: the trace is sorted by time",
     .remedy = "a sorted trace is read faster"},
    {.remark = Remark::listing_incomplete,
     .name = "incomplete",
     .code = "listing-incomplete",
     .of_one = "listing says that it goes on: what follows is missing here",
     .of_several = "listings say that they go on: what follows is missing here",
     .remedy = "append the pages that follow, or list without --max-items and --no-paginate"},
}};

/// ": a, b and 3 more", or nothing.
std::string shown_text(const std::vector<std::string>& shown, std::int64_t count) {
    if (shown.empty()) return {};
    const std::int64_t others = count - static_cast<std::int64_t>(shown.size());
    const std::string more = others > 0 ? fmt::format(" and {} more", others) : "";
    return fmt::format(": {}{}", fmt::join(shown, ", "), more);
}

}  // namespace

void ReadingTally::count(Remark remark, std::size_t line, std::int64_t times) {
    if (times == 0) return;
    Entry& entry = entries_[index(remark)];
    if (entry.count == 0) entry.first_line = line;
    entry.count += times;
    made_ |= remarks_of(remark);
}

void ReadingTally::show(Remark remark, std::string example) {
    entries_[index(remark)].shown.push_back(std::move(example));
}

void ReadingTally::count(Remarks remarks, std::size_t line) {
    for (std::size_t i = 0; i < kRemarks; ++i) {
        if (((static_cast<unsigned>(remarks) >> i) & 1U) != 0) count(static_cast<Remark>(i), line);
    }
}

Diagnostics remarks_on(const std::string& path, const ReadingTally& tally, Severity severity) {
    Diagnostics all;
    for (const RemarkText& text : kRemarkTexts) {
        const std::int64_t count = tally.count_of(text.remark);
        if (count == 0) continue;
        all.push_back({.code = std::string{text.code},
                       // The graver one comes first.
                       .severity = std::min(severity, text.least),
                       .where = {.file = path, .line = tally.first_line_of(text.remark)},
                       .what = fmt::format("{} {}{}", count, count == 1 ? text.of_one : text.of_several,
                                           shown_text(tally.shown_of(text.remark), count)),
                       .remedy = std::string{text.remedy}});
    }
    return all;
}

std::string_view name_of(Remark remark) { return kRemarkTexts[static_cast<std::size_t>(remark)].name; }

}  // namespace firn::io
