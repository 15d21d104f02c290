#pragma once

#include "core/diag/result.hpp"
#include "core/io/statement_format.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace firn::io {

/// What a column of a statement holds.
enum class StatementField {
    month,  ///< the billing period, or its first instant
    start,
    end,
    type,
    type_detail,  ///< decides where the type does not: a correction, the kind of an adjustment
    account,
    payer,
    service,
    service_name,  ///< of a row without a service
    usage_type,
    operation,
    resource,
    quantity,
    unit,
    rate,
    cost,
    currency,
    invoice,
    bill_type,
    invoiced,
    line_id,
    tags,  ///< all tags as a JSON object
    tag,   ///< the value of the one tag that is asked for
};
inline constexpr std::size_t kStatementFields = 23;

/// Where the fields of a statement's rows are.
struct StatementLayout {
    StatementFormat format = StatementFormat::list;
    char delimiter = ',';
    /// By column from zero, up to the last that is read; absent: the column is not read.
    std::vector<std::optional<StatementField>> columns{};
    /// The headings under which the fields stand; empty where there is no such column.
    std::array<std::string, kStatementFields> headings{};

    [[nodiscard]] const std::string& heading_of(StatementField field) const {
        return headings.at(static_cast<std::size_t>(field));
    }
    [[nodiscard]] bool has(StatementField field) const { return !heading_of(field).empty(); }
};

/// Finds the columns of a statement whose rows are charges (every format but the matrix) by their headings.
/// `tag` is the key of a tag that must be there, or empty. Error `statement-header`: everything that is
/// missing or there twice, at once.
[[nodiscard]] Result<StatementLayout> find_statement_columns(StatementFormat format, std::string_view header,
                                                             std::string_view tag,
                                                             const SourceLocation& where);

}  // namespace firn::io
