#include "core/backup/usage_meter.hpp"

#include <algorithm>

namespace firn::backup {

UsageMeter::UsageMeter(const ReplayOptions& options)
    : start_{options.start}, extend_{options.extend_horizon}, opening_{options.opening} {
    for (int i = 0; i < std::max(1, options.months); ++i) {
        add_month();
    }
}

void UsageMeter::add_month() {
    const BillingPeriod period =
        months_.empty() ? BillingPeriod::containing(start_) : months_.back().usage.month.next();
    Month month;
    month.begin = std::max(period.begin(), start_) - start_;
    month.end = period.end() - start_;
    month.usage.month = period;
    months_.push_back(month);
}

bool UsageMeter::find_month(Duration instant) {
    if (months_[current_].begin <= instant && instant < months_[current_].end) return true;
    while (extend_ && instant >= months_.back().end) {
        add_month();
    }
    const auto found = std::partition_point(months_.begin(), months_.end(),
                                            [&](const Month& month) { return month.end <= instant; });
    if (found == months_.end()) return false;
    current_ = static_cast<std::size_t>(found - months_.begin());
    return true;
}

void UsageMeter::add(const ClosedBundle& bundle, const Upload& upload) {
    if (!find_month(upload.done)) {
        ++past_horizon_;
        return;
    }
    Month& month = months_[current_];
    const Duration remaining = month.end - upload.done;
    month.usage.stored += bundle.archive * remaining;
    month.usage.payload += bundle.raw * remaining;
    month.usage.archive_microseconds += static_cast<std::uint64_t>(remaining.count());
    month.usage.archives_uploaded += 1;
    month.usage.bytes_uploaded += bundle.archive;
    month.usage.upload_requests += upload.billed_requests;
    month.usage.uploaded_in_parts += upload.billed_requests > 1 ? 1U : 0U;
    month.payload_uploaded += bundle.raw;
}

std::vector<MonthlyUsage> UsageMeter::months() const {
    OpeningStock lying = opening_;
    std::vector<MonthlyUsage> result;
    for (const Month& month : months_) {
        const Duration length = month.end - month.begin;
        MonthlyUsage usage = month.usage;
        usage.stored += lying.stored * length;
        usage.payload += lying.payload * length;
        usage.archive_microseconds +=
            static_cast<UInt128>(lying.archives) * static_cast<UInt128>(length.count());
        lying.stored += usage.bytes_uploaded;
        lying.payload += month.payload_uploaded;
        lying.archives += usage.archives_uploaded;
        result.push_back(usage);
    }
    return result;
}

}  // namespace firn::backup
