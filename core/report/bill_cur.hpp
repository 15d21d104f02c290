#pragma once

#include "core/pricing/bill.hpp"

#include <string>

namespace firn::report {

/// The names of the columns: "lineItem/UsageType" or, of CUR 2.0, "line_item_usage_type".
enum class CurNames { legacy, cur2 };

/// A bill as a Cost and Usage Report (docs.aws.amazon.com/cur/latest/userguide,
/// data dictionary), a row a line and month: costs with ten decimals, usage amounts with up to 18, so that
/// reading them back gives the same usage. What is reckoned from other lines has the amount 1 and its cost as
/// rate; line item types are Usage, Fee (recurring lines, support), Discount (also the egress waiver), Credit
/// and Tax.
[[nodiscard]] std::string bill_cur(const pricing::Bill& bill, CurNames names = CurNames::legacy);

}  // namespace firn::report
