#include "core/io/charge_rows.hpp"

#include "core/io/line_fingerprint.hpp"
#include "core/io/row_excerpt.hpp"
#include "core/units/utf8_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace firn::io {

namespace {

Diagnostic note(std::string code, std::string what, std::string remedy) {
    return {.code = std::move(code),
            .severity = Severity::warning,
            .what = std::move(what),
            .remedy = std::move(remedy)};
}

/// " (and so are 2 more rows)" of three rows, of which one is told; empty of one.
std::string more_rows(std::size_t rows) {
    if (rows < 2) return {};
    return rows == 2 ? " (and so is 1 more row)" : fmt::format(" (and so are {} more rows)", rows - 1);
}

}  // namespace

ChargeRows::ChargeRows(const std::string& path, const StatementLayout& layout,
                       const StatementOptions& options, statement::Collector& collector,
                       std::string& currency, RowsSeen& seen)
    : path_{path},
      rows_{layout, options.scope.tag},
      collector_{collector},
      seen_{seen},
      currency_{currency},
      bad_{path, TraceFormat::csv} {}

void ChargeRows::read(std::size_t number, std::string_view line) {
    ++count_;
    auto row = rows_.parse(line);
    if (!row) {
        for (StatementFault& fault : std::move(row).error())
            bad_.add(std::move(fault.diagnostic), {.line_number = number, .line = line}, fault.part);
        return;
    }
    if (row->is_total) return;
    if (row->has_id && !seen_.insert(line_fingerprint(line)).second) return note_twice(number, line);
    check_currency(*row, number, line);
    if (!row->is_known_type) note_type(*row, number, line);
    if (row->is_outside_month) note_outside(*row, number, line);
    collector_.add(row->row, path_, number);
}

Diagnostics ChargeRows::notes() && {
    if (outside_ > 0) notes_outside_.front().what += more_rows(outside_);
    append(notes_, std::move(notes_outside_));
    if (twice_ > 0) notes_twice_.front().what += more_rows(twice_);
    append(notes_, std::move(notes_twice_));
    return std::move(notes_);
}

void ChargeRows::check_currency(const StatementRow& row, std::size_t number, std::string_view line) {
    if (row.currency.empty() || row.currency == currency_ || is_currency_refused_) return;
    if (currency_.empty()) {
        currency_ = row.currency;
        return;
    }
    is_currency_refused_ = true;
    bad_.add({.code = "currency-differs",
              .what = fmt::format("the costs are in {}, not in {}", printable(row.currency), currency_),
              .expected = fmt::format("costs in {}, in which the prices are stated", currency_),
              .remedy = "compare with the report in that currency; Firn does not guess an exchange rate"},
             {.line_number = number, .line = line}, row.currency);
}

void ChargeRows::place(Diagnostic& diagnostic, std::size_t number, std::string_view line,
                       std::string_view part) const {
    diagnostic.where = {.file = path_, .line = number};
    show_part(diagnostic, line, part);
}

void ChargeRows::note_type(const StatementRow& row, std::size_t number, std::string_view line) {
    std::string type{row.type};
    if (std::find(unknown_types_.begin(), unknown_types_.end(), type) != unknown_types_.end()) return;
    constexpr std::size_t kMostTypes = 10;
    if (unknown_types_.size() == kMostTypes) return;
    Diagnostic diagnostic =
        note("line-type-assumed", fmt::format("the type of line {} is not known", firn::quoted(type)),
             "its rows are read as fees");
    place(diagnostic, number, line, row.type);
    notes_.push_back(std::move(diagnostic));
    unknown_types_.push_back(std::move(type));
}

void ChargeRows::note_outside(const StatementRow& row, std::size_t number, std::string_view line) {
    if (outside_++ > 0) return;
    Diagnostic diagnostic =
        note("usage-outside-month",
             fmt::format("this usage of {} is billed in {}", printable(row.start), to_text(*row.row.month)),
             "it counts for the month in which it is billed");
    place(diagnostic, number, line, row.start);
    notes_outside_.push_back(std::move(diagnostic));
}

void ChargeRows::note_twice(std::size_t number, std::string_view line) {
    if (twice_++ > 0) return;
    Diagnostic diagnostic = note("row-twice", "this row is there before, with the same id", "it counts once");
    place(diagnostic, number, line, line);
    notes_twice_.push_back(std::move(diagnostic));
}

}  // namespace firn::io
