#pragma once

#include "core/units/time.hpp"

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace firn {

/// The calendar month (UTC) of a bill: 2013-03. Half-open: begin() belongs to it, end() to the next.
class BillingPeriod {
  public:
    constexpr explicit BillingPeriod(std::chrono::year_month month) : month_{month} {}

    /// The month that holds the instant.
    [[nodiscard]] static BillingPeriod containing(Instant instant);

    /// "2013-03", years 1970 to 9999.
    [[nodiscard]] static std::optional<BillingPeriod> parse(std::string_view text);

    [[nodiscard]] constexpr std::chrono::year_month month() const { return month_; }
    [[nodiscard]] Instant begin() const;
    [[nodiscard]] Instant end() const;
    [[nodiscard]] Duration length() const { return end() - begin(); }
    /// 28 to 31.
    [[nodiscard]] int days() const;
    /// 672, 696, 720 or 744: the hours by which the vendor divides byte-hours.
    [[nodiscard]] int hours() const { return days() * 24; }
    [[nodiscard]] bool contains(Instant instant) const { return begin() <= instant && instant < end(); }
    [[nodiscard]] BillingPeriod plus_months(int n) const;
    [[nodiscard]] BillingPeriod next() const { return plus_months(1); }

    friend constexpr auto operator<=>(BillingPeriod a, BillingPeriod b) { return a.month_ <=> b.month_; }
    friend constexpr bool operator==(BillingPeriod a, BillingPeriod b) { return a.month_ == b.month_; }

  private:
    std::chrono::year_month month_;
};

/// Months from a to b: 1 from 2013-03 to 2013-04, negative when b comes first.
[[nodiscard]] int months_between(BillingPeriod a, BillingPeriod b);

/// "2013-03"
[[nodiscard]] std::string to_text(BillingPeriod period);

}  // namespace firn
