#include "core/pricing/price_book.hpp"

#include "core/units/billing_period.hpp"

#include <algorithm>

namespace firn::pricing {

namespace {

void add_once(std::vector<std::string>& names, const std::string& name) {
    if (name.empty() || std::find(names.begin(), names.end(), name) != names.end()) return;
    names.push_back(name);
}

}  // namespace

std::string_view to_text(BillingUnit unit) {
    switch (unit) {
        case BillingUnit::gb_month:
            return "GB-Mo";
        case BillingUnit::gb:
            return "GB";
        case BillingUnit::requests:
            return "Requests";
        case BillingUnit::units:
            return "Units";
    }
    return {};
}

Instant open_end() { return BillingPeriod{std::chrono::year{9999} / 12}.end(); }

Instant begin_of(const PriceBook& book) {
    Instant begin = Instant::max();
    for (const Tariff& tariff : book.tariffs) {
        if (!tariff.periods.empty()) begin = std::min(begin, tariff.periods.front().from);
    }
    return begin;
}

Instant end_of(const PriceBook& book) {
    Instant end = Instant::min();
    for (const Tariff& tariff : book.tariffs) {
        if (!tariff.periods.empty()) end = std::max(end, tariff.periods.back().until);
    }
    return end;
}

bool is_closed_at(const PriceBook& book, Instant instant) {
    return book.closed_to_new_customers && *book.closed_to_new_customers <= instant;
}

const ClassTerms* find_class(const PriceBook& book, std::string_view name) {
    const auto found = std::find_if(book.classes.begin(), book.classes.end(),
                                    [&](const ClassTerms& terms) { return terms.name == name; });
    return found == book.classes.end() ? nullptr : &*found;
}

std::vector<std::string> class_names(const PriceBook& book) {
    std::vector<std::string> names;
    for (const ClassTerms& terms : book.classes)
        add_once(names, terms.name);
    return names;
}

std::vector<std::string> kind_names(const PriceBook& book) {
    std::vector<std::string> names;
    for (const Tariff& tariff : book.tariffs) {
        if (tariff.charge != ChargeType::overhead) add_once(names, tariff.kind);
    }
    return names;
}

std::vector<std::string> tier_names(const PriceBook& book) {
    std::vector<std::string> names;
    for (const Tariff& tariff : book.tariffs)
        add_once(names, tariff.tier);
    return names;
}

}  // namespace firn::pricing
