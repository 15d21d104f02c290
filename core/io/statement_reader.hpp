#pragma once

#include "core/diag/result.hpp"
#include "core/io/statement_format.hpp"
#include "core/statement/scope.hpp"
#include "core/statement/statement.hpp"

#include <optional>
#include <string>
#include <vector>

namespace firn::io {

struct StatementOptions {
    std::optional<StatementFormat> format{};  ///< absent: by the headings
    statement::Scope scope{};
    std::string currency{};  ///< in which costs must be; empty: any one
};

struct ReadStatement {
    statement::Statement statement;
    Diagnostics notes;  ///< `line-type-assumed`, `usage-outside-month`
};

/// Reads what the vendor reports as used and billed, plain or gzip, and adds it up: memory grows with the
/// lines that result, not with the rows. Several files are parts of one report, or versions of it.
///
/// Errors, the first bad rows of a file at once: those of opening and of gzip; `statement-unknown` (headings
/// of no known format), `statement-header` (columns that are missing, all of them), `statement-empty` (no row
/// below the header), `currency-differs`, and those of StatementRows::parse().
[[nodiscard]] Result<ReadStatement> read_statement(const std::vector<std::string>& paths,
                                                   const StatementOptions& options = {});

}  // namespace firn::io
