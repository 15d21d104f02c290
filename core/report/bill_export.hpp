#pragma once

#include "core/pricing/bill.hpp"

#include <string>
#include <vector>

namespace firn::report {

// What the formats of billing data share.

/// A number with as many decimals as it needs, 18 at most: quantities so exact that reading them back gives
/// the same byte-hours.
[[nodiscard]] std::string export_decimal(const Rational& value);

/// "2013-03-01T00:00:00Z", the begin of the month and the begin of the next one.
[[nodiscard]] std::string export_begin(BillingPeriod month);
[[nodiscard]] std::string export_end(BillingPeriod month);

/// The lines of a month as a vendor reports them: what is free stands before what is billed, on a line of its
/// own at the price zero.
[[nodiscard]] std::vector<pricing::LineItem> exported_lines(const pricing::PeriodBill& month);

/// Whether the line is for something used or bought, rather than reckoned from other lines.
[[nodiscard]] bool is_charge(const pricing::LineItem& line);

/// "Storage of glacier: 52900 GB-Mo at 0.010 USD", "Discount: 10 % of 566.95 USD".
[[nodiscard]] std::string export_description(const pricing::LineItem& line, const std::string& currency);

}  // namespace firn::report
