#include "core/pricing/other_usage.hpp"

#include "core/pricing/conventions.hpp"

#include <fmt/format.h>

#include <utility>

namespace firn::pricing {

namespace {

Diagnostic not_by_the_byte(const usage::OtherUsage& other, const Tariff& tariff) {
    return {.code = "other-usage-unit",
            .where = other.where,
            .what = fmt::format("{} is billed by {}, not by the byte", to_text(key_of(tariff)),
                                to_text(tariff.unit)),
            .expected = "a quantity in that unit",
            .remedy = "write \"quantity: 1000000\" in place of \"bytes\""};
}

/// In the billing unit of the tariff; bytes lie there for the whole month.
Rational quantity_of(const usage::OtherUsage& other, const Tariff& tariff, const LineCollector& collector) {
    if (other.quantity) return *other.quantity;
    const Rational gb = *other.bytes / gb_of(collector.book, collector.rules.gb_unit).count();
    if (tariff.unit == BillingUnit::gb) return gb;
    return gb * collector.month.hours() / hours_of(collector.month, collector.rules.month_hours);
}

}  // namespace

void fill_with_other_usage(LineCollector& collector, const std::vector<MonthTariff>& tariffs,
                           const std::vector<usage::OtherUsage>& others) {
    for (const usage::OtherUsage& other : others) {
        auto found = find_tariff(tariffs, {other.charge, other.storage_class, other.kind, other.tier},
                                 std::nullopt, collector.book, other.where);
        if (!found) {
            append(collector.diagnostics, std::move(found).error());
            continue;
        }
        const MonthTariff& entry = tariffs.at(*found);
        const BillingUnit unit = entry.tariff->unit;
        if (other.bytes && unit != BillingUnit::gb && unit != BillingUnit::gb_month) {
            collector.diagnostics.push_back(not_by_the_byte(other, *entry.tariff));
            continue;
        }
        const Rational quantity = quantity_of(other, *entry.tariff, collector);
        collector.filled[entry.pool] += quantity;
        collector.elsewhere[entry.pool] += quantity;
    }
}

}  // namespace firn::pricing
