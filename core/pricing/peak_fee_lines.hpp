#pragma once

#include "core/pricing/charge_lines.hpp"

namespace firn::pricing {

/// Adds the line of the fee for a month's retrieval jobs; `average` is the month's average billed GB of the
/// class. The price is that of the request of the earliest job that takes part in the peak hour. Errors:
/// `price-absent`, `retrieval-time-missing`.
void add_peak_fee_line(LineCollector& collector, const MonthTariff& tariff,
                       const std::vector<const usage::Retrieval*>& retrievals, const Rational& average,
                       std::optional<usage::RetrievalRule> stated_rule);

}  // namespace firn::pricing
