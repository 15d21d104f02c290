#pragma once

#include "core/pricing/charge_lines.hpp"
#include "core/pricing/month_prices.hpp"
#include "core/usage/billing_settings.hpp"

#include <vector>

namespace firn::pricing {

/// Fills the bands and free amounts of a month with what the same payer uses elsewhere, before anything of
/// the month is billed. Errors, into the collector: those of find_tariff(), and `other-usage-unit` (bytes of
/// a charge that is not by the byte).
void fill_with_other_usage(LineCollector& collector, const std::vector<MonthTariff>& tariffs,
                           const std::vector<usage::OtherUsage>& others);

}  // namespace firn::pricing
