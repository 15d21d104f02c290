#pragma once

#include "core/diag/result.hpp"
#include "core/units/time.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace firn::io {

/// Something that happens to the file of a key: it is asked for, or deleted.
struct KeyEvent {
    Instant time{};
    std::uint64_t key = 0;      ///< workload::FileKey::key of the file
    std::string destination{};  ///< "store", "outside", "s3", "region"; "" where the table has none

    friend bool operator==(const KeyEvent&, const KeyEvent&) = default;
};

/// A table of events that has been read.
struct ReadKeyEvents {
    std::vector<KeyEvent> events{};  ///< by their times, equal ones in the order of the table
    Diagnostics notes{};             ///< what was left out or guessed (remarks_on), `rows-sorted`
};

/// Reads a table `timestamp_utc,key[,destination]`: CSV, plain or gzip, the columns in any order, others
/// ignored, blank rows left out; times as those of a trace, in any order, none before `start`.
///
///     timestamp_utc,key,destination
///     2013-03-05T07:30:15Z,ann/photos/a.jpg,store
///
/// Errors: those of read_first_line() and of reading; `trace-header` (a column is missing or there twice);
/// `field-missing`, `keys-missing`, `quote-not-closed`, `time-not-readable`, `time-out-of-range`,
/// `request-before-start`, `destination-unknown` of rows, all of them together, the first twenty in full.
[[nodiscard]] Result<ReadKeyEvents> read_key_events(const std::string& path, Instant start);

}  // namespace firn::io
