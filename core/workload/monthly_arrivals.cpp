#include "core/workload/monthly_arrivals.hpp"

#include "core/random/stream.hpp"
#include "core/units/rational.hpp"
#include "core/workload/month_batches.hpp"
#include "core/workload/month_hours.hpp"
#include "core/workload/month_sizes.hpp"
#include "core/workload/sorted_draws.hpp"

#include <fmt/format.h>

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

MonthHours hours_of(BillingPeriod month, const MonthlyArrivalsSettings& settings) {
    return {month, settings.calendar, stream_of(settings.seed, "days", month)};
}

std::int64_t files_in_batches(std::int64_t items, const Batches& batches) {
    return static_cast<std::int64_t>(static_cast<Int128>(items) * batches.share.millionths / Factor::kOne);
}

/// When the files of one month arrive, one after the other: those that come alone and the batches.
class MonthArrivals {
  public:
    MonthArrivals(const MonthTotal& total, const MonthlyArrivalsSettings& settings,
                  const std::shared_ptr<const BatchSizes>& sizes)
        : hours_{hours_of(total.month, settings)},
          alone_{total.items - files_in_batches(total.items, settings.batches)},
          draws_{stream_of(settings.seed, "arrivals", total.month), static_cast<std::uint64_t>(alone_)},
          batches_{total.items - alone_,
                   sizes,
                   settings.batches.spread,
                   hours_,
                   {.begins = stream_of(settings.seed, "batches", total.month),
                    .sizes = stream_of(settings.seed, "batch-sizes", total.month)}} {
        draw();
    }

    [[nodiscard]] bool has_more() const { return alone_ > 0 || batches_.has_more(); }

    /// Microseconds since the month began.
    [[nodiscard]] std::uint64_t next() {
        if (batches_.has_more() && (alone_ == 0 || batches_.at() < next_alone_)) {
            const std::uint64_t at = batches_.at();
            batches_.advance();
            return at;
        }
        const std::uint64_t at = next_alone_;
        --alone_;
        draw();
        return at;
    }

  private:
    void draw() {
        if (alone_ > 0) next_alone_ = hours_.at(draws_.next());
    }

    MonthHours hours_;
    std::int64_t alone_;  ///< files that come alone and have not been given
    SortedDraws draws_;
    MonthBatches batches_;
    std::uint64_t next_alone_ = 0;
};

/// The files of one month, one after the other.
class MonthFiles {
  public:
    MonthFiles(const MonthTotal& total, const MonthlyArrivalsSettings& settings,
               const std::shared_ptr<const BatchSizes>& sizes)
        : begin_{total.month.begin() - settings.start},
          arrivals_{total, settings, sizes},
          sizes_{stream_of(settings.seed, "sizes", total.month), settings.sizes, total.items, total.bytes} {}

    [[nodiscard]] bool has_more() const { return arrivals_.has_more(); }

    void emit(FileBlock& block) {
        block.arrivals.push_back(begin_ + Duration{static_cast<std::int64_t>(arrivals_.next())});
        block.sizes.push_back(sizes_.next());
    }

  private:
    Duration begin_;
    MonthArrivals arrivals_;
    MonthSizes sizes_;
};

/// Month after month.
class MonthlyFiles {
  public:
    MonthlyFiles(MonthlyTotals totals, const MonthlyArrivalsSettings& settings)
        : totals_{std::move(totals)},
          settings_{settings},
          batch_sizes_{std::make_shared<const BatchSizes>(settings.batches)} {}

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
            if (total.items > 0) month_.emplace(total, settings_, batch_sizes_);
        }
        return true;
    }

    MonthlyTotals totals_;
    MonthlyArrivalsSettings settings_;
    std::shared_ptr<const BatchSizes> batch_sizes_;
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

/// Refuses batches that would fill the memory: those that begin within a spread in the busiest hour.
Result<bool> check_batches(const MonthlyTotals& totals, const MonthlyArrivalsSettings& settings) {
    if (settings.batches.share.millionths == 0) return true;
    const std::uint64_t mean = BatchSizes{settings.batches}.mean_q32();
    const auto spread = static_cast<std::uint64_t>(settings.batches.spread.count());
    constexpr std::uint64_t kHour = 3'600'000'000;
    for (const MonthTotal& total : totals) {
        const auto files = static_cast<std::uint64_t>(files_in_batches(total.items, settings.batches));
        // Both in q32, so that the quotient is in whole batches.
        const UInt128 an_hour =
            static_cast<UInt128>(files) * hours_of(total.month, settings).busiest_q32() / mean;
        if (an_hour * spread / kHour <= Batches::kMostOpen) continue;
        return failure(
            {.code = "batches-too-many",
             .what = fmt::format("the monthly totals have more than {} batches open at once in {}",
                                 Batches::kMostOpen, to_text(total.month)),
             .expected = "batches that begin in the time of a spread: at most 2^20",
             .remedy = "a shorter spread, larger batches, or a smaller share of files in batches"});
    }
    return true;
}

}  // namespace

Result<FileSource> monthly_arrivals(MonthlyTotals totals, const MonthlyArrivalsSettings& settings) {
    if (!totals.empty() && totals.front().month.begin() < settings.start) {
        return before_start(totals.front().month, settings.start);
    }
    if (auto possible = check_batches(totals, settings); !possible) return possible.error();
    auto files = std::make_shared<MonthlyFiles>(std::move(totals), settings);
    return FileSource{[files = std::move(files)](FileBlock& block) { return files->read(block); }};
}

}  // namespace firn::workload
