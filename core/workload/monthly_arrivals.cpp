#include "core/workload/monthly_arrivals.hpp"

#include "core/random/bounded.hpp"
#include "core/random/stream.hpp"
#include "core/workload/month_sizes.hpp"
#include "core/workload/sorted_draws.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace firn::workload {

namespace {

random::Stream stream_of(std::uint64_t seed, std::string_view process, BillingPeriod month) {
    return random::Stream{seed, "monthly-totals/" + std::string{process} + "/" + to_text(month)};
}

/// The files of one month, one after the other.
class MonthFiles {
  public:
    MonthFiles(const MonthTotal& total, const MonthlyArrivalsSettings& settings)
        : begin_{total.month.begin() - settings.start},
          length_{static_cast<std::uint64_t>(total.month.length().count())},
          left_{total.items},
          draws_{stream_of(settings.seed, "arrivals", total.month), static_cast<std::uint64_t>(total.items)},
          sizes_{stream_of(settings.seed, "sizes", total.month), settings.sizes, total.items, total.bytes} {}

    [[nodiscard]] bool has_more() const { return left_ > 0; }

    void emit(FileBlock& block) {
        --left_;
        const std::uint64_t within = random::scale(draws_.next(), length_);
        block.arrivals.push_back(begin_ + Duration{static_cast<std::int64_t>(within)});
        block.sizes.push_back(sizes_.next());
    }

  private:
    Duration begin_;
    std::uint64_t length_;  ///< microseconds
    std::int64_t left_;
    SortedDraws draws_;
    MonthSizes sizes_;
};

/// Month after month.
class MonthlyFiles {
  public:
    MonthlyFiles(MonthlyTotals totals, const MonthlyArrivalsSettings& settings)
        : totals_{std::move(totals)}, settings_{settings} {}

    Result<bool> read(FileBlock& block) {
        block.clear();
        while (block.files() < kFilesPerBlock && find_month()) {
            while (block.files() < kFilesPerBlock && month_->has_more())
                month_->emit(block);
        }
        return block.files() > 0;
    }

  private:
    /// Goes on to a month that has files left; false when there is none.
    bool find_month() {
        while (!month_ || !month_->has_more()) {
            if (next_ == totals_.size()) return false;
            const MonthTotal& total = totals_[next_++];
            if (total.items > 0) month_.emplace(total, settings_);
        }
        return true;
    }

    MonthlyTotals totals_;
    MonthlyArrivalsSettings settings_;
    std::size_t next_ = 0;
    std::optional<MonthFiles> month_;
};

Diagnostics before_start(BillingPeriod first, Instant start) {
    return failure({.code = "totals-before-start",
                    .what = "the monthly totals begin with " + to_text(first) +
                            ", before the scenario starts at " + to_text(start),
                    .expected = "a scenario that starts no later than its first month of arrivals",
                    .remedy = "start at the first of a month, and leave out or move earlier months"});
}

}  // namespace

Result<FileSource> monthly_arrivals(MonthlyTotals totals, const MonthlyArrivalsSettings& settings) {
    if (!totals.empty() && totals.front().month.begin() < settings.start) {
        return before_start(totals.front().month, settings.start);
    }
    auto files = std::make_shared<MonthlyFiles>(std::move(totals), settings);
    return FileSource{[files = std::move(files)](FileBlock& block) { return files->read(block); }};
}

}  // namespace firn::workload
