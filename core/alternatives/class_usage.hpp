#pragma once

#include "core/alternatives/alternative.hpp"
#include "core/alternatives/demand.hpp"
#include "core/units/billing_period.hpp"
#include "core/units/rational.hpp"
#include "core/usage/charge_type.hpp"
#include "core/usage/usage.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace firn::alternatives {

/// Whether what is retrieved from the class in the month can only be read as a copy in S3 Standard.
[[nodiscard]] bool is_read_as_copy(const Alternative& alternative, BillingPeriod month);

/// The tier that is stated, or the usual one of the month.
[[nodiscard]] std::string tier_of(const Alternative& alternative, BillingPeriod month);

/// What a month asks of a storage class of a price book, as usage. The alternative, whose book is found, must
/// outlive it.
class ClassUsage {
  public:
    explicit ClassUsage(const Alternative& alternative) : a_{alternative} {}

    [[nodiscard]] usage::Period month(const MonthDemand& demand) const;
    /// Storage, and everything retrieved, sent out and deleted.
    [[nodiscard]] usage::Period last_month(const std::vector<MonthDemand>& months) const;
    [[nodiscard]] usage::Period storage_of(const MonthDemand& demand) const;

  private:
    void retrieve(usage::Period& period, const Rational& bytes, const Rational& requests) const;
    void remove(usage::Period& period, const std::vector<MonthDemand>& months) const;
    [[nodiscard]] bool charges(usage::ChargeType charge, std::string_view kind = {}) const;

    const Alternative& a_;
};

}  // namespace firn::alternatives
