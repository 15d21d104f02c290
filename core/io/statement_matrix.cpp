#include "core/io/statement_matrix.hpp"

#include "core/io/csv_line.hpp"
#include "core/io/row_excerpt.hpp"
#include "core/io/statement_format.hpp"
#include "core/io/statement_row.hpp"
#include "core/units/utf8_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace firn::io {

namespace {

/// "S3($)" without its currency, which goes to `currency`.
std::string without_currency(const std::string& heading, std::string& currency) {
    if (!is_cost_heading(heading)) return heading;
    const std::size_t open = heading.rfind('(');
    const std::string code = heading.substr(open + 1, heading.size() - open - 2);
    currency = code == "$" ? "USD" : code;
    return std::string{trimmed(std::string_view{heading}.substr(0, open))};
}

}  // namespace

MatrixRows::MatrixRows(const std::string& path, std::string_view header, std::size_t number,
                       statement::Collector& collector)
    : path_{path}, collector_{collector}, delimiter_{delimiter_of_header(header)} {
    const std::vector<std::string> headings = csv_header(header, delimiter_);
    const std::string kind = headings.empty() ? "" : plain_heading(headings.front());
    is_by_usage_type_ = kind.starts_with("usage");
    if (headings.size() < 2 || (!is_by_usage_type_ && !kind.starts_with("service"))) {
        fault({.code = "statement-header",
               .what = fmt::format("a table of costs by {} cannot be compared",
                                   firn::quoted(headings.empty() ? "" : headings.front())),
               .expected = "\"Usage type\" or \"Service\" as the first heading, and columns of costs",
               .remedy = "group by usage type in Cost Explorer before saving the table"},
              number, header, header);
        return;
    }
    for (auto heading = headings.begin() + 1; heading != headings.end(); ++heading)
        read_heading(*heading);
}

void MatrixRows::read_heading(const std::string& heading) {
    names_.push_back(without_currency(heading, currency_));
    dates_.push_back(is_date_heading(heading) ? date_of(heading) : std::nullopt);
    dates_are_columns_ = dates_are_columns_ || dates_.back().has_value();
}

bool MatrixRows::is_total(std::string_view name) const {
    const std::string plain = plain_heading(name);
    return plain.starts_with("total") || plain.ends_with("_total");
}

std::optional<Instant> MatrixRows::date_of(std::string_view text) {
    const auto month = BillingPeriod::parse(text);
    const auto date = month ? std::optional{month->begin()} : parse_rfc3339(text);
    if (date && *date != BillingPeriod::containing(*date).begin()) is_daily_ = true;
    return date;
}

void MatrixRows::fault(Diagnostic diagnostic, std::size_t number, std::string_view line,
                       std::string_view part) {
    constexpr std::size_t kMostFaults = 20;
    if (faults_.size() >= kMostFaults) return;
    diagnostic.where = {.file = path_, .line = number};
    show_part(diagnostic, line, part);
    faults_.push_back(std::move(diagnostic));
}

void MatrixRows::add(std::size_t column, std::string_view name, Instant date, std::string_view text,
                     std::size_t number, std::string_view line) {
    if (text.empty()) return;
    const auto cost = statement::parse_decimal_number(text);
    if (!cost) return fault(cost_not_a_number(text), number, line, text);
    cells_.push_back({column, std::string{name}, date, *cost, number});
}

/// Each printed number was rounded: their sum may be off by half of the last place each.
void MatrixRows::check_last(std::size_t first_cell) {
    Rational others = 0;
    Rational last = 0;
    unsigned places = 2;
    for (std::size_t i = first_cell; i < cells_.size(); ++i) {
        const Cell& cell = cells_[i];
        (cell.column + 1 == names_.size() ? last : others) += to_rational(cell.cost);
        places = std::max(places, cell.cost.places);
    }
    Rational slack{static_cast<std::int64_t>(names_.size()), 2};
    for (unsigned i = 0; i < places; ++i)
        slack /= 10;
    const Rational apart = last - others;
    if (apart > slack || -apart > slack) is_last_sum_ = false;
    if (last != 0) has_sum_ = true;
}

void MatrixRows::finish() {
    const bool drops_last = !dates_are_columns_ && names_.size() > 1 && is_last_sum_ && has_sum_;
    for (const Cell& cell : cells_) {
        if (drops_last && cell.column + 1 == names_.size()) continue;
        statement::Row row{.month = BillingPeriod::containing(cell.date),
                           .cost = cell.cost,
                           .until = cell.date + std::chrono::hours{24}};
        if (plain_heading(cell.name) == "tax") row.type = statement::LineType::tax;
        (is_by_usage_type_ ? row.usage_type : row.service) = cell.name;
        collector_.add(row, path_, cell.number);
    }
}

void MatrixRows::read(std::size_t number, std::string_view line) {
    CsvCursor cursor{line, delimiter_};
    const std::string first{cursor.next().text};
    if (is_total(first)) return;
    ++count_;
    const auto date = dates_are_columns_ ? std::nullopt : date_of(first);
    if (!dates_are_columns_ && !date) {
        return fault({.code = "time-not-readable",
                      .what = fmt::format("{} is not a day or a month", firn::quoted(first)),
                      .expected = "2026-08-01 or 2026-08"},
                     number, line, line.substr(0, 1));
    }
    const std::size_t first_cell = cells_.size();
    for (std::size_t column = 0; column < names_.size(); ++column) {
        const CsvField cell = cursor.next();
        if (cell.fault != FieldFault::none) {
            return fault({.code = cell.fault == FieldFault::missing ? "field-missing" : "quote-not-closed",
                          .what = "the row has too few fields",
                          .expected = "a field for each column of the header",
                          .remedy = "the file may be cut off: fetch it again"},
                         number, line, cell.text);
        }
        if (is_total(names_[column]) || (dates_are_columns_ && !dates_[column])) continue;
        add(column, dates_are_columns_ ? std::string_view{first} : names_[column],
            dates_are_columns_ ? *dates_[column] : *date, cell.text, number, line);
    }
    check_last(first_cell);
}

}  // namespace firn::io
