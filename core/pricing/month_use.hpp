#pragma once

#include "core/diag/result.hpp"
#include "core/pricing/month_prices.hpp"
#include "core/usage/usage.hpp"

#include <optional>
#include <string>
#include <vector>

namespace firn::pricing {

/// How much of a tariff one entry of the usage asks for.
struct Quantity {
    Rational amount{};            ///< in the tariff's billing unit
    std::optional<Instant> at{};  ///< absent: spread over the month
    SourceLocation where{};
    std::string origin{};  ///< a sentence for the bill's explanation; only when asked for
};

/// What a month uses of one tariff.
struct TariffUse {
    std::vector<Quantity> quantities{};
    std::vector<const usage::Retrieval*> jobs{};  ///< of a tariff whose fee depends on the hours
};

/// What a month uses of all tariffs, one entry for each of them in their order; it points into the usage.
struct MonthUse {
    std::vector<TariffUse> tariffs{};
    std::vector<std::string> notes{};
};

/// What a month is measured with.
struct Measure {
    const PriceBook& book;
    const usage::Rules& rules;
    bool explain = false;
};

/// The quantities of a month by tariff. Errors: those of find_tariff(), for each entry that asks for what the
/// book does not sell.
[[nodiscard]] Result<MonthUse> measured(const usage::Period& period, const std::vector<MonthTariff>& tariffs,
                                        const Measure& measure);

}  // namespace firn::pricing
