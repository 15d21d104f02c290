#pragma once

#include "core/diag/source_location.hpp"
#include "core/units/billing_period.hpp"
#include "core/units/money.hpp"
#include "core/units/rational.hpp"
#include "core/units/time.hpp"
#include "core/usage/charge_type.hpp"

#include <optional>
#include <string>
#include <vector>

/// What an invoice adds to the prices of a list, and what a person asks "what if" about them. Its text form
/// is the section `billing` of a usage file and of a scenario (docs/price-model.md). Ranges are half-open:
/// `from` is included, `until` is not.
namespace firn::usage {

/// Prices that change by a share: `{charge: storage, change: -20 %, from: 2027-01}`.
struct WhatIf {
    std::optional<ChargeType> charge{};  ///< absent: every charge
    std::string storage_class{};         ///< empty: of every class
    std::string kind{};                  ///< empty: of every kind
    std::string tier{};                  ///< empty: of every tier
    Rational change{};                   ///< -1/5 for "-20 %"; never below -1
    std::optional<Instant> from{};       ///< absent: from the first price on
    std::optional<Instant> until{};      ///< absent: to the last
    SourceLocation where{};
};

/// What the same payer uses elsewhere, every month: it fills bands and free amounts before this usage does,
/// and is billed elsewhere.
struct OtherUsage {
    ChargeType charge = ChargeType::other;
    std::string storage_class{};
    std::string kind{};
    std::string tier{};
    std::optional<Rational> bytes{};     ///< of a charge by the byte: lying there all month, or moved in it
    std::optional<Rational> quantity{};  ///< in place of bytes: in the billing unit of the charge
    SourceLocation where{};
};

/// A line that stands on the bill of every month from `from` on and before `until`.
struct Recurring {
    std::string name{};
    std::optional<Money> price{};               ///< a month
    std::optional<Money> price_per_tb_month{};  ///< in place of it: for 10^12 bytes stored for a month
    std::optional<BillingPeriod> from{};
    std::optional<BillingPeriod> until{};
};

/// An amount that pays for what is left of the bills of its months, in their order, until it is used up.
struct Credit {
    std::string name{};
    Money amount{};
    std::optional<BillingPeriod> from{};
    std::optional<BillingPeriod> until{};
};

/// The fee of a support plan.
struct Support {
    Rational share{};  ///< of the charges
    Money at_least{};  ///< a month
};

/// A rate at which bills are paid in another currency.
struct Exchange {
    std::string currency{};  ///< ISO 4217: "EUR"
    Rational rate{};         ///< so much of it for one of the price book's
    Instant date{};          ///< of the rate
    std::string source{};    ///< who quoted it
    SourceLocation where{};
};

/// Shares are fractions: 19 % is 19/100. What is absent adds nothing.
struct BillingSettings {
    std::optional<Instant> prices_as_of{};  ///< every month by the prices of that instant
    std::vector<WhatIf> what_ifs{};
    std::vector<OtherUsage> other_usage{};
    std::vector<Recurring> recurring{};
    std::optional<Rational> egress_waiver{};  ///< transfer out costs nothing up to that share of the bill
    std::optional<Rational> discount{};
    std::vector<Credit> credits{};
    std::optional<Support> support{};
    std::optional<Rational> tax{};
    std::optional<Exchange> exchange{};
    SourceLocation where{};  ///< of prices_as_of
};

/// Whether a line or credit counts in the month: `from` included, `until` not.
template <class Dated>
[[nodiscard]] bool is_in_force(const Dated& dated, BillingPeriod month) {
    return (!dated.from || *dated.from <= month) && (!dated.until || month < *dated.until);
}

}  // namespace firn::usage
