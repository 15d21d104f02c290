#include "core/workload/trace_summary.hpp"

#include "core/workload/size_histogram.hpp"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <limits>
#include <utility>

namespace firn::workload {

namespace {

constexpr Bytes kMostBytes{std::numeric_limits<std::int64_t>::max()};

Diagnostics too_many_bytes() {
    return failure({.code = "too-many-bytes",
                    .what = "the files of the trace together have more than 2^63 - 1 bytes",
                    .remedy = "check the sizes of its largest files"});
}

class Summary {
  public:
    /// False, and nothing added, when the sum of the sizes would be too large.
    [[nodiscard]] bool add(Instant time, Bytes size) {
        if (size > kMostBytes - summary_.bytes) return false;
        const bool first = summary_.files == 0;
        if (first) summary_.first = time;
        if (first || size < min_) min_ = size;
        max_ = std::max(max_, size);
        count_batch(time);
        count_day(time, first);
        count_month(time, size);
        count_hour(time, size, first);
        count_small(size);
        ++summary_.files;
        summary_.bytes += size;
        if (size == Bytes{}) ++summary_.empty_files;
        summary_.last = time;
        sizes_.add(size);
        return true;
    }

    [[nodiscard]] TraceSummary finish() && {
        if (summary_.files > 0) {
            summary_.sizes = {.min = min_,
                              .p10 = quantile(100),
                              .median = quantile(500),
                              .p90 = quantile(900),
                              .p99 = quantile(990),
                              .max = max_,
                              .exact = sizes_.is_exact()};
        }
        return std::move(summary_);
    }

  private:
    void count_batch(Instant time) {
        if (batch_.files == 0 || batch_.time != time) batch_ = {.time = time, .files = 0};
        ++batch_.files;
        if (batch_.files > summary_.largest_batch.files) summary_.largest_batch = batch_;
    }

    void count_day(Instant time, bool first) {
        const auto day = std::chrono::floor<std::chrono::days>(time);
        if (first || day != day_) ++summary_.days_with_files;
        day_ = day;
    }

    void count_hour(Instant time, Bytes size, bool first) {
        const Instant begin = std::chrono::floor<std::chrono::hours>(time);
        if (first || begin != hour_.begin) hour_ = {.begin = begin, .share = {}};
        add(hour_.share, size);
        const bool is_busier = hour_.share.bytes > summary_.busiest_hour.share.bytes;
        if (is_busier || summary_.busiest_hour.share.files == 0 || begin == summary_.busiest_hour.begin)
            summary_.busiest_hour = hour_;
        const auto of_day = begin - std::chrono::floor<std::chrono::days>(begin);
        add(summary_.hours_of_day[static_cast<std::size_t>(of_day / std::chrono::hours{1})], size);
    }

    void count_small(Bytes size) {
        if (size < kSmallFile) add(summary_.below_128_kib, size);
        if (size < kMiddlingFile) add(summary_.below_1_mib, size);
    }

    static void add(FileShare& share, Bytes size) {
        ++share.files;
        share.bytes += size;
    }

    void count_month(Instant time, Bytes size) {
        if (summary_.months.empty() || time >= month_end_) {
            const BillingPeriod month = BillingPeriod::containing(time);
            month_end_ = month.end();
            summary_.months.push_back({.month = month, .items = 0, .bytes = {}});
        }
        ++summary_.months.back().items;
        summary_.months.back().bytes += size;
    }

    /// Rank ceil(q * files) of q in thousandths.
    Bytes quantile(std::int64_t thousandths) {
        const std::int64_t rank = (summary_.files * thousandths + 999) / 1'000;
        return std::max(sizes_.of_rank(rank), min_);
    }

    TraceSummary summary_;
    Bytes min_;
    Bytes max_;
    Batch batch_;
    std::chrono::sys_days day_{};
    Instant month_end_{};
    TraceHour hour_;
    SizeHistogram sizes_;
};

}  // namespace

Bytes TraceSummary::mean_size() const {
    if (files == 0) return Bytes{};
    return Bytes{bytes.count() / files};
}

Result<TraceSummary> summarize(const TraceSource& rows) {
    Summary summary;
    TraceBlock block;
    for (;;) {
        const Result<bool> more = rows(block);
        if (!more) return more.error();
        if (!*more) return std::move(summary).finish();
        for (std::size_t i = 0; i < block.rows(); ++i) {
            if (!summary.add(block.times[i], block.sizes[i])) return too_many_bytes();
        }
    }
}

}  // namespace firn::workload
