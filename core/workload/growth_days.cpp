#include "core/workload/growth_days.hpp"

#include "core/workload/fixed_point.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace firn::workload {

namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr unsigned kFileFraction = 24;

/// Files of a day at the start, times 2^24; at most 2^62.
std::uint64_t files_per_day(const Inflow& inflow, std::uint64_t mean_size_q8) {
    using Unit = Inflow::Unit;
    const bool in_files = inflow.unit == Unit::files_per_day || inflow.unit == Unit::files_per_week;
    const bool weekly = inflow.unit == Unit::files_per_week || inflow.unit == Unit::bytes_per_week;
    UInt128 files = static_cast<UInt128>(inflow.amount) << kFileFraction;
    if (in_files) {
        files /= static_cast<std::uint64_t>(Factor::kOne);
    } else {
        files = (files << 8U) / std::max<std::uint64_t>(mean_size_q8, 1);
    }
    if (weekly) files /= 7;
    return files < kMostQ32 ? static_cast<std::uint64_t>(files) : kMostQ32;
}

std::string date_text(sys_days day) { return to_text(Instant{day}).substr(0, 10); }

}  // namespace

GrowthDays::GrowthDays(const GrowthModel& model, const SizeMixture& sizes)
    : model_{model},
      mean_size_q8_{sizes.mean_q8()},
      mean_batch_{BatchSizes{model.batches}.mean_q32()},
      files_per_day_q24_{files_per_day(model.inflow, sizes.mean_q8())},
      log2_file_growth_{log2_q32(std::max<std::uint64_t>(model.file_growth.q32(), 1))},
      log2_size_growth_{log2_q32(std::max<std::uint64_t>(model.size_growth.q32(), 1))},
      hours_{relative_to_mean(model.calendar.hours)},
      factors_{model.calendar, random::Stream{model.seed, "growth/days"},
               std::chrono::floor<days>(model.start)} {}

/// The growth until the day, in q32. A year has 365.25 days.
std::uint64_t GrowthDays::grown(std::int64_t log2_growth) const {
    const Int128 exponent = static_cast<Int128>(log2_growth) * days_ * 4 / 1461;
    constexpr Int128 kFarthest = Int128{64} << 32U;
    return exp2_q32(static_cast<std::int64_t>(std::clamp(exponent, -kFarthest, kFarthest)));
}

/// Whether the day lies in the event that began in its year or in the year before.
bool GrowthDays::has_event(sys_days day) const {
    if (!model_.event) return false;
    const std::chrono::year_month_day date{day};
    for (const auto year : {date.year(), date.year() - std::chrono::years{1}}) {
        const sys_days first{year / std::chrono::month{model_.event->month} / std::chrono::day{1}};
        if (first <= day && day < first + days{model_.event->days}) return true;
    }
    return false;
}

Result<GrowthDay> GrowthDays::next() {
    GrowthDay day;
    day.date = std::chrono::floor<days>(model_.start) + days{days_};
    day.size_growth = grown(log2_size_growth_);
    const std::uint64_t growth = grown(log2_file_growth_);
    const std::uint64_t mean = growth < kMostQ32 ? times_q32(files_per_day_q24_, growth) : kMostQ32;
    std::uint64_t files = times_q32(mean, factors_.next());
    for (const GrowthStep& step : model_.steps) {
        if (std::chrono::floor<days>(step.at) > day.date) continue;
        files = times_q32(files, step.files.q32());
        day.size_growth = times_q32(day.size_growth, step.bytes.q32());
    }
    if (has_event(day.date)) day.size_growth = times_q32(day.size_growth, model_.event->bytes.q32());
    for (std::size_t hour = 0; hour < hours_.size(); ++hour)
        day.files_q24.at(hour) = times_q32(files, hours_.at(hour)) / 24;
    ++days_;
    return checked(day);
}

Result<GrowthDay> GrowthDays::checked(const GrowthDay& day) const {
    const std::uint64_t busiest = *std::max_element(day.files_q24.begin(), day.files_q24.end());
    const std::uint64_t per_second = (busiest >> kFileFraction) / 3600;
    if (per_second >= kMostFilesPerSecond) {
        return failure({.code = "rate-too-high",
                        .what = fmt::format("the growth model has {} files or more a second on {}",
                                            kMostFilesPerSecond, date_text(day.date)),
                        .expected = fmt::format("fewer than {} a second in each hour", kMostFilesPerSecond),
                        .remedy = "less inflow, growth or noise, larger files, or fewer months"});
    }
    const std::uint64_t mean = times_q32(mean_size_q8_, day.size_growth) >> 8U;
    if (day.size_growth == kMostQ32 || mean > static_cast<std::uint64_t>(kLargestDrawnFile.count())) {
        return failure({.code = "sizes-too-large",
                        .what = fmt::format("the mean file of the growth model has more than 1 TiB on {}",
                                            date_text(day.date)),
                        .expected = "a mean file of at most 1 TiB on every day",
                        .remedy = "less growth of the size, smaller files, or fewer months"});
    }
    // Batches an hour times hours of a spread; one more second a batch for those that begin and end at once.
    const UInt128 batches =
        (static_cast<UInt128>(times_q32(busiest, model_.batches.share.q32())) << 32U) / mean_batch_ >>
        kFileFraction;
    const auto spread = static_cast<std::uint64_t>(model_.batches.spread.count());
    if (batches * spread / 3'600'000'000U > Batches::kMostOpen) {
        return failure(
            {.code = "batches-too-many",
             .what = fmt::format("the growth model has more than {} batches open at once on {}",
                                 Batches::kMostOpen, date_text(day.date)),
             .expected = "batches that begin in the time of a spread: at most 2^20",
             .remedy = "a shorter spread, larger batches, or a smaller share of files in batches"});
    }
    return day;
}

}  // namespace firn::workload
