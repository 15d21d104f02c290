#include "core/report/price_period_text.hpp"

#include "core/pricing/amount_text.hpp"

#include <fmt/format.h>

namespace firn::report {

using firn::to_text;
using pricing::grouped;
using usage::to_text;

namespace {

/// Two texts with ", " between, where both have something.
std::string joined(std::string first, const std::string& second) {
    if (!first.empty() && !second.empty()) first += ", ";
    return first + second;
}

}  // namespace

std::string day_text(Instant instant) { return to_text(instant).substr(0, 10); }

std::string last_day_text(Instant until) {
    return until >= pricing::open_end() ? "open" : day_text(until - Duration{1});
}

std::string band_text(const pricing::PricePeriod& period, std::size_t index) {
    if (period.bands.size() == 1) return "all";
    const auto& upper = period.bands.at(index).up_to;
    if (!upper) return fmt::format("above {}", grouped(*period.bands.at(index - 1).up_to));
    return fmt::format("{} {}", index == 0 ? "first" : "to", grouped(*upper));
}

std::string detail_text(const pricing::Tariff& tariff) { return joined(tariff.kind, tariff.tier); }

std::string charge_text(const pricing::Tariff& tariff) {
    const std::string details = joined(tariff.storage_class, detail_text(tariff));
    const std::string name{to_text(tariff.charge)};
    return details.empty() ? name : fmt::format("{} ({})", name, details);
}

std::string joined_doubts(const pricing::Tariff& tariff, const pricing::PricePeriod& period,
                          const pricing::Band& band) {
    const auto& rate = tariff.rate_doubt;
    const bool doubts_rate = rate && (!rate->until || period.from < *rate->until);
    std::string text;
    for (const std::string& doubt :
         {doubts_rate ? rate->reason : std::string{}, period.evidence.doubt, band.doubt}) {
        if (!doubt.empty()) text += (text.empty() ? "" : "; ") + doubt;
    }
    return text;
}

}  // namespace firn::report
