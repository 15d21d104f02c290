#pragma once

#include "core/diag/result.hpp"
#include "core/io/statement_reader.hpp"
#include "core/report/variance_report.hpp"
#include "core/statement/statement.hpp"
#include "core/units/rational.hpp"

#include <string>
#include <string_view>
#include <vector>

/// From files to what is compared: shared by whoever asks, a command or a window.
namespace firn::answers {

/// What was billed, to be set against a budget.
struct Billed {
    std::vector<forecast::BilledMonth> months{};  ///< ascending
    Diagnostics notes{};                          ///< on the statement
    std::vector<std::string> services{};          ///< all that a statement names; of other files none
    std::vector<statement::LeftOut> left_out{};   ///< of a statement
};

/// Reads usage files, which are priced, JSON of `firn bill`, or what the vendor reports; a folder stands for
/// the files in it. Usage files and bills have months of their own each; several files of a report are added
/// up. `wanted` says what of a statement counts; it must be in the budget's currency. Lines that the budget
/// has too are counted in the budget's unit; of others of a statement the budget's book says the charge.
/// Errors: those of billed_files(), reading and pricing; `month-billed-twice`, which names both files;
/// `currency-differs`;
/// `month-missing`: a statement names no month, and `wanted` not one.
[[nodiscard]] Result<Billed> billed_months(const std::vector<std::string>& paths, io::StatementOptions wanted,
                                           const forecast::Budget& budget);

/// The share of the last of these months that has passed by the day ("2013-03-20"), that day included; 1
/// without a day. Error, without a place: `through-outside-month`.
[[nodiscard]] Result<Rational> billed_share(std::string_view through,
                                            const std::vector<forecast::BilledMonth>& months);

}  // namespace firn::answers
