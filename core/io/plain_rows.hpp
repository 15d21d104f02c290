#pragma once

#include "core/io/utc_time.hpp"
#include "core/units/time.hpp"
#include "core/workload/trace_source.hpp"

#include <cstddef>
#include <string_view>

namespace firn::io {

/// Reads the usual rows of a CSV trace quickly: a time as RFC 3339 in UTC or in whole microseconds and a
/// size, both without blanks; no quotes; no time before the one above. What is not so is not judged here but
/// left to parse_csv_row(), which knows everything.
class PlainRows {
  public:
    /// The columns of time and size, counted from zero; they must differ.
    PlainRows(std::size_t time_column, std::size_t size_column, char delimiter);

    /// What was taken from the front of a text.
    struct Taken {
        std::size_t bytes = 0;
        std::size_t rows = 0;
    };

    /// Appends the usual rows at the front of `text` (whole lines) to the block until it holds `most` rows;
    /// none is earlier than `latest`, which becomes the time of the last. The last lines of a text are always
    /// left: it is read in words that must not reach beyond it. `may_have_quotes`: whether there are any in
    /// the text.
    [[nodiscard]] Taken take(std::string_view text, bool may_have_quotes, std::size_t most, Instant& latest,
                             workload::TraceBlock& block);

  private:
    struct Row {
        std::int64_t time = 0;
        std::int64_t size = 0;
    };
    [[nodiscard]] Taken take_some(std::string_view text, bool may_have_quotes, std::size_t most,
                                  Instant& latest, workload::TraceBlock& block);
    [[nodiscard]] const char* take_row(const char* at, const char* end, bool may_have_quotes, Row& row);
    [[nodiscard]] const char* take_time(const char* at, std::int64_t& micros);
    [[nodiscard]] const char* skip(const char* at, const char* end, std::size_t columns) const;

    bool time_first_;
    std::size_t before_;   ///< columns before the first of the two
    std::size_t between_;  ///< columns between them
    char delimiter_;
    UtcTimes times_;
};

}  // namespace firn::io
