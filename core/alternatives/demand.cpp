#include "core/alternatives/demand.hpp"

#include "core/alternatives/finance.hpp"
#include "core/usage/stored_amount.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>

namespace firn::alternatives {

namespace {

constexpr unsigned kPlaces = 6;

Rational rounded(const Rational& value) { return round_half_up(value, kPlaces); }

MonthDemand metered_month(const usage::Period& period) {
    MonthDemand month{.month = period.month};
    for (const usage::Storage& storage : period.storage) {
        month.average += usage::byte_hours(storage, period.month) / period.month.hours();
        month.archives +=
            usage::archive_hours(storage, period.month).value_or(Rational{0}) / period.month.hours();
    }
    Rational retrieved;
    Rational requests;
    for (const usage::Retrieval& retrieval : period.retrievals) {
        retrieved += retrieval.bytes;
        requests += retrieval.archives.value_or(1);
    }
    const Rational sent = period.transfer_out ? period.transfer_out->bytes : Rational{0};
    month.restored = rounded(std::min(sent, retrieved));
    month.audited = rounded(retrieved - month.restored);
    const Rational share = retrieved == 0 ? Rational{0} : Rational{month.restored / retrieved};
    month.restored_archives = rounded(requests * share);
    month.audited_archives = rounded(requests - month.restored_archives);
    return month;
}

/// Means of months become what lies there at their ends.
void ends_from_means(std::vector<MonthDemand>& months) {
    std::vector<Rational> bytes;
    std::vector<Rational> archives;
    for (const MonthDemand& month : months) {
        bytes.push_back(month.average);
        archives.push_back(month.archives);
    }
    const auto end_of = [](const std::vector<Rational>& means, std::size_t i) {
        if (i + 1 < means.size()) return rounded((means[i] + means[i + 1]) / 2);
        const Rational on = i == 0 ? means[0] : Rational{means[i] + (means[i] - means[i - 1]) / 2};
        return rounded(std::max(Rational{0}, on));
    };
    Rational before;
    Rational archives_before;
    for (std::size_t i = 0; i < months.size(); ++i) {
        MonthDemand& month = months[i];
        month.average = rounded(month.average);
        month.end = end_of(bytes, i);
        month.archives = end_of(archives, i);
        month.added = std::max(Rational{0}, Rational{month.end - before});
        month.archives_added = std::max(Rational{0}, Rational{month.archives - archives_before});
        before = month.end;
        archives_before = month.archives;
    }
}

/// A restore takes as many archives as were bundled for it; who keeps files elsewhere is asked once.
void spread_restores(const std::optional<Rational>& restores, std::vector<MonthDemand>& months) {
    Rational archives;
    for (const MonthDemand& month : months)
        archives += month.restored_archives;
    for (MonthDemand& month : months) {
        month.restores = month.restored_archives;
        if (restores && archives > 0) month.restores = rounded(month.restores * *restores / archives);
    }
}

}  // namespace

Demand demand_of(const PlainDemand& plain) {
    Demand demand{.largest_file = plain.largest_file, .where = plain.where};
    const auto factors = growth_factors(plain.growth, static_cast<std::size_t>(plain.months));
    Rational stored = plain.stock;
    BillingPeriod month = plain.start;
    for (std::size_t i = 0; i < factors.size(); ++i, month = month.next()) {
        const Rational growth = rounded(plain.added * factors[i]);
        const Rational arrived = i == 0 ? Rational{plain.stock + growth} : growth;
        const Rational end = stored + growth;
        const Rational average = stored + growth / 2;
        const Rational audited = rounded(average * plain.audited);
        demand.months.push_back({.month = month,
                                 .average = average,
                                 .end = end,
                                 .added = arrived,
                                 .archives = rounded(end / plain.archive_size),
                                 .archives_added = rounded(arrived / plain.archive_size),
                                 .restored = plain.restored,
                                 .restores = plain.restores,
                                 .restored_archives = plain.restores,
                                 .audited = audited,
                                 .audited_archives = rounded(audited / plain.archive_size)});
        stored = end;
    }
    return demand;
}

Demand demand_of(const usage::Usage& usage, const std::optional<Rational>& restores) {
    Demand demand{.metered = usage};
    std::transform(usage.periods.begin(), usage.periods.end(), std::back_inserter(demand.months),
                   metered_month);
    spread_restores(restores, demand.months);
    ends_from_means(demand.months);
    return demand;
}

Demand demand_ahead(usage::Usage settings, const std::string& storage_class, BillingPeriod first,
                    std::int64_t months) {
    Demand demand{.metered = std::move(settings)};
    BillingPeriod month = first;
    for (std::int64_t i = 0; i < months; ++i, month = month.next()) {
        demand.months.push_back({.month = month});
        demand.metered->periods.push_back({.month = month});
    }
    if (months > 0) demand.metered->periods.back().storage.push_back({.storage_class = storage_class});
    return demand;
}

}  // namespace firn::alternatives
