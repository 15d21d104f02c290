#pragma once

#include "core/diag/diagnostic.hpp"
#include "core/statement/collector.hpp"
#include "core/statement/decimal.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace firn::io {

/// Reads a table of costs as Cost Explorer saves it: days or months down the side and services or usage types
/// across, or the other way round; totals are left out.
///
///     Service,S3($),Total costs($)        Usage type,2026-07-01,2026-08-01
///     Service total,12.5,12.5             TimedStorage-GDA-ByteHrs,6.1,6.4
///     2026-07-01,6.1,6.1                  Total,6.1,6.4
class MatrixRows {
  public:
    MatrixRows(const std::string& path, std::string_view header, std::size_t number,
               statement::Collector& collector);

    void read(std::size_t number, std::string_view line);

    /// Hands the cells over, without a last column that is in every row the sum of the others, whatever the
    /// language of its heading.
    void finish();

    /// `statement-header`, `time-not-readable`, `cost-not-a-number`, `field-missing`, `quote-not-closed`.
    [[nodiscard]] const Diagnostics& faults() const { return faults_; }
    [[nodiscard]] bool has_usage_types() const { return is_by_usage_type_; }
    [[nodiscard]] bool is_daily() const { return is_daily_; }
    [[nodiscard]] std::size_t count() const { return count_; }
    [[nodiscard]] const std::string& currency() const { return currency_; }

  private:
    void read_heading(const std::string& heading);
    [[nodiscard]] bool is_total(std::string_view name) const;
    [[nodiscard]] std::optional<Instant> date_of(std::string_view text);
    struct Cell {
        std::size_t column = 0;
        std::string name;
        Instant date;
        statement::Decimal cost{};
        std::size_t number = 0;
    };

    void check_last(std::size_t first_cell);
    void add(std::size_t column, std::string_view name, Instant date, std::string_view text,
             std::size_t number, std::string_view line);
    void fault(Diagnostic diagnostic, std::size_t number, std::string_view line, std::string_view part);

    std::string path_;
    statement::Collector& collector_;
    char delimiter_ = ',';
    std::vector<std::string> names_;             ///< of the columns behind the first, without their currency
    std::vector<std::optional<Instant>> dates_;  ///< of the columns, where they are days or months
    bool is_by_usage_type_ = false;
    bool dates_are_columns_ = false;
    bool is_daily_ = false;
    std::string currency_;
    std::vector<Cell> cells_;
    bool is_last_sum_ = true;
    bool has_sum_ = false;  ///< that is not zero
    std::size_t count_ = 0;
    Diagnostics faults_;
};

}  // namespace firn::io
