#include "core/workload/trace_profile.hpp"

#include "core/workload/fixed_point.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

namespace firn::workload {

namespace {

using std::chrono::days;
using std::chrono::floor;

constexpr std::int64_t kMostDays = 100'000;
constexpr std::int64_t kMostBytes = std::numeric_limits<std::int64_t>::max();

Diagnostics too_many_bytes() {
    return failure({.code = "too-many-bytes",
                    .what = "the files of the trace together have more than 2^63 - 1 bytes",
                    .remedy = "check the sizes of its largest files"});
}

Diagnostics too_long() {
    return failure({.code = "trace-too-long",
                    .what = "the trace spans more than 100,000 days",
                    .expected = "times within a few decades",
                    .remedy = "check its first and last times"});
}

/// Counts how many windows of time have how many things.
class WindowCounts {
  public:
    explicit WindowCounts(Duration length) : length_{length} {}

    void add(Instant time) {
        const std::int64_t window = time.time_since_epoch() / length_;
        if (window != window_) end();
        window_ = window;
        ++count_;
    }

    [[nodiscard]] std::map<std::int64_t, std::int64_t> finish() {
        end();
        return std::move(windows_);
    }

  private:
    void end() {
        if (count_ > 0) ++windows_[count_];
        count_ = 0;
    }

    Duration length_;
    std::int64_t window_ = 0;
    std::int64_t count_ = 0;
    std::map<std::int64_t, std::int64_t> windows_{};
};

class Profile {
  public:
    Result<bool> add(Instant time, Bytes size) {
        if (size.count() > kMostBytes - bytes_) return too_many_bytes();
        bytes_ += size.count();
        const auto day = floor<days>(time);
        if (profile_.days.empty()) {
            profile_.first_day = day;
            profile_.first = time;
        }
        const std::int64_t index = (day - profile_.first_day).count();
        if (index >= kMostDays) return too_long();
        profile_.days.resize(std::max(profile_.days.size(), static_cast<std::size_t>(index) + 1));
        add_to(profile_.days.back(), size);
        ++profile_.files_by_hour.at(static_cast<std::size_t>((time - day) / std::chrono::hours{1}));
        count_month(time, size);
        count_group(time);
        const std::int64_t step = std::gcd(profile_.resolution.count(), time.time_since_epoch().count());
        profile_.resolution = Duration{step};
        minutes_.add(time);
        hours_.add(time);
        if (group_ == 1) {
            minutes_of_instants_.add(time);
            hours_of_instants_.add(time);
        }
        profile_.last = time;
        return true;
    }

    TraceProfile finish() && {
        end_group();
        profile_.minutes_by_files = minutes_.finish();
        profile_.hours_by_files = hours_.finish();
        profile_.minutes_by_instants = minutes_of_instants_.finish();
        profile_.hours_by_instants = hours_of_instants_.finish();
        return std::move(profile_);
    }

  private:
    void add_to(PeriodTotal& day, Bytes size) {
        ++day.files;
        day.bytes += size.count();
        if (size == Bytes{0}) {
            ++day.empty_files;
            return;
        }
        const std::int64_t log =
            log2_q32(static_cast<std::uint64_t>(size.count())) + (std::int64_t{32} << 32);
        day.log2_sizes += log >> 16;
        ++profile_.sizes.at(static_cast<std::size_t>(log >> 27));
    }

    void count_month(Instant time, Bytes size) {
        if (profile_.months.empty() || !profile_.months.back().month.contains(time))
            profile_.months.push_back({.month = BillingPeriod::containing(time), .items = 0, .bytes = {}});
        ++profile_.months.back().items;
        profile_.months.back().bytes += size;
    }

    void count_group(Instant time) {
        if (group_ > 0 && time != profile_.last) end_group();
        ++group_;
    }

    void end_group() {
        if (group_ > 1) {
            ++profile_.groups;
            profile_.grouped_files += group_;
        }
        group_ = 0;
    }

    TraceProfile profile_;
    std::int64_t bytes_ = 0;
    std::int64_t group_ = 0;
    WindowCounts minutes_{std::chrono::minutes{1}};
    WindowCounts hours_{std::chrono::hours{1}};
    WindowCounts minutes_of_instants_{std::chrono::minutes{1}};
    WindowCounts hours_of_instants_{std::chrono::hours{1}};
};

}  // namespace

Result<TraceProfile> profile_of(const TraceSource& rows) {
    Profile profile;
    TraceBlock block;
    while (true) {
        const auto more = rows(block);
        if (!more) return more.error();
        if (!*more) return std::move(profile).finish();
        for (std::size_t i = 0; i < block.rows(); ++i) {
            if (auto added = profile.add(block.times[i], block.sizes[i]); !added) return added.error();
        }
    }
}

TraceProfile profile_of(const MonthlyTotals& totals) {
    TraceProfile profile;
    profile.months = totals;
    if (totals.empty()) return profile;
    profile.first = totals.front().month.begin();
    profile.last = totals.back().month.end() - Duration{1};
    profile.first_day = floor<days>(profile.first);
    return profile;
}

Bytes size_quantile(const TraceProfile& profile, double q) {
    std::int64_t empty = 0;
    for (const PeriodTotal& day : profile.days)
        empty += day.empty_files;
    const std::int64_t rank = static_cast<std::int64_t>(
        q * static_cast<double>(std::accumulate(profile.sizes.begin(), profile.sizes.end(), empty)));
    std::int64_t below = empty;
    if (rank < below) return Bytes{0};
    for (std::size_t step = 0; step < profile.sizes.size(); ++step) {
        below += profile.sizes[step];
        if (rank >= below) continue;
        // The middle of the step: 2^((step + 1/2) / 32).
        const auto log = static_cast<std::int64_t>(2 * step + 1) << 26;
        const std::uint64_t size = exp2_q32(log - (std::int64_t{32} << 32));
        return Bytes{static_cast<std::int64_t>(size)};
    }
    return Bytes{0};
}

}  // namespace firn::workload
