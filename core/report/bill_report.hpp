#pragma once

#include "core/pricing/bill.hpp"

#include <string>

namespace firn::report {

/// A bill as it is shown.
struct BillReport {
    const pricing::Bill& bill;
    bool explain = false;  ///< with the steps of each line
};

/// The answer: "The bill for 2013-03 to 2013-05 comes to 1,234.56 USD; storage is 92 % of it."
[[nodiscard]] std::string bill_sentence(const pricing::Bill& bill);

/// For a terminal: the answer, a table a month, explanations when asked for, notes.
[[nodiscard]] std::string bill_text(const BillReport& report);
/// The same as Markdown.
[[nodiscard]] std::string bill_markdown(const BillReport& report);
/// A row a line of the bill; amounts without separators, with the exact cost beside the shown one.
[[nodiscard]] std::string bill_csv(const pricing::Bill& bill);

}  // namespace firn::report
