#pragma once

#include "core/diag/diagnostic.hpp"
#include "core/io/trace_format.hpp"
#include "core/io/trace_row.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace firn::io {

/// Where a row stands.
struct RowPlace {
    std::size_t line_number = 1;
    /// The line, or what of it is at hand.
    std::string_view line{};
    /// Characters of the line before what is at hand.
    std::size_t skipped = 0;
};

/// The bad rows of a trace: the first of them in full, the others counted.
class BadRows {
  public:
    BadRows(std::string path, TraceFormat format) : path_{std::move(path)}, format_{format} {}

    /// A line that is not a row as it should be.
    void add(const RowPlace& place, const TraceRow& row);

    /// A row that is earlier than `latest`, the latest before it. Only the first is kept: in a trace that is
    /// not sorted half of the rows are such.
    void add_backwards(const RowPlace& place, const TraceRow& row, Instant latest);

    [[nodiscard]] bool any() const { return count_ > 0; }

    /// All diagnostics, in the order of the rows.
    [[nodiscard]] Diagnostics report() const;

    /// Any other fault of a row; `part` (a view into the line) is what it is about.
    void add(Diagnostic diagnostic, const RowPlace& place, std::string_view part);

  private:
    std::string path_;
    TraceFormat format_;
    Diagnostics kept_;
    std::size_t count_ = 0;
    bool has_backwards_ = false;
};

}  // namespace firn::io
