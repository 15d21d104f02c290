#include "core/alternatives/class_usage.hpp"

#include "core/storage/retrieval_times.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace firn::alternatives {

namespace {

constexpr std::int64_t kHour = 3'600'000'000;  ///< microseconds
/// What is retrieved lies there as a copy for so long, as `retrieval.copy_days` of a scenario has it.
constexpr std::int64_t kCopyDays = 1;
constexpr const char* kGet = "get";

std::int64_t count_of(const Rational& value) { return static_cast<std::int64_t>(ceil_of(value)); }

/// What came lies there for half of its month, its bytes and its archives alike.
usage::ArchiveTime archive_time(const MonthDemand& demand) {
    const Rational share = demand.end == 0 ? Rational{1} : Rational{demand.average / demand.end};
    const Rational microseconds = demand.archives * share * demand.month.hours() * kHour;
    return {static_cast<UInt128>(floor_of(microseconds + Rational{1, 2}))};
}

void send(usage::Period& period, const Rational& bytes) {
    if (bytes > 0) period.transfer_out = usage::TransferOut{.bytes = bytes};
}

}  // namespace

bool is_read_as_copy(const Alternative& a, BillingPeriod month) {
    const auto tiers = storage::retrieval_times(a.storage_class, month.begin());
    return !storage::is_vault(a.storage_class) && !tiers.empty() && !tiers.front().tier.empty();
}

std::string tier_of(const Alternative& a, BillingPeriod month) {
    if (!a.tier.empty()) return a.tier;
    const auto tiers = storage::retrieval_times(a.storage_class, month.begin());
    return std::string{tiers.empty() ? "" : tiers.front().tier};
}

usage::Period ClassUsage::month(const MonthDemand& demand) const {
    usage::Period period = storage_of(demand);
    if (demand.archives_added > 0)
        period.uploads.push_back({.storage_class = a_.storage_class,
                                  .bytes = Bytes{static_cast<std::int64_t>(ceil_of(demand.added))},
                                  .archives = count_of(demand.archives_added)});
    retrieve(period, demand.restored + demand.audited, demand.restored_archives + demand.audited_archives);
    send(period, demand.restored);
    return period;
}

usage::Period ClassUsage::last_month(const std::vector<MonthDemand>& months) const {
    const MonthDemand& last = months.back();
    usage::Period period = storage_of(last);
    retrieve(period, last.end, last.archives);
    send(period, last.end);
    remove(period, months);
    return period;
}

usage::Period ClassUsage::storage_of(const MonthDemand& demand) const {
    usage::Period period{.month = demand.month};
    period.storage.push_back({.storage_class = a_.storage_class,
                              .amount = usage::AverageBytes{demand.average},
                              .archives = archive_time(demand)});
    return period;
}

/// Deletes everything at the end. What came in a month lies there since its middle; what is deleted before
/// the end was the oldest.
void ClassUsage::remove(usage::Period& period, const std::vector<MonthDemand>& months) const {
    Rational left = months.back().end;
    for (std::size_t i = months.size(); i-- > 0 && left > 0;) {
        const MonthDemand& month = months[i];
        if (month.added <= 0) continue;
        const Rational bytes = std::min(left, month.added);
        const BillingPeriod came = month.month;
        period.deletions.push_back({.storage_class = a_.storage_class,
                                    .bytes = bytes,
                                    .archives = count_of(month.archives_added * bytes / month.added),
                                    .stored_for = period.month.end() - (came.begin() + came.length() / 2)});
        left -= bytes;
    }
}

void ClassUsage::retrieve(usage::Period& period, const Rational& bytes, const Rational& requests) const {
    if (bytes == 0 || !charges(usage::ChargeType::retrieval)) return;
    period.retrievals.push_back({.storage_class = a_.storage_class,
                                 .tier = tier_of(a_, period.month),
                                 .time = usage::OverHours{period.month.begin(), period.month.hours()},
                                 .bytes = bytes,
                                 .archives = count_of(requests)});
    if (!is_read_as_copy(a_, period.month)) return;
    if (charges(usage::ChargeType::copy)) period.retrievals.back().copy_days = kCopyDays;
    if (charges(usage::ChargeType::requests, kGet))
        period.requests.push_back(
            {.storage_class = a_.storage_class, .kind = kGet, .count = count_of(requests)});
}

/// Whether the book bills it of the class.
bool ClassUsage::charges(usage::ChargeType charge, std::string_view kind) const {
    return std::any_of(a_.book->tariffs.begin(), a_.book->tariffs.end(), [&](const pricing::Tariff& one) {
        return one.charge == charge && one.storage_class == a_.storage_class &&
               (kind.empty() || one.kind == kind);
    });
}

}  // namespace firn::alternatives
