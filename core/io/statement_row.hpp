#pragma once

#include "core/diag/result.hpp"
#include "core/io/statement_layout.hpp"
#include "core/statement/row.hpp"
#include "core/statement/scope.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace firn::io {

/// Why a row of a statement cannot be read; `part` is what it is about, a view into the line.
struct StatementFault {
    Diagnostic diagnostic;
    std::string_view part;
};

/// What else a row says than what is added up.
struct StatementRow {
    statement::Row row{};
    bool is_total = false;  ///< a total or a heading within the report: no charge
    bool has_id = false;    ///< the vendor tells the row apart by an id
    std::string_view type{};
    bool is_known_type = true;      ///< false: taken for a fee
    bool is_outside_month = false;  ///< used in another month than it is billed in
    std::string_view start{};
    std::string_view currency{};
};

/// Reads the rows of one statement; it remembers the times of the row before, which most rows share.
class StatementRows {
  public:
    StatementRows(const StatementLayout& layout, const std::optional<statement::Tag>& tag)
        : layout_{layout}, tag_{tag} {}

    /// A line without its end, as a row, or all that is wrong with it. Faults: `field-missing`,
    /// `quote-not-closed`, `time-not-readable`, `month-not-readable`, `quantity-not-a-number`,
    /// `quantity-negative`, `cost-not-a-number`, `line-type-unknown` (in a list).
    [[nodiscard]] Expected<StatementRow, std::vector<StatementFault>> parse(std::string_view line);

  private:
    struct RememberedTime {
        std::string text{};
        std::optional<Instant> instant{};
    };

    [[nodiscard]] std::optional<StatementFault> split(std::string_view line);
    [[nodiscard]] std::string_view field(StatementField field) const {
        return fields_.at(static_cast<std::size_t>(field));
    }
    [[nodiscard]] std::optional<StatementFault> read_type(StatementRow& row) const;
    [[nodiscard]] std::optional<StatementFault> read_times(StatementRow& row);
    [[nodiscard]] std::optional<StatementFault> read_list_month(StatementRow& row) const;
    [[nodiscard]] std::vector<StatementFault> read_amounts(StatementRow& row) const;
    [[nodiscard]] std::optional<StatementFault> read_quantity(StatementRow& row) const;
    [[nodiscard]] std::optional<Instant> time_of(StatementField field);

    const StatementLayout& layout_;
    const std::optional<statement::Tag>& tag_;
    std::array<std::string_view, kStatementFields> fields_{};
    std::array<RememberedTime, 3> times_{};
};

/// The instant of "2026-08-01T00:00:00Z", "2026-08-01 00:00:00.000" (UTC) or "2026-08-01".
[[nodiscard]] std::optional<Instant> parse_statement_time(std::string_view text);

/// The diagnostic about a cost that is no number.
[[nodiscard]] Diagnostic cost_not_a_number(std::string_view text);

}  // namespace firn::io
