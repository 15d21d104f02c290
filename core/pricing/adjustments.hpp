#pragma once

#include "core/pricing/bill.hpp"
#include "core/pricing/price.hpp"
#include "core/usage/billing_settings.hpp"
#include "core/usage/usage.hpp"

#include <string>
#include <vector>

namespace firn::pricing {

/// What an invoice adds to the charges, month by month in the order of time: credits are used up on the way.
/// Each is a line of its own (charge `adjustment`, a recurring one `other`; LineItem::kind says which), in
/// the order of a bill: recurring lines, egress waiver, discount, credits, support, tax. Its quantity is what
/// it is reckoned from, its unit price the share of that, so that cost_exact = unit_price x quantity.
///
///     charges 529.00, discount 10 %, credit 100, tax 19 %:
///         discount  529    x -0.1  = -52.90
///         credit    100    x -1    = -100.00
///         tax       376.10 x 0.19  = 71.459, shown 71.46
///
/// Shares are of exact costs. A line below zero never shows more than the lines above it show, and just as
/// much when exactly nothing is left.
class Adjustments {
  public:
    /// Keeps references to the settings; `currency` is the unit of the lines.
    Adjustments(const usage::Usage& usage, Bytes gb, std::string currency, PricingOptions options);

    /// Adds the month's lines and corrects its totals. Months come in the order of time.
    void add_to(PeriodBill& bill, const usage::Period& period);
    /// The same for a month in which nothing was used but copies restored before: what recurs, and the least
    /// of support, belong to the usage's own months.
    void add_to_later_month(PeriodBill& bill);

  private:
    void add_recurring(PeriodBill& bill, const usage::Period& period) const;
    void add_waiver(PeriodBill& bill) const;
    void add_credits(PeriodBill& bill);
    void add_support(PeriodBill& bill, const Money& charges, const Money& at_least) const;
    void add_after_charges(PeriodBill& bill, const Money& support_at_least);
    void add_share(PeriodBill& bill, std::string kind, std::string name, const Rational& share) const;
    void add(PeriodBill& bill, LineItem line) const;
    [[nodiscard]] LineItem line_of(std::string kind, std::string name, Rational quantity,
                                   Rational price) const;

    const usage::BillingSettings& billing_;
    const usage::Rules& rules_;
    Bytes gb_;
    std::string currency_;
    PricingOptions options_;
    std::vector<Money> credit_left_;  ///< by credit
};

}  // namespace firn::pricing
