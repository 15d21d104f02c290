#include "core/restore/remedy_words.hpp"
#include "core/restore/way.hpp"
#include "core/units/billing_period.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace firn::restore {

namespace {

using pricing::Tariff;
using usage::ChargeType;

const pricing::PricePeriod* period_at(const Tariff& tariff, Instant instant) {
    const auto found = std::find_if(
        tariff.periods.begin(), tariff.periods.end(),
        [&](const pricing::PricePeriod& period) { return period.from <= instant && instant < period.until; });
    return found == tariff.periods.end() ? nullptr : &*found;
}

/// The retrieval charges of the class that have a price then.
std::vector<const Tariff*> retrieval_tariffs(const Wish& wish, const pricing::PriceBook& book) {
    std::vector<const Tariff*> tariffs;
    for (const Tariff& tariff : book.tariffs) {
        const bool is_it =
            tariff.charge == ChargeType::retrieval && tariff.storage_class == wish.storage_class;
        if (is_it && period_at(tariff, wish.start) != nullptr) tariffs.push_back(&tariff);
    }
    return tariffs;
}

bool has_retrievals(const Wish& wish, const pricing::PriceBook& book) {
    return std::any_of(book.tariffs.begin(), book.tariffs.end(), [&](const Tariff& tariff) {
        return tariff.charge == ChargeType::retrieval && tariff.storage_class == wish.storage_class;
    });
}

Diagnostics class_unknown(const Wish& wish, const pricing::PriceBook& book) {
    return failure(
        {.code = "class-unknown",
         .what = fmt::format("the price book {} has no storage class \"{}\"", book.name, wish.storage_class),
         .expected = fmt::format("{}", fmt::join(pricing::class_names(book), ", "))});
}

Diagnostics price_absent(const Wish& wish, const pricing::PriceBook& book) {
    return failure(
        {.code = "price-absent",
         .what = fmt::format("the price book {} has no price of retrievals of {} in {} in {}", book.name,
                             wish.storage_class, book.region, to_text(BillingPeriod::containing(wish.start))),
         .remedy = fmt::format("name {}, or {}", kOtherDate, kOwnPriceBook),
         .time = wish.start});
}

void take_peak_fee(const Tariff& tariff, const Wish& wish, Service& service) {
    const pricing::PricePeriod* period = period_at(tariff, wish.start);
    if (!tariff.peak_fee || period == nullptr || !period->retrieval) return;
    service.use.has_peak_fee = true;
    service.rule = wish.rules.retrieval.value_or(period->retrieval->rule);
    service.job_hours = tariff.peak_fee->job_hours;
    service.allowance = tariff.peak_fee->allowance;
}

ClassUse use_of(const pricing::ClassTerms& terms, bool has_retrieval_charge) {
    ClassUse use{.has_retrieval_charge = has_retrieval_charge};
    const bool is_vault = storage::is_vault(terms.name);
    use.makes_copies = !is_vault && terms.kinds.retrieval == "retrieval";
    if (use.makes_copies || !has_retrieval_charge) use.download_request = "get";
    return use;
}

bool sells_capacity_at(const Wish& wish, const pricing::PriceBook& book) {
    return std::any_of(book.tariffs.begin(), book.tariffs.end(), [&](const Tariff& tariff) {
        return tariff.charge == ChargeType::capacity && period_at(tariff, wish.start) != nullptr;
    });
}

}  // namespace

Result<Service> service_of(const Wish& wish, const pricing::PriceBook& book) {
    const pricing::ClassTerms* terms = pricing::find_class(book, wish.storage_class);
    if (terms == nullptr) return class_unknown(wish, book);
    const bool has_charge = has_retrievals(wish, book);
    const std::vector<const Tariff*> tariffs = retrieval_tariffs(wish, book);
    Service service{.book = book, .use = use_of(*terms, has_charge), .overhead = terms->overhead};
    for (const Tariff* tariff : tariffs)
        take_peak_fee(*tariff, wish, service);
    for (const storage::RetrievalTime& time : storage::retrieval_times(wish.storage_class, wish.start)) {
        const bool has_price = std::any_of(tariffs.begin(), tariffs.end(),
                                           [&](const Tariff* t) { return t->tier == time.tier; });
        if (has_price || !has_charge) service.tiers.push_back(time);
    }
    if (service.tiers.empty()) return price_absent(wish, book);
    service.sells_capacity = sells_capacity_at(wish, book);
    return service;
}

}  // namespace firn::restore
