#pragma once

#include "core/pricing/price_book.hpp"
#include "core/units/billing_period.hpp"
#include "core/usage/rules.hpp"
#include "core/usage/usage.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace firn::pricing {

/// Amounts by hour over one denominator: whole numbers add up quickly.
struct HourlyShares {
    Integer denominator{1};
    std::map<std::int64_t, Integer> numerators{};  ///< of GB, by hour; only hours with some

    [[nodiscard]] Rational gb(const Integer& numerator) const { return Rational{numerator, denominator}; }
};

/// The retrievals of a month in its clock hours (UTC), counted from its beginning. Hours past the month's end
/// belong to its last day, because a job belongs to the month of its request.
class RetrievalHours {
  public:
    explicit RetrievalHours(BillingPeriod month) : month_{month} {}

    /// A job: `gb` in equal parts in the hour of the request and in the following ones, `hours` in all.
    void add(Instant from, std::int64_t hours, const Rational& gb);

    /// GB by hour; only hours in which something was retrieved.
    [[nodiscard]] std::map<std::int64_t, Rational> rates() const;
    [[nodiscard]] HourlyShares shares() const;
    [[nodiscard]] BillingPeriod month() const { return month_; }
    /// The hour of an instant of the month.
    [[nodiscard]] std::int64_t hour_of(Instant instant) const;
    /// The day of an hour, 0 for the first.
    [[nodiscard]] std::int64_t day_of(std::int64_t hour) const;

  private:
    BillingPeriod month_;
    // By length of job and first hour: jobs alike add up before they are spread, which keeps thousands of
    // them cheap.
    std::map<std::int64_t, std::map<std::int64_t, Rational>> begun_;
};

/// A day's retrievals.
struct RetrievalDay {
    std::int64_t day = 0;    ///< 0 for the first of the month
    Rational total{};        ///< GB
    std::int64_t hours = 0;  ///< in which something was retrieved; more than 24 only on the last day
};

/// The hour that makes the fee.
struct PeakHour {
    std::int64_t hour = 0;
    RetrievalDay day{};
    Rational rate{};      ///< GB/h
    Rational free{};      ///< GB/h
    Rational billable{};  ///< GB/h, above zero
};

/// The fee's quantity and how it came about. All amounts in the book's GB.
struct PeakFeeResult {
    Rational daily_allowance{};
    std::vector<RetrievalDay> exceeding_days{};
    std::optional<PeakHour> peak{};  ///< absent: no fee
    Rational quantity{};             ///< billable rate times the hours of the month
};

/// The retrieval fee of 2012 to 2016 (docs/price-model.md): the largest billable rate over the hours of days
/// whose total exceeds the daily allowance, times the hours of the month, as the convention has them.
/// `average` is the month's average billed GB.
[[nodiscard]] PeakFeeResult peak_fee(const RetrievalHours& hours, const Rational& average,
                                     const PeakFee& terms, usage::RetrievalRule rule,
                                     const Rational& month_hours);

/// The numbers as the first FAQ rounds them on its way.
struct FirstFaqWalk {
    Rational daily_allowance{};  ///< to one decimal GB: 20.5
    Rational share_percent{};    ///< of the day that falls into the peak hour, to whole percent: 4
    Rational free{};             ///< to two decimals: 0.82
    Rational billable{};         ///< 0.18
    Rational quantity{};         ///< 129.6
};

/// The walk for the hour that makes the fee.
[[nodiscard]] FirstFaqWalk first_faq_walk(const PeakFeeResult& result, const PeakHour& peak,
                                          const Rational& month_hours);

}  // namespace firn::pricing
