#include "core/pricing/early_deletion.hpp"

#include <algorithm>

namespace firn::pricing {

namespace {

constexpr Duration kThirtyDays = std::chrono::hours{30 * 24};

/// By what missing time is divided.
Duration month_of_division(const usage::Rules& rules, BillingPeriod month) {
    const bool real = rules.early_deletion_month == usage::EarlyDeletionMonth::real;
    return real ? month.length() : kThirtyDays;
}

}  // namespace

Rational months_owed(Duration minimum, Duration age, const usage::Rules& rules, BillingPeriod month) {
    if (age >= minimum) return 0;
    if (rules.early_deletion_steps == usage::EarlyDeletionSteps::months) {
        return Rational{minimum.count() / kThirtyDays.count() - age / kThirtyDays};
    }
    return Rational{(minimum - age).count(), month_of_division(rules, month).count()};
}

Rational gb_months_owed(const usage::Deletion& deletion, const BilledArchives& billed, Duration minimum,
                        const usage::Rules& rules, BillingPeriod month) {
    const Rational microseconds{minimum.count()};
    const Rational bytes =
        deletion.bytes * microseconds - Rational{to_integer(deletion.summed->bytes.byte_microseconds())};
    const Rational archives = Rational{*deletion.archives} * microseconds -
                              Rational{to_integer(deletion.summed->archive_microseconds)};
    const Rational owed = billed.gb_of_byte * bytes + billed.gb_of_archive * archives;
    return std::max(Rational{0}, Rational{owed / month_of_division(rules, month).count()});
}

}  // namespace firn::pricing
