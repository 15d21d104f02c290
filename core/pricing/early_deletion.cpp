#include "core/pricing/early_deletion.hpp"

namespace firn::pricing {

Rational months_owed(Duration minimum, Duration age, const usage::Rules& rules, BillingPeriod month) {
    if (age >= minimum) return 0;
    constexpr Duration kThirtyDays = std::chrono::hours{30 * 24};
    if (rules.early_deletion_steps == usage::EarlyDeletionSteps::months) {
        return Rational{minimum.count() / kThirtyDays.count() - age / kThirtyDays};
    }
    const bool real = rules.early_deletion_month == usage::EarlyDeletionMonth::real;
    const Duration length = real ? month.length() : kThirtyDays;
    return Rational{(minimum - age).count(), length.count()};
}

}  // namespace firn::pricing
