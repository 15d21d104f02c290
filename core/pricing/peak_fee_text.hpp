#pragma once

#include "core/pricing/peak_fee.hpp"
#include "core/units/money.hpp"

#include <cstddef>
#include <string>
#include <vector>

/// The sentences of an explanation that say how a peak fee came about, in the terms of the vendor's FAQ.
namespace firn::pricing {

/// What the sentences need beside the fee itself.
struct PeakFeeText {
    BillingPeriod month;
    Rational hours{};  ///< of the month, as the convention has them
    usage::RetrievalRule rule = usage::RetrievalRule::first_faq;
    bool rule_is_stated = false;
    Rational average{};    ///< GB
    Rational allowance{};  ///< share of the average that is free in a month
    std::string currency{};
};

/// From the retrieved bytes to the billable quantity, one sentence a step.
[[nodiscard]] std::vector<std::string> peak_fee_origins(const PeakFeeResult& fee, const RetrievalHours& hours,
                                                        std::size_t jobs, const PeakFeeText& text);

/// The same way with the roundings of the first FAQ, and where it parts from the exact one.
[[nodiscard]] std::string walk_text(const FirstFaqWalk& walk, const PeakFeeResult& fee, const PeakHour& peak,
                                    const UnitPrice& price, const PeakFeeText& text);

}  // namespace firn::pricing
