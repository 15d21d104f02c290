#pragma once

#include "core/diag/diagnostic.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace firn::io {

/// What the reader of a trace left out, or had to guess, so that the rest could be read.
enum class Remark : std::uint8_t {
    // left out
    blank_line,
    folder,
    link,
    special_file,   ///< a device, a pipe, a socket; a header of an archive
    folder_prefix,  ///< what S3 calls a common prefix: the keys below it are not listed
    delete_marker,
    old_version,
    size_unknown,
    not_readable,  ///< a folder or a file that the system does not let us read
    vanished,      ///< a file that was removed while its folder was read
    foreign_time,  ///< a file last changed before 1970 or after 9999
    // guessed
    zone_assumed,     ///< a time without time zone, read as UTC
    fraction_cut,     ///< a time finer than a microsecond
    quoted_line_end,  ///< a quoted field that goes on in the next line
    // of the whole
    rows_sorted,         ///< a trace whose rows did not come in the order of their times
    listing_incomplete,  ///< a listing that says that it goes on
};
inline constexpr std::size_t kRemarks = 16;

/// A set of remarks on one row.
using Remarks = std::uint16_t;
[[nodiscard]] constexpr Remarks remarks_of(Remark remark) {
    return static_cast<Remarks>(1U << static_cast<unsigned>(remark));
}

/// How often each remark was made, and where first. Complete when the trace has been read to its end.
class ReadingTally {
  public:
    /// `line` counts from 1; 0 where there are no lines.
    void count(Remark remark, std::size_t line = 0, std::int64_t times = 1);
    /// Each remark of the set.
    void count(Remarks remarks, std::size_t line);
    /// One of those that were counted, to be told with their count: "/home/a (Permission denied)".
    void show(Remark remark, std::string example);

    /// The remarks that were made at least once.
    [[nodiscard]] Remarks made() const { return made_; }
    [[nodiscard]] bool any() const { return made_ != 0; }
    [[nodiscard]] std::int64_t count_of(Remark remark) const { return entries_[index(remark)].count; }
    [[nodiscard]] std::size_t first_line_of(Remark remark) const {
        return entries_[index(remark)].first_line;
    }
    [[nodiscard]] const std::vector<std::string>& shown_of(Remark remark) const {
        return entries_[index(remark)].shown;
    }

  private:
    struct Entry {
        std::int64_t count = 0;
        std::size_t first_line = 0;
        std::vector<std::string> shown{};
    };
    static std::size_t index(Remark remark) { return static_cast<std::size_t>(remark); }

    std::array<Entry, kRemarks> entries_{};
    Remarks made_ = 0;
};

/// A diagnostic of this severity for each remark that was made, with its count: notes, or what `--strict`
/// refuses. What is more than a note by itself stays so: `not-readable-dropped` is at least a warning. `path`
/// is the trace's.
[[nodiscard]] Diagnostics remarks_on(const std::string& path, const ReadingTally& tally, Severity severity);

/// The word that JSON has for a remark: "folders".
[[nodiscard]] std::string_view name_of(Remark remark);

}  // namespace firn::io
