#include "core/service/life_meter.hpp"

#include <algorithm>

namespace firn::service {

LifeMeter::LifeMeter(Instant start, Duration horizon, Duration minimum_duration)
    : start_{start}, minimum_{minimum_duration} {
    BillingPeriod month = BillingPeriod::containing(start);
    do {
        months_.push_back({.month = month});
        ends_.push_back(std::min(month.end() - start, horizon));
        month = month.next();
    } while (ends_.back() < horizon);
}

MonthlyLife& LifeMeter::month_of(Duration now) {
    while (now >= ends_[current_] && current_ + 1 < ends_.size()) {
        ++current_;
    }
    return months_[current_];
}

void LifeMeter::retrieved(std::size_t tier, Bytes bytes, Duration now) {
    const Instant hour = std::chrono::floor<std::chrono::hours>(start_ + now);
    std::vector<RetrievalUse>& uses = month_of(now).retrievals;
    auto use = uses.rbegin();
    while (use != uses.rend() && use->hour == hour && use->tier != tier) {
        ++use;
    }
    if (use == uses.rend() || use->hour != hour) {
        uses.push_back({.hour = hour, .tier = tier});
        use = uses.rbegin();
    }
    use->bytes += static_cast<std::uint64_t>(bytes.count());
    use->archives += 1;
}

void LifeMeter::transferred_out(Bytes bytes, Duration now) {
    month_of(now).transfer_out += static_cast<std::uint64_t>(bytes.count());
}

void LifeMeter::change(VaultChange& change, const ArchiveRecord& record, Bytes raw, Duration now) const {
    const Duration rest = ends_[current_] - now;
    change.archives += 1;
    change.bytes += record.bytes;
    change.payload += raw;
    change.stored += record.bytes * rest;
    change.payload_time += raw * rest;
    change.archive_microseconds += static_cast<std::uint64_t>(rest.count());
}

void LifeMeter::added(const ArchiveRecord& record, Bytes raw, Duration now) {
    change(month_of(now).added, record, raw, now);
}

bool LifeMeter::removed(const ArchiveRecord& record, Bytes raw, Duration now) {
    MonthlyLife& month = month_of(now);
    change(month.removed, record, raw, now);
    const Duration age = now - record.stored;
    if (age >= minimum_) return false;
    month.deleted_early.push_back(
        {.at = start_ + now, .stored_for = age, .bytes = record.bytes, .archives = 1});
    return true;
}

}  // namespace firn::service
