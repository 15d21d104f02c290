#pragma once

#include "core/diag/diagnostic.hpp"
#include "core/io/bad_rows.hpp"
#include "core/io/statement_layout.hpp"
#include "core/io/statement_reader.hpp"
#include "core/io/statement_row.hpp"
#include "core/statement/collector.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace firn::io {

/// Fingerprints of the rows that bear an id, of all files of a statement.
using RowsSeen = std::unordered_set<std::uint64_t>;

/// Reads the rows of one file of charges and takes note of what is wrong with them.
class ChargeRows {
  public:
    /// `currency` is that of the statement; empty, the first row's is put there. All of them must outlive
    /// this.
    ChargeRows(const std::string& path, const StatementLayout& layout, const StatementOptions& options,
               statement::Collector& collector, std::string& currency, RowsSeen& seen);

    /// A row into the collector, or what is wrong with it into bad(). A row that was seen before counts once.
    void read(std::size_t number, std::string_view line);

    [[nodiscard]] std::size_t count() const { return count_; }
    [[nodiscard]] const BadRows& bad() const { return bad_; }
    /// `line-type-assumed`, `usage-outside-month`, `row-twice`.
    [[nodiscard]] Diagnostics notes() &&;

  private:
    void check_currency(const StatementRow& row, std::size_t number, std::string_view line);
    void place(Diagnostic& diagnostic, std::size_t number, std::string_view line,
               std::string_view part) const;
    void note_type(const StatementRow& row, std::size_t number, std::string_view line);
    void note_outside(const StatementRow& row, std::size_t number, std::string_view line);
    void note_twice(std::size_t number, std::string_view line);

    const std::string& path_;
    StatementRows rows_;
    statement::Collector& collector_;
    RowsSeen& seen_;
    std::string& currency_;
    BadRows bad_;
    Diagnostics notes_;
    Diagnostics notes_outside_;
    Diagnostics notes_twice_;
    std::size_t twice_ = 0;
    std::vector<std::string> unknown_types_;
    std::size_t outside_ = 0;
    std::size_t count_ = 0;
    bool is_currency_refused_ = false;
};

}  // namespace firn::io
