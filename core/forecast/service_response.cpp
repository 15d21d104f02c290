#include "core/forecast/service_response.hpp"

#include "core/units/rational.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <set>
#include <utility>

namespace firn::forecast {

namespace {

using usage::ChargeType;

constexpr std::size_t kCentral = 1;

unsigned places_of(pricing::Rounding rounding) {
    switch (rounding) {
        case pricing::Rounding::invoice:
        case pricing::Rounding::estimate:
        case pricing::Rounding::faq_2012:
            return 2;
        case pricing::Rounding::report:
            return 10;
        case pricing::Rounding::exact:
            return 12;
    }
    return 12;
}

/// What a charge goes by: the archives that are sent, or the bytes that lie there.
std::int64_t driver_of(const ModelledMonth& month, ChargeType charge) {
    const bool by_archives = charge == ChargeType::requests || charge == ChargeType::staging;
    return by_archives ? month.archives_sent : month.stored_twice;
}

Money charged(const DrawnMonth& month, ChargeType charge) {
    const auto found = month.by_charge.find(charge);
    return found == month.by_charge.end() ? Money{} : found->second;
}

/// A point of a line from the central run to another, so far along it.
Money on_line(const Money& central, const Money& other, const Rational& share, unsigned places) {
    const Rational amount = central.amount() + (other.amount() - central.amount()) * share;
    return Money{round_half_up(amount, places)};
}

/// What a run bills in its months at all.
std::set<ChargeType> charges_of(const std::array<ServiceResponse::Run, 3>& runs, std::size_t month) {
    std::set<ChargeType> charges;
    for (const ServiceResponse::Run& run : runs) {
        for (const auto& [charge, cost] : run.bill[month].by_charge)
            charges.insert(charge);
    }
    return charges;
}

}  // namespace

ServiceResponse::ServiceResponse(std::array<Run, 3> runs, const StoragePlan& plan, pricing::Rounding rounding)
    : runs_{std::move(runs)}, plan_{plan}, places_{places_of(rounding)} {
    for (std::size_t i = 0; i < runs_.size(); ++i)
        modelled_[i] = modelled(runs_[i].arrivals, plan_);
}

Money ServiceResponse::cost_of(ChargeType charge, std::size_t month, const ModelledMonth& here) const {
    const std::int64_t central = driver_of(modelled_[kCentral][month], charge);
    const std::int64_t wanted = driver_of(here, charge);
    const std::size_t other = wanted < central ? 0 : 2;
    const std::int64_t width = std::abs(driver_of(modelled_[other][month], charge) - central);
    const Money cost = charged(runs_[kCentral].bill[month], charge);
    if (wanted == central || width == 0) return cost;
    const Money there = on_line(cost, charged(runs_[other].bill[month], charge),
                                Rational{std::abs(wanted - central), width}, places_);
    return charge == ChargeType::adjustment ? there : std::max(there, Money{});
}

DrawnBill ServiceResponse::at(const std::vector<MonthlyArrivals>& arrivals) const {
    const std::vector<ModelledMonth> here = modelled(arrivals, plan_);
    DrawnBill bill(arrivals.size());
    for (std::size_t i = 0; i < arrivals.size(); ++i) {
        bill[i].bytes = static_cast<double>(arrivals[i].bytes.count());
        for (const ChargeType charge : charges_of(runs_, i)) {
            const Money cost = cost_of(charge, i, here[i]);
            bill[i].by_charge[charge] = cost;
            bill[i].total += cost;
        }
    }
    return bill;
}

std::vector<MonthlyArrivals> scaled(std::vector<MonthlyArrivals> arrivals, std::int64_t numerator,
                                    std::int64_t denominator) {
    for (MonthlyArrivals& month : arrivals) {
        if (month.items == 0) continue;
        month.items = std::max<std::int64_t>(1, month.items * numerator / denominator);
        month.bytes = Bytes{month.bytes.count() / denominator * numerator};
    }
    return arrivals;
}

}  // namespace firn::forecast
