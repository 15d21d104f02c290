#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace firn::io {

/// Which report of the vendor, or which list, a statement is.
enum class StatementFormat {
    cur,    ///< cost and usage report: lineItem/UsageType, lineItem/UnblendedCost, ...
    cur2,   ///< cost and usage report 2.0: line_item_usage_type, ...
    focus,  ///< FOCUS 1.0 to 1.2 with the vendor's columns: ChargeCategory, BilledCost, x_UsageType, ...
    dbr,    ///< detailed billing report of 2012 to 2019: RecordType, UsageType, UnBlendedCost, ...
    cost_explorer,  ///< a matrix of costs: days or months against services or usage types
    list,           ///< usage_type,quantity,cost
};

/// "cur", "cur2", "focus", "dbr", "cost-explorer", "list"
[[nodiscard]] std::string_view name_of(StatementFormat format);
[[nodiscard]] std::optional<StatementFormat> statement_format_named(std::string_view name);
/// All names, in the order of the enumeration.
[[nodiscard]] std::vector<std::string> statement_format_names();

/// The format that these headings are of; nullopt for none that is known.
[[nodiscard]] std::optional<StatementFormat> recognise_statement(const std::vector<std::string>& headings);

/// The comma, semicolon or tab that separates the headings: the most frequent of them.
[[nodiscard]] char delimiter_of_header(std::string_view header);

/// Letters and digits in lower case, everything else an underscore: "Usage Type" is "usage_type".
[[nodiscard]] std::string plain_heading(std::string_view heading);

/// The heading is a day or a month: "2026-08-01", "2026-08".
[[nodiscard]] bool is_date_heading(std::string_view heading);

/// The heading is that of a column of costs, which ends with its currency: "AmazonS3($)", "Total costs(USD)".
[[nodiscard]] bool is_cost_heading(std::string_view heading);

}  // namespace firn::io
