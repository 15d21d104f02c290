#pragma once

#include "core/pricing/bill.hpp"
#include "core/report/table.hpp"
#include "core/units/money.hpp"
#include "core/usage/charge_type.hpp"

#include <string>
#include <vector>

namespace firn::report {

/// What a charge comes to on two bills.
struct ChargeDifference {
    usage::ChargeType charge = usage::ChargeType::other;
    Money first{};
    Money second{};
};

/// Every charge that either bill has, in the order of a bill, with its costs as shown; they add up to the
/// totals.
[[nodiscard]] std::vector<ChargeDifference> charge_differences(const pricing::Bill& first,
                                                               const pricing::Bill& second);

/// A bill with the name of what it is for.
struct NamedBill {
    std::string name;
    const pricing::Bill& bill;
};

/// "small costs 1,234.50 USD over 24 months, 200.25 USD (14.0 %) less than large." Bills in two currencies,
/// or over unlike many months, are told one beside the other.
[[nodiscard]] std::string difference_sentence(const NamedBill& first, const NamedBill& second);

/// Charges, the cost of each on both bills, and by how much the second is dearer; the totals last. Without
/// the difference where the currencies are two.
[[nodiscard]] Table difference_table(const NamedBill& first, const NamedBill& second);

}  // namespace firn::report
