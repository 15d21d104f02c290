#include "core/forecast/usage_history.hpp"

#include "core/forecast/remedy_words.hpp"
#include "core/forecast/usage_limits.hpp"
#include "core/usage/stored_amount.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

namespace firn::forecast {

namespace {

using pricing::ClassTerms;
using pricing::PriceBook;

constexpr int kSample = 12;

Rational half(const Rational& value) { return Rational{value / 2}; }

/// To nearest. What a history holds is within kMostStored: faults_of_size() has seen to that.
std::int64_t whole(const Rational& value) {
    const auto nearest = to_int64(Rational{floor_of(Rational{value + Rational{1, 2}})});
    return nearest.value_or(value < 0 ? -kMostStored : kMostStored);
}

template <class Entry>
void move_into(std::vector<Entry>& to, std::vector<Entry>& from) {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

/// Entries of a list add up, and so do files that bill the same month.
void add_entries(usage::Period& to, usage::Period from) {
    move_into(to.storage, from.storage);
    move_into(to.uploads, from.uploads);
    move_into(to.requests, from.requests);
    move_into(to.retrievals, from.retrievals);
    move_into(to.copies, from.copies);
    move_into(to.deletions, from.deletions);
    move_into(to.capacity, from.capacity);
    move_into(to.staging, from.staging);
    move_into(to.metered, from.metered);
    if (!from.transfer_out) return;
    if (!to.transfer_out) to.transfer_out = usage::TransferOut{};
    to.transfer_out->bytes += from.transfer_out->bytes;
}

std::vector<UsedMonth> months_of(const usage::Usage& usage) {
    std::map<BillingPeriod, usage::Period> periods;
    for (const usage::Period& period : usage.periods) {
        const auto entry = periods.try_emplace(period.month, usage::Period{.month = period.month}).first;
        add_entries(entry->second, period);
    }
    std::vector<UsedMonth> months;
    for (auto& [month, period] : periods)
        months.push_back({.usage = std::move(period)});
    return months;
}

/// The class in which most lies; of usage without storage that of the first upload.
std::string largest_class(const std::vector<UsedMonth>& months) {
    std::map<std::string, Rational> stored;
    for (const UsedMonth& month : months) {
        for (const usage::Storage& storage : month.usage.storage)
            stored[storage.storage_class] += usage::byte_hours(storage, month.usage.month);
        for (const usage::Upload& upload : month.usage.uploads)
            stored.try_emplace(upload.storage_class);
    }
    const auto largest = std::max_element(stored.begin(), stored.end(),
                                          [](const auto& a, const auto& b) { return a.second < b.second; });
    return largest == stored.end() ? "" : largest->first;
}

/// Requests of which an archive of the class makes exactly one.
std::set<std::string> once_an_archive(const ClassTerms& terms) {
    std::set<std::string> kinds{terms.kinds.upload, "lifecycle"};
    if (!terms.kinds.complete.empty()) kinds.insert(terms.kinds.complete);
    return kinds;
}

/// All requests that sending archives makes.
std::set<std::string> storing_requests(const ClassTerms& terms) {
    std::set<std::string> kinds = once_an_archive(terms);
    kinds.insert({terms.kinds.begin, terms.kinds.part});
    kinds.erase("");
    return kinds;
}

/// What lay in the class, and what was sent to it.
void measure(UsedMonth& month, const ClassTerms& terms) {
    for (const usage::Storage& storage : month.usage.storage) {
        if (storage.storage_class != terms.name) continue;
        const int hours = month.usage.month.hours();
        month.stored = month.stored.value_or(Rational{0}) +
                       Rational{usage::byte_hours(storage, month.usage.month) / hours};
        if (const auto archives = usage::archive_hours(storage, month.usage.month))
            month.archives = month.archives.value_or(Rational{0}) + Rational{*archives / hours};
    }
    for (const usage::Upload& upload : month.usage.uploads) {
        if (upload.storage_class != terms.name) continue;
        month.sent += Rational{upload.archives};
        month.sent_bytes = month.sent_bytes.value_or(Rational{0}) + Rational{upload.bytes.count()};
    }
    if (month.sent_bytes) return;
    const std::set<std::string> kinds = once_an_archive(terms);
    for (const usage::Requests& requests : month.usage.requests) {
        if (requests.storage_class == terms.name && kinds.contains(requests.kind))
            month.sent += Rational{requests.count};
    }
}

/// The neighbour of a month, when it is the next one of the calendar.
const UsedMonth* neighbour(const std::vector<UsedMonth>& months, std::size_t i, int step) {
    const std::size_t other = i + static_cast<std::size_t>(step);
    if (other >= months.size()) return nullptr;
    return months[other].usage.month == months[i].usage.month.plus_months(step) ? &months[other] : nullptr;
}

/// How much more lay there on average, from the month before to the month after, and how many archives were
/// sent between the middles of both: at an end of the history, from this month or to it.
struct Growth {
    Rational bytes{};
    Rational sent{};
};

Growth growth_about(const std::vector<UsedMonth>& months, std::size_t i) {
    const UsedMonth* before = neighbour(months, i, -1);
    const UsedMonth* after = neighbour(months, i, 1);
    if (before == nullptr) before = &months[i];
    if (after == nullptr) after = &months[i];
    Growth growth{after->stored.value_or(Rational{0}) - before->stored.value_or(Rational{0}), Rational{0}};
    if (before != &months[i]) growth.sent += half(Rational{before->sent + months[i].sent});
    if (after != &months[i]) growth.sent += half(Rational{months[i].sent + after->sent});
    return growth;
}

Diagnostic warning(std::string code, std::string what, std::string remedy) {
    return {.code = std::move(code),
            .severity = Severity::warning,
            .what = std::move(what),
            .remedy = std::move(remedy)};
}

/// "2014-03, 2014-05", or the first three and how many more.
std::string listed(const std::vector<BillingPeriod>& months) {
    constexpr std::size_t kMost = 3;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < std::min(kMost, months.size()); ++i)
        names.push_back(to_text(months[i]));
    std::string text = fmt::format("{}", fmt::join(names, ", "));
    if (months.size() > kMost) text += fmt::format(" and {} more months", months.size() - kMost);
    return text;
}

/// Bytes of each month; where less lies there than before, none.
void add_totals(UsageHistory& history) {
    std::vector<BillingPeriod> fallen;
    Rational each{0};
    for (std::size_t i = 0; i < history.used.size(); ++i) {
        const UsedMonth& month = history.used[i];
        const Growth growth = growth_about(history.used, i);
        if (!month.sent_bytes && growth.bytes < 0) fallen.push_back(month.usage.month);
        if (growth.sent > 0) each = std::max(Rational{0}, Rational{growth.bytes / growth.sent});
        const Rational bytes = month.sent_bytes.value_or(Rational{month.sent * each});
        const std::int64_t items = whole(month.sent);
        history.months.push_back({month.usage.month, items, items > 0 ? Bytes{whole(bytes)} : Bytes{}});
    }
    if (!fallen.empty())
        history.warnings.push_back(
            warning("stored-bytes-fell",
                    fmt::format("about {} less lies there than before: more was deleted than sent, and the "
                                "growth of these months counts as 0",
                                listed(fallen)),
                    fmt::format("{} after them when that is not to happen again", kBeginHistory)));
}

/// How many archives more lay there about a month, a month.
Rational archives_grown(const std::vector<UsedMonth>& months, std::size_t i) {
    const UsedMonth* before = neighbour(months, i, -1);
    const UsedMonth* after = neighbour(months, i, 1);
    const int steps = (before != nullptr ? 1 : 0) + (after != nullptr ? 1 : 0);
    if (steps == 0) return Rational{0};
    const std::optional<Rational>& first = (before != nullptr ? *before : months[i]).archives;
    const std::optional<Rational>& last = (after != nullptr ? *after : months[i]).archives;
    if (!first || !last) return 0;
    return Rational{(*last - *first) / steps};
}

/// Without uploads the growth of the number of archives is what was sent, and at least one carries the
/// month's bytes: nothing is billed by it.
void count_growth(UsageHistory& history) {
    for (std::size_t i = 0; i < history.used.size(); ++i)
        history.used[i].sent = Rational{std::max<std::int64_t>(1, whole(archives_grown(history.used, i)))};
    history.warnings.push_back(
        warning("uploads-not-seen",
                fmt::format("no month has uploads of {}, or requests that store archives: what they cost is "
                            "not forecast",
                            history.storage_class),
                "state uploads or requests in the usage, or take a report that has them"));
}

}  // namespace

Result<UsageHistory> history_of_usage(const usage::Usage& usage, const PriceBook& book,
                                      std::string storage_class) {
    UsageHistory history{.used = months_of(usage)};
    history.storage_class = storage_class.empty() ? largest_class(history.used) : std::move(storage_class);
    const ClassTerms* terms = find_class(book, history.storage_class);
    if (terms == nullptr || history.storage_class.empty())
        return failure({.code = "usage-without-storage",
                        .where = usage.where,
                        .what = history.storage_class.empty()
                                    ? "no month of the usage has storage or uploads"
                                    : fmt::format("no month of the usage has storage of {}, a class that {} "
                                                  "has",
                                                  history.storage_class, book.name),
                        .expected = "what lay there in each month"});
    bool has_stored = false;
    for (UsedMonth& month : history.used) {
        measure(month, *terms);
        history.tells_sent = history.tells_sent || month.sent > 0;
        history.counts_archives = history.counts_archives || month.archives.value_or(Rational{0}) > 0;
        has_stored = has_stored || month.stored || month.sent_bytes;
    }
    if (!has_stored)
        return failure({.code = "usage-without-storage",
                        .where = usage.where,
                        .what = fmt::format("no month of the usage has storage of {}", history.storage_class),
                        .expected = "what lay there in each month"});
    if (Diagnostics faults = faults_of_size(history.used, usage.where); !faults.empty()) return faults;
    if (!history.tells_sent) count_growth(history);
    add_totals(history);
    return history;
}

void go_on(const UsageHistory& history, const PriceBook& book, StoragePlan& plan) {
    const ClassTerms& terms = *find_class(book, history.storage_class);
    Alongside alongside;
    Rational bytes{0};
    Rational archives{0};
    Rational sum{0};
    plan.states_uploads = false;
    for (std::size_t i = 0; i < history.used.size(); ++i) {
        const UsedMonth& month = history.used[i];
        if (month.usage.month >= plan.first) break;
        const Rational came{history.months[i].bytes.count()};
        sum += came;
        // What lay there at its end: the mean, and half of what came evenly.
        bytes = month.stored ? Rational{*month.stored + half(came)} : sum;
        // A month that states no archives has those of the month before, and what was sent since.
        archives =
            month.archives ? Rational{*month.archives + half(month.sent)} : Rational{archives + month.sent};
        if (month.usage.month < plan.first.plus_months(-kSample)) continue;
        const Rational mean = month.stored.value_or(Rational{sum - half(came)});
        alongside.add(month.usage, terms.name, storing_requests(terms), {month.sent, mean});
        plan.states_uploads = plan.states_uploads || month.sent_bytes.has_value();
        for (const usage::Upload& upload : month.usage.uploads)
            if (upload.storage_class == terms.name) plan.part_size = upload.part_size;
    }
    plan.storage_class = history.storage_class;
    plan.stock_bytes = Bytes{whole(bytes)};
    plan.stock_archives = history.counts_archives ? whole(archives) : 0;
    plan.are_archives = true;
    plan.has_overhead_in_bytes = !history.counts_archives;
    plan.alongside = std::move(alongside);
}

}  // namespace firn::forecast
