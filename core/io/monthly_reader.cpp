#include "core/io/monthly_reader.hpp"

#include "core/io/csv_columns.hpp"
#include "core/io/csv_line.hpp"
#include "core/io/first_line.hpp"
#include "core/io/row_excerpt.hpp"
#include "core/io/whole_number.hpp"
#include "core/units/utf8_text.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

namespace firn::io {

using workload::kMostItemsPerMonth;
using workload::MonthlyTotals;

namespace {

/// The fields of a row, in the order of kMonthlyColumns.
using MonthlyFields = std::array<std::string_view, kMonthlyColumns.size()>;

/// Reads the rows of monthly totals and takes note of what is wrong with them.
class MonthlyRows {
  public:
    MonthlyRows(std::string path, std::vector<std::size_t> columns)
        : path_{std::move(path)}, columns_{std::move(columns)} {}

    void read(std::size_t number, std::string_view line) {
        if (trimmed(line).empty()) return;
        number_ = number;
        line_ = line;
        const auto fields = split();
        if (fields) add(*fields);
    }

    [[nodiscard]] Result<MonthlyTotals> finish() && {
        if (!faults_.empty()) return std::move(faults_);
        return std::move(totals_);
    }

  private:
    std::optional<MonthlyFields> split() {
        MonthlyFields fields;
        CsvCursor cursor{line_};
        const std::size_t last = *std::max_element(columns_.begin(), columns_.end());
        for (std::size_t column = 0; column <= last; ++column) {
            const CsvField field = cursor.next();
            if (field.fault != FieldFault::none) {
                fault(field.text, {.code = "field-missing",
                                   .what = "the row has too few fields",
                                   .expected = "a field for each column of the header, separated by commas"});
                return std::nullopt;
            }
            const auto wanted = std::find(columns_.begin(), columns_.end(), column);
            if (wanted != columns_.end())
                fields.at(static_cast<std::size_t>(wanted - columns_.begin())) = field.text;
        }
        return fields;
    }

    void add(const MonthlyFields& fields) {
        const auto month = read_month(fields[0]);
        const auto items = read_count(fields[1]);
        const auto bytes = read_count(fields[2]);
        if (!month || !items || !bytes) return;
        if (*items > kMostItemsPerMonth) {
            fault(fields[1], {.code = "too-many-items",
                              .what = "more files in a month than Firn replays",
                              .expected = "at most " + std::to_string(kMostItemsPerMonth)});
        }
        if (*bytes > std::numeric_limits<std::int64_t>::max() - sum_) {
            fault(fields[2],
                  {.code = "too-many-bytes", .what = "the months together have more than 2^63 - 1 bytes"});
            return;
        }
        sum_ += *bytes;
        if (*items == 0 && *bytes > 0) {
            fault(fields[2], {.code = "bytes-without-items",
                              .what = "a month without files cannot have bytes",
                              .remedy = "give the number of files, or 0 bytes"});
        }
        totals_.push_back({.month = *month, .items = *items, .bytes = Bytes{*bytes}});
    }

    std::optional<BillingPeriod> read_month(std::string_view text) {
        const auto month = BillingPeriod::parse(text);
        if (!month) {
            fault(text, {.code = "month-not-readable",
                         .what = firn::quoted(text) + " is not a month",
                         .expected = "year and month, such as 2012-11, years 1970 to 9999"});
        } else if (latest_ && *month <= *latest_) {
            fault(text, {.code = "months-not-increasing",
                         .what = to_text(*month) + " comes after " + to_text(*latest_),
                         .expected = "months in increasing order, each once",
                         .remedy = "sort the rows by month and add up those of one month"});
        }
        if (month) latest_ = std::max(*month, latest_.value_or(*month));
        return month;
    }

    std::optional<std::int64_t> read_count(std::string_view text) {
        const WholeNumber number = parse_whole_number(text);
        if (number.fault == NumberFault::none) return number.value;
        fault(text, {.code = "number-not-readable",
                     .what = firn::quoted(text) + " is not a whole number from 0 to 2^63 - 1",
                     .remedy = "write digits alone, without sign, decimals or separators"});
        return std::nullopt;
    }

    void fault(std::string_view part, Diagnostic diagnostic) {
        diagnostic.where = {.file = path_, .line = number_};
        show_part(diagnostic, line_, part);
        faults_.push_back(std::move(diagnostic));
    }

    std::string path_;
    std::vector<std::size_t> columns_;
    std::size_t number_ = 0;
    std::string_view line_;
    std::optional<BillingPeriod> latest_;
    std::int64_t sum_ = 0;  ///< of the bytes
    MonthlyTotals totals_;
    Diagnostics faults_;
};

}  // namespace

Result<MonthlyTotals> read_monthly_totals(const std::string& path) {
    Result<FirstLine> first = read_first_line(path);
    if (!first) return first.error();
    const std::vector<std::string> wanted{kMonthlyColumns.begin(), kMonthlyColumns.end()};
    auto columns = find_columns(first->line, wanted, {.file = path, .line = first->number},
                                "put a header above the rows: month,items,bytes");
    if (!columns) return columns.error();
    MonthlyRows rows{path, std::move(*columns)};
    const Result<bool> all = for_each_further_line(
        *first, [&rows](std::size_t number, std::string_view line) { rows.read(number, line); });
    if (!all) return all.error();
    return std::move(rows).finish();
}

}  // namespace firn::io
