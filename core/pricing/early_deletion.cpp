#include "core/pricing/early_deletion.hpp"

#include "core/pricing/overhead.hpp"

#include <algorithm>

namespace firn::pricing {

namespace {

constexpr Duration kThirtyDays = std::chrono::hours{30 * 24};

/// By what missing time is divided.
Duration month_of_division(const usage::Rules& rules, BillingPeriod month) {
    const bool real = rules.early_deletion_month == usage::EarlyDeletionMonth::real;
    return real ? month.length() : kThirtyDays;
}

Rational in_gb(const Rational& bytes, Bytes gb) { return Rational{bytes / gb.count()}; }

Rational deleted_gb(const usage::Deletion& deletion, const ClassTerms& terms, const usage::Rules& rules,
                    Bytes gb) {
    const Rational data = in_gb(deletion.bytes, gb);
    if (!deletion.archives) return data;
    const Rational archives{*deletion.archives};
    const Rational padded =
        std::max(data, Rational{archives * in_gb(Rational{terms.minimum_size.count()}, gb)});
    return padded + archives * overhead_in_gb(terms.overhead, rules.overhead_unit, gb);
}

/// All of the archives are padded, or none is.
BilledArchives billed_of(const usage::Deletion& deletion, const ClassTerms& terms, const usage::Rules& rules,
                         Bytes gb) {
    const Rational least{terms.minimum_size.count()};
    const Rational overhead = overhead_in_gb(terms.overhead, rules.overhead_unit, gb);
    if (deletion.bytes < Rational{*deletion.archives} * least)
        return {Rational{0}, Rational{overhead + in_gb(least, gb)}};
    return {Rational{1, gb.count()}, overhead};
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

OwedByDeletion owed_by(const usage::Deletion& deletion, const ClassTerms& terms, const usage::Rules& rules,
                       BillingPeriod month, Bytes gb) {
    OwedByDeletion owed{.gb = deleted_gb(deletion, terms, rules, gb)};
    const bool in_steps = rules.early_deletion_steps == usage::EarlyDeletionSteps::months;
    if (!deletion.summed || in_steps || owed.gb == 0) {
        owed.months = months_owed(terms.minimum_duration, deletion.stored_for, rules, month);
        return owed;
    }
    const BilledArchives billed = billed_of(deletion, terms, rules, gb);
    owed.months = gb_months_owed(deletion, billed, terms.minimum_duration, rules, month) / owed.gb;
    return owed;
}

}  // namespace firn::pricing
