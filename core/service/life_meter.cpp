#include "core/service/life_meter.hpp"

#include <algorithm>

namespace firn::service {

namespace {

/// Ages of as many whole spans of 30 days owe as many whole months.
std::int64_t whole_spans(Duration age) { return age / std::chrono::hours{30 * 24}; }

}  // namespace

LifeMeter::LifeMeter(Instant start, Duration horizon, Duration minimum_duration, Bytes minimum_size)
    : start_{start}, minimum_{minimum_duration}, minimum_size_{minimum_size} {
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
    if (tell_retrieved_) tell_retrieved_(bytes, now);
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
    DeletedArchives& deleted = deleted_early(month, start_ + now, age, record.bytes < minimum_size_);
    deleted.archives += 1;
    deleted.bytes += record.bytes;
    deleted.archive_microseconds += static_cast<UInt128>(age.count());
    deleted.byte_time += record.bytes * age;
    return true;
}

DeletedArchives& LifeMeter::deleted_early(MonthlyLife& month, Instant at, Duration age, bool is_small) const {
    using std::chrono::floor, std::chrono::hours;
    const auto belongs = [&](const DeletedArchives& other) {
        const auto archives = static_cast<std::int64_t>(other.archives);
        const Duration other_age{static_cast<std::int64_t>(other.archive_microseconds / other.archives)};
        return whole_spans(other_age) == whole_spans(age) &&
               (other.bytes < minimum_size_ * archives) == is_small;
    };
    auto other = month.deleted_early.rbegin();
    for (; other != month.deleted_early.rend() && floor<hours>(other->at) == floor<hours>(at); ++other) {
        if (belongs(*other)) return *other;
    }
    return month.deleted_early.emplace_back(DeletedArchives{.at = at});
}

}  // namespace firn::service
