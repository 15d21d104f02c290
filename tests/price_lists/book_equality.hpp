#pragma once

#include "core/pricing/price_book.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace firn::test {

/// All that a book says is the same; places and fingerprints do not count. The first difference is named.
inline std::string difference_of(const pricing::PricePeriod& a, const pricing::PricePeriod& b) {
    const auto same_band = [](const pricing::Band& x, const pricing::Band& y) {
        return x.up_to == y.up_to && x.price == y.price && x.doubt == y.doubt && x.is_known == y.is_known;
    };
    if (a.from != b.from || a.until != b.until) return "time";
    if (!std::equal(a.bands.begin(), a.bands.end(), b.bands.begin(), b.bands.end(), same_band))
        return "bands";
    if (a.free != b.free) return "free";
    if (a.evidence.sources != b.evidence.sources || a.evidence.doubt != b.evidence.doubt) return "evidence";
    if (a.evidence.sku != b.evidence.sku) return "sku";
    if (a.retrieval.has_value() != b.retrieval.has_value()) return "rule";
    if (a.retrieval && (a.retrieval->rule != b.retrieval->rule || a.retrieval->doubt != b.retrieval->doubt))
        return "rule";
    return {};
}

inline std::string difference_of(const pricing::Tariff& a, const pricing::Tariff& b) {
    if (a.charge != b.charge || a.storage_class != b.storage_class || a.kind != b.kind || a.tier != b.tier)
        return "name";
    if (a.unit != b.unit || a.usage_type != b.usage_type || a.usage_type_doubt != b.usage_type_doubt)
        return "unit";
    if (a.operations != b.operations || a.rate_of != b.rate_of) return "operations";
    if (a.peak_fee.has_value() != b.peak_fee.has_value()) return "peak fee";
    if (a.peak_fee &&
        (a.peak_fee->allowance != b.peak_fee->allowance || a.peak_fee->job_hours != b.peak_fee->job_hours))
        return "peak fee";
    if (a.periods.size() != b.periods.size()) return "periods";
    for (std::size_t i = 0; i < a.periods.size(); ++i) {
        const std::string difference = difference_of(a.periods[i], b.periods[i]);
        if (!difference.empty()) return difference;
    }
    return {};
}

inline std::string difference_of(const pricing::ClassTerms& a, const pricing::ClassTerms& b) {
    const auto& x = a.kinds;
    const auto& y = b.kinds;
    if (a.name != b.name || a.overhead != b.overhead || a.standard_overhead != b.standard_overhead)
        return "overhead";
    if (a.minimum_size != b.minimum_size || a.minimum_duration != b.minimum_duration) return "minimum";
    if (a.parts != b.parts) return "parts";
    if (x.upload != y.upload || x.begin != y.begin || x.part != y.part || x.complete != y.complete ||
        x.retrieval != y.retrieval)
        return "kinds";
    return {};
}

inline std::string difference_of(const pricing::PriceBook& a, const pricing::PriceBook& b) {
    if (a.name != b.name || a.title != b.title || a.region != b.region || a.currency != b.currency)
        return "name";
    if (a.gb != b.gb || a.verified_until != b.verified_until) return "terms";
    if (a.closed_to_new_customers != b.closed_to_new_customers) return "closed";
    if (a.usage_type_prefix != b.usage_type_prefix) return "prefix";
    const auto same_source = [](const pricing::Source& x, const pricing::Source& y) {
        return x.id == y.id && x.title == y.title && x.address == y.address && x.date == y.date;
    };
    if (!std::equal(a.sources.begin(), a.sources.end(), b.sources.begin(), b.sources.end(), same_source))
        return "sources";
    if (a.classes.size() != b.classes.size() || a.tariffs.size() != b.tariffs.size())
        return "number of parts";
    for (std::size_t i = 0; i < a.classes.size(); ++i) {
        const std::string difference = difference_of(a.classes[i], b.classes[i]);
        if (!difference.empty()) return difference;
    }
    for (std::size_t i = 0; i < a.tariffs.size(); ++i) {
        const std::string difference = difference_of(a.tariffs[i], b.tariffs[i]);
        if (!difference.empty()) return difference + " of " + a.tariffs[i].usage_type;
    }
    return {};
}

}  // namespace firn::test
