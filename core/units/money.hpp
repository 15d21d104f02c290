#pragma once

#include "core/units/rational.hpp"

#include <concepts>
#include <string>
#include <utility>

namespace firn {

/// An amount of the bill's currency, exact. A bill has one currency (`Bill::currency`); amounts of two bills
/// meet only in a dated conversion. Rounded only where a rounding mode says so.
///
///     Money{parse_decimal("1.056")}     1.056, printed "1.06" by the mode `estimate`
class Money {
  public:
    Money() = default;
    explicit Money(Rational amount) : amount_{std::move(amount)} {}
    /// No floating-point number becomes money: Rational alone would take one.
    explicit Money(std::floating_point auto) = delete;

    [[nodiscard]] const Rational& amount() const { return amount_; }
    [[nodiscard]] bool is_zero() const { return amount_ == 0; }

    Money& operator+=(const Money& other) {
        amount_ += other.amount_;
        return *this;
    }
    friend Money operator+(Money a, const Money& b) { return a += b; }
    friend Money operator-(const Money& a, const Money& b) { return Money{a.amount_ - b.amount_}; }
    friend bool operator==(const Money& a, const Money& b) { return a.amount_ == b.amount_; }
    friend bool operator<(const Money& a, const Money& b) { return a.amount_ < b.amount_; }
    friend bool operator>(const Money& a, const Money& b) { return b < a; }
    friend bool operator<=(const Money& a, const Money& b) { return !(b < a); }
    friend bool operator>=(const Money& a, const Money& b) { return !(a < b); }

  private:
    Rational amount_;
};

/// "1234.57": two decimals, half-up, no symbol and no separators.
[[nodiscard]] inline std::string to_text(const Money& money) { return format_fixed(money.amount(), 2); }

/// Money for one unit of what is billed (a GB-month, a request, a GB). A price, never an amount: only
/// price * quantity is money.
class UnitPrice {
  public:
    UnitPrice() = default;
    explicit UnitPrice(Rational per_unit) : per_unit_{std::move(per_unit)} {}
    explicit UnitPrice(std::floating_point auto) = delete;

    [[nodiscard]] const Rational& per_unit() const { return per_unit_; }

    friend Money operator*(const UnitPrice& price, const Rational& quantity) {
        return Money{price.per_unit_ * quantity};
    }
    friend Money operator*(const UnitPrice& price, std::floating_point auto quantity) = delete;
    friend bool operator==(const UnitPrice& a, const UnitPrice& b) { return a.per_unit_ == b.per_unit_; }

  private:
    Rational per_unit_;
};

/// At least three decimals, as price lists print them: "0.010", "0.0114", "0.00005".
[[nodiscard]] inline std::string to_text(const UnitPrice& price) {
    return format_at_least(price.per_unit(), 3);
}

}  // namespace firn
