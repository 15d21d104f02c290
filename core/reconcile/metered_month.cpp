#include "core/reconcile/metered_month.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace firn::reconcile {

using firn::to_text;
using pricing::Tariff;
using usage::ChargeType;

namespace {

Rational size_of(const Rational& value) { return value < 0 ? Rational{-value} : value; }

Rational nearest(const Rational& value) { return Rational{floor_of(Rational{value + Rational{1, 2}})}; }

const pricing::PricePeriod* period_in(const Tariff& tariff, BillingPeriod month) {
    const auto found =
        std::find_if(tariff.periods.begin(), tariff.periods.end(), [&](const pricing::PricePeriod& period) {
            return period.from < month.end() && month.begin() < period.until;
        });
    return found == tariff.periods.end() ? nullptr : &*found;
}

/// "2026-07, 2026-08", or "24 months from 2025-01 to 2026-12" of many.
std::string months_text(const std::vector<BillingPeriod>& months) {
    constexpr std::size_t kMostListed = 3;
    if (months.size() > kMostListed)
        return fmt::format("{} months from {} to {}", months.size(), to_text(months.front()),
                           to_text(months.back()));
    std::string text;
    for (const BillingPeriod month : months)
        text += (text.empty() ? "" : ", ") + to_text(month);
    return text;
}

}  // namespace

void MonthRemarks::add(std::string code, std::string what, BillingPeriod month) {
    months_[{std::move(code), std::move(what)}].push_back(month);
}

Diagnostics MonthRemarks::notes() const {
    Diagnostics notes;
    for (const auto& [remark, months] : months_) {
        notes.push_back({.code = remark.first,
                         .severity = Severity::note,
                         .what = fmt::format("{}: {}", months_text(months), remark.second)});
    }
    return notes;
}

void MonthRemarks::refuse(const std::string& of_what, const Rational& count, BillingPeriod month,
                          const SourceLocation& where) {
    faults_.push_back({.code = "usage-too-large",
                       .where = where,
                       .what = fmt::format("in {} there are {} {}, more than can be counted", to_text(month),
                                           format_fixed(count, 0), of_what),
                       .expected = "at most 2^63 requests, and archives for at most 2^128 microseconds",
                       .remedy = "check the unit of this amount"});
}

Rational PrintedQuantity::in_units(const Rational& factor) const {
    Rational slack{1, 2};
    for (unsigned i = 0; i < places; ++i)
        slack /= 10;
    const Rational product = amount * factor;
    const Rational whole = nearest(product);
    const Rational most = slack * std::max<std::int64_t>(rows, 1) * factor;
    return size_of(Rational{product - whole}) <= most ? whole : product;
}

void MeteredMonth::add(const Tariff& tariff, const statement::Line& line) {
    const auto index = static_cast<std::size_t>(&tariff - book_.tariffs.data());
    Billed& billed = by_tariff_[index];
    if (billed.tariff == nullptr) billed.where = line.where;
    billed.tariff = &tariff;
    billed.quantity.places = places_;
    billed.quantity.amount += *line.quantity;
    billed.quantity.rows += line.rows;
    billed.has_free_rows = billed.has_free_rows || line.cost.is_zero();
}

std::int64_t MeteredMonth::requests_of(const Billed& billed, MonthRemarks& remarks) const {
    const Rational count = nearest(billed.quantity.amount);
    if (const auto requests = to_int64(count)) return *requests;
    remarks.refuse("requests of " + billed.tariff->usage_type, count, month_, billed.where);
    return 0;
}

/// A statement shows what is free in a line of its own at the price zero; a bill of Firn's shows only what is
/// paid.
Rational MeteredMonth::bytes_of(const Billed& billed, MonthRemarks& remarks) const {
    const Rational bytes = billed.quantity.in_units(gb());
    const pricing::PricePeriod* prices = period_in(*billed.tariff, month_);
    if (prices == nullptr || prices->free == 0 || billed.has_free_rows || bytes == 0) return bytes;
    remarks.add("free-amount-added",
                fmt::format("the statement does not list what is free of {}; added to it: {} GB",
                            billed.tariff->usage_type, format_decimal(prices->free)),
                month_);
    return bytes + prices->free * gb();
}

usage::ArchiveAmount MeteredMonth::archives_of(const std::string& storage_class, bool& is_known,
                                               MonthRemarks& remarks) const {
    const pricing::ClassTerms* terms = find_class(book_, storage_class);
    std::optional<Rational> by_class;
    std::optional<Rational> by_standard;
    for (const auto& [index, billed] : by_tariff_) {
        const Tariff& tariff = *billed.tariff;
        if (tariff.charge != ChargeType::overhead || tariff.storage_class != storage_class) continue;
        const bool at_class_rate = tariff.kind == "class_rate";
        const Bytes each = at_class_rate ? terms->overhead : terms->standard_overhead;
        if (each == Bytes{}) continue;
        (at_class_rate ? by_class : by_standard) =
            billed.quantity.in_units(Rational{gb() / Rational{each.count()}});
    }
    const std::optional<Rational> archives = by_class ? by_class : by_standard;
    is_known = archives.has_value();
    if (!archives) return usage::ArchiveCount{0};
    if (by_class && by_standard && nearest(*by_class) != nearest(*by_standard)) {
        remarks.add("archives-contradict",
                    fmt::format("the overheads of {} are of {} and of {} archives; the first is taken",
                                storage_class, format_decimal(*by_class, 3), format_decimal(*by_standard, 3)),
                    month_);
    }
    if (const auto count = to_int64(*archives)) return usage::ArchiveCount{*count};
    const Rational archive_time = *archives * month_.length().count();
    const Integer microseconds = floor_of(Rational{archive_time + Rational{1, 2}});
    const Integer high = microseconds >> 64;
    if (high >> 64 != 0) {
        remarks.refuse("archives of " + storage_class, *archives, month_, {});
        return usage::ArchiveCount{0};
    }
    const Integer low = microseconds - (high << 64);
    return usage::ArchiveTime{UInt128{high.convert_to<std::uint64_t>()} << 64 |
                              low.convert_to<std::uint64_t>()};
}

void MeteredMonth::add_storage(usage::Period& period, MonthRemarks& remarks) const {
    for (const pricing::ClassTerms& terms : book_.classes) {
        std::optional<Rational> byte_hours;
        bool has_overhead = false;
        for (const auto& [index, billed] : by_tariff_) {
            if (billed.tariff->storage_class != terms.name) continue;
            has_overhead = has_overhead || billed.tariff->charge == ChargeType::overhead;
            if (billed.tariff->charge != ChargeType::storage) continue;
            byte_hours = billed.quantity.in_units(gb()) * month_.hours();
        }
        if (!byte_hours && !has_overhead) continue;
        bool is_known = false;
        usage::ArchiveAmount archives = archives_of(terms.name, is_known, remarks);
        period.storage.push_back({.storage_class = terms.name,
                                  .amount = usage::ByteHours{byte_hours.value_or(0)},
                                  .archives = archives});
        const bool has_terms = terms.overhead > Bytes{} || terms.minimum_size > Bytes{};
        if (is_known || !has_terms) continue;
        remarks.add(
            "archives-within-storage",
            fmt::format(
                "the statement does not tell the number of archives of {}; what is billed for them is "
                "part of the storage, and archives are 0",
                terms.name),
            month_);
    }
}

void MeteredMonth::add_retrievals(usage::Period& period, MonthRemarks& remarks) const {
    std::map<ClassTier, usage::Retrieval> retrievals;
    const auto of = [&](const Tariff& tariff) -> usage::Retrieval& {
        usage::Retrieval& retrieval = retrievals[{tariff.storage_class, tariff.tier}];
        retrieval.storage_class = tariff.storage_class;
        retrieval.tier = tariff.tier;
        return retrieval;
    };
    for (const auto& [index, billed] : by_tariff_) {
        const Tariff& tariff = *billed.tariff;
        if (tariff.charge == ChargeType::retrieval && !tariff.peak_fee) {
            of(tariff).bytes = bytes_of(billed, remarks);
        } else if (tariff.charge == ChargeType::retrieval_requests) {
            of(tariff).archives = requests_of(billed, remarks);
        }
    }
    for (auto& [key, retrieval] : retrievals)
        period.retrievals.push_back(std::move(retrieval));
}

void MeteredMonth::add_rest(usage::Period& period, MonthRemarks& remarks) const {
    for (const auto& [index, billed] : by_tariff_) {
        const Tariff& tariff = *billed.tariff;
        switch (tariff.charge) {
            case ChargeType::storage:
            case ChargeType::overhead:
            case ChargeType::retrieval_requests:
                break;
            case ChargeType::requests:
                period.requests.push_back({.storage_class = tariff.storage_class,
                                           .kind = tariff.kind,
                                           .tier = tariff.tier,
                                           .count = requests_of(billed, remarks)});
                break;
            case ChargeType::copy:
                period.copies.push_back({.storage_class = tariff.storage_class,
                                         .bytes = billed.quantity.in_units(gb()),
                                         .from = month_.begin(),
                                         .until = month_.end()});
                break;
            case ChargeType::staging:
                period.staging.push_back({.storage_class = tariff.storage_class,
                                          .bytes = billed.quantity.in_units(gb()),
                                          .duration = month_.length()});
                break;
            case ChargeType::transfer_out:
                period.transfer_out = usage::TransferOut{.bytes = bytes_of(billed, remarks)};
                break;
            case ChargeType::retrieval:
                if (!tariff.peak_fee) break;
                [[fallthrough]];
            case ChargeType::early_deletion:
            case ChargeType::capacity:
            case ChargeType::adjustment:
            case ChargeType::other:
                period.metered.push_back({.charge = tariff.charge,
                                          .storage_class = tariff.storage_class,
                                          .kind = tariff.kind,
                                          .tier = tariff.tier,
                                          .quantity = billed.quantity.amount});
                break;
        }
    }
}

usage::Period MeteredMonth::finish(MonthRemarks& remarks) const {
    usage::Period period{.month = month_};
    add_storage(period, remarks);
    add_retrievals(period, remarks);
    add_rest(period, remarks);
    return period;
}

}  // namespace firn::reconcile
