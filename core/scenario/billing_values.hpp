#pragma once

#include "core/scenario/field_makers.hpp"
#include "core/units/billing_period.hpp"
#include "core/units/money.hpp"
#include "core/usage/charge_type.hpp"

namespace firn::scenario {

// Makers of rows whose values only a bill has. An optional value has no default and reads as absent.

/// "10 %", from 0 % to 100 %, kept as a fraction.
[[nodiscard]] Field share_field(Field field, Member<Rational> member);
[[nodiscard]] Field optional_share_field(Field field, Member<std::optional<Rational>> member);
/// "-20 %", "+5 %", "20 % cheaper", "5 % dearer", from -100 % to 1000 %, kept as a fraction.
[[nodiscard]] Field change_field(Field field, Member<Rational> member);

/// An amount of the bill's currency, at most twelve decimals.
[[nodiscard]] Field money_field(Field field, Member<Money> member);
[[nodiscard]] Field optional_money_field(Field field, Member<std::optional<Money>> member);
[[nodiscard]] Field optional_amount_field(Field field, Member<std::optional<Rational>> member);
[[nodiscard]] Field optional_byte_amount_field(Field field, Member<std::optional<Rational>> member);

/// "2027-01-15", "2027-01" (its first day), or an instant.
[[nodiscard]] Field day_field(Field field, Member<Instant> member);
[[nodiscard]] Field optional_day_field(Field field, Member<std::optional<Instant>> member);
/// "2027-01"
[[nodiscard]] Field optional_month_field(Field field, Member<std::optional<BillingPeriod>> member);

/// The name of a charge of a price book: "storage".
[[nodiscard]] Field charge_field(Field field, Member<usage::ChargeType> member);
[[nodiscard]] Field optional_charge_field(Field field, Member<std::optional<usage::ChargeType>> member);

/// A text that is not empty.
[[nodiscard]] Field name_field(Field field, Member<std::string> member);
/// Three capital letters: "EUR".
[[nodiscard]] Field currency_field(Field field, Member<std::string> member);
/// Above zero, at most twelve decimals.
[[nodiscard]] Field exchange_rate_field(Field field, Member<Rational> member);

}  // namespace firn::scenario
