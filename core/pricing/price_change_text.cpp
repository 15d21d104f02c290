#include "core/pricing/price_change_text.hpp"

#include "core/pricing/day_text.hpp"

#include <fmt/format.h>

namespace firn::pricing {

namespace {

std::string_view one_unit(BillingUnit unit) {
    switch (unit) {
        case BillingUnit::gb_month:
            return "GB-Mo";
        case BillingUnit::gb:
            return "GB";
        case BillingUnit::requests:
            return "request";
        case BillingUnit::units:
            return "unit";
    }
    return {};
}

bool same_bands(const PricePeriod& a, const PricePeriod& b) {
    if (a.bands.size() != b.bands.size()) return false;
    for (std::size_t i = 0; i < a.bands.size(); ++i) {
        if (a.bands[i].up_to != b.bands[i].up_to) return false;
    }
    return true;
}

/// What changed from one period to the next for a band, without the sentence around it; empty: nothing.
std::string difference(const PricePeriod& before, const PricePeriod& after, std::size_t band) {
    if (!same_bands(before, after)) return "its bands";
    const UnitPrice& old_price = before.bands.at(band).price;
    const UnitPrice& new_price = after.bands.at(band).price;
    if (old_price == new_price) return before.free == after.free ? "" : "the free amount";
    return fmt::format("from {} to {}", to_text(old_price), to_text(new_price));
}

std::string sentence(std::string_view verb, Instant when, const std::string& what, const Tariff& tariff,
                     const PriceBook& book) {
    if (what.empty()) return {};
    if (!what.starts_with("from"))
        return fmt::format("On {} {} of the price {}.", day_text(when), what, verb);
    return fmt::format("Price {} on {} {} {} a {}.", verb, day_text(when), what, book.currency,
                       one_unit(tariff.unit));
}

}  // namespace

std::string price_change_text(const Tariff& tariff, const PricePeriod& listed, std::size_t band,
                              BillingPeriod month, const PriceBook& book) {
    std::string text;
    const auto add = [&](const std::string& more) {
        text += (text.empty() || more.empty() ? "" : " ") + more;
    };
    for (const PricePeriod& other : tariff.periods) {
        if (other.until == listed.from && listed.from >= month.begin() && listed.from < month.end())
            add(sentence("changed", listed.from, difference(other, listed, band), tariff, book));
        if (other.from == listed.until && other.from < month.end() && other.from > month.begin())
            add(sentence("changes", other.from, difference(listed, other, band), tariff, book));
    }
    return text;
}

}  // namespace firn::pricing
