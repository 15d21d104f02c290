#include "core/planner/growth_fit.hpp"

#include "core/planner/chance_ties.hpp"
#include "core/planner/growth_settings.hpp"
#include "core/planner/log_linear.hpp"
#include "core/planner/lognormal_mixture.hpp"
#include "core/planner/trace_series.hpp"
#include "core/scenario/field.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <numeric>
#include <optional>
#include <utility>

namespace firn::planner {

namespace {

using std::chrono::days;
using std::chrono::sys_days;
using workload::PeriodTotal;
using workload::TraceProfile;

constexpr double kYear = 365.25;
constexpr double kLn2 = 0.6931471805599453;
constexpr std::int64_t kFewestFiles = 100;
constexpr std::int64_t kShortest = 14;  ///< days
constexpr std::int64_t kShortestForGrowth = 180;
constexpr std::int64_t kShortestForMonths = 700;
constexpr std::int64_t kFilesForSizes = 1'000;

double log_of_growth(double percent) { return std::log1p(percent / 100); }
double percent_of(double log) { return std::expm1(log) * 100; }

class GrowthFitter {
  public:
    explicit GrowthFitter(const TraceProfile& trace) : trace_{trace} {
        fit_.scenario = scenario::default_scenario();
        scenario::find_section("workload.growth")->enter(fit_.scenario);
        scenario::apply_defaults(fit_.scenario, "workload.growth");
        const BillingPeriod first = BillingPeriod::containing(trace.first);
        fit_.scenario.start = first.begin();
        fit_.scenario.months = months_between(first, BillingPeriod::containing(trace.last)) + 1;
        span_ = (std::chrono::floor<days>(trace.last) - first_day()).count() + 1;
    }

    GrowthFit fit() && {
        is_daily_ = has_dense_days(trace_);
        fit_files();
        fit_size_growth();
        fit_hours();
        fit_noise();
        fit_batches();
        fit_sizes();
        fit_level();
        return std::move(fit_);
    }

  private:
    [[nodiscard]] sys_days first_day() const { return std::chrono::floor<days>(trace_.first); }
    [[nodiscard]] sys_days origin() const { return std::chrono::floor<days>(fit_.scenario.start); }
    [[nodiscard]] std::int64_t files() const { return workload::total_items(trace_.months); }
    [[nodiscard]] double bytes() const {
        return static_cast<double>(workload::total_bytes(trace_.months).count());
    }

    void add_quality(std::string of, const SeriesFit& fit) {
        fit_.qualities.push_back(
            {std::move(of), fit.residuals.size(), fit.r_squared, fit.residual_deviation});
    }

    void fit_files() {
        const auto points =
            is_daily_
                ? days_of(trace_, origin(),
                          [](const PeriodTotal& day) { return std::log(static_cast<double>(day.files)); })
                : months_of(trace_, origin(), [](const workload::MonthTotal& month) {
                      return std::log(static_cast<double>(month.items) / month.month.days());
                  });
        if (points.empty()) return;
        const SeriesTerms terms{.growth = span_ >= kShortestForGrowth,
                                .months = span_ >= kShortestForMonths,
                                .weekdays = is_daily_};
        series_ = fit_series(points, terms);
        const std::string from = fmt::format("{} {}", points.size(), is_daily_ ? "days" : "months");
        const std::string quality = is_daily_ ? "files a day" : "files a month";
        if (terms.growth) {
            const double growth =
                settings_.set_within("file_growth", percent_of(series_.growth), kGrowthRange, from);
            add_quality(quality, with_growth(series_, points, log_of_growth(growth)));
        } else {
            settings_.keep("file_growth", "needs half a year");
            add_quality(quality, series_);
        }
        take_factors("month_factors", terms.months, series_.months, from, "needs two years");
        take_factors("weekday_factors", terms.weekdays, series_.weekdays, from,
                     "needs four weeks with files on nine of ten days");
    }

    void take_factors(const std::string& key, bool estimated, std::vector<double>& effects,
                      const std::string& from, const std::string& needs) {
        if (!estimated) return settings_.keep(key, needs);
        settings_.set(key, factors_text(effects), from);
    }

    /// Effects on the logarithm as factors of mean 1.
    [[nodiscard]] static std::string factors_text(const std::vector<double>& effects) {
        std::vector<double> factors;
        for (const double effect : effects)
            factors.push_back(std::exp(effect));
        const double mean =
            std::accumulate(factors.begin(), factors.end(), 0.0) / static_cast<double>(factors.size());
        std::string text;
        for (const double factor : factors)
            text += fmt::format("{}{:.4f}", text.empty() ? "" : ", ", std::min(factor / mean, 1000.0));
        return text;
    }

    void fit_size_growth() {
        const auto points = is_daily_
                                ? days_of(trace_, origin(),
                                          [](const PeriodTotal& day) {
                                              return kLn2 / 65'536 * static_cast<double>(day.log2_sizes) /
                                                     static_cast<double>(day.files - day.empty_files);
                                          })
                                : months_of(trace_, origin(), [](const workload::MonthTotal& month) {
                                      return std::log(static_cast<double>(month.bytes.count()) /
                                                      static_cast<double>(month.items));
                                  });
        if (points.empty() || span_ < kShortestForGrowth)
            return settings_.keep("size_growth", "needs half a year");
        const SeriesFit fit = fit_series(points, {.growth = true});
        const double growth =
            settings_.set_within("size_growth", percent_of(fit.growth), kGrowthRange,
                                 fmt::format("{} {}", points.size(), is_daily_ ? "days" : "months"));
        add_quality(is_daily_ ? "mean logarithm of a day's sizes" : "bytes a file, by month",
                    with_growth(fit, points, log_of_growth(growth)));
    }

    void fit_hours() {
        if (span_ < kShortest || trace_.days.empty())
            return settings_.keep("hour_factors", "needs times of day over two weeks");
        const double all = static_cast<double>(files());
        std::string text;
        for (const std::int64_t hour : trace_.files_by_hour)
            text += fmt::format("{}{:.4f}", text.empty() ? "" : ", ", 24 * static_cast<double>(hour) / all);
        settings_.set("hour_factors", text, fmt::format("{} files", files()));
    }

    void fit_noise() {
        if (!is_daily_) {
            settings_.keep("day_noise", "needs four weeks with files on nine of ten days");
            settings_.keep("day_memory", "needs four weeks with files on nine of ten days");
            return;
        }
        // Counts scatter by themselves: the logarithm of a Poisson count n has a variance of about 1 / n.
        double by_counting = 0;
        std::int64_t counted = 0;
        for (const PeriodTotal& day : trace_.days) {
            if (day.files == 0) continue;
            by_counting += 1 / static_cast<double>(day.files);
            ++counted;
        }
        const double all = series_.residual_deviation * series_.residual_deviation;
        const double variance = std::max(0.0, all - by_counting / static_cast<double>(counted));
        const double memory = variance > 0 ? series_.memory * all / variance : 0;
        const std::string from = fmt::format("{} days", series_.residuals.size());
        settings_.set_within("day_noise", std::sqrt(variance), kNoiseRange, from);
        // Days that do not remember have a little memory below 0 as often as above.
        settings_.set_within("day_memory", std::max(memory, 0.0), kMemoryRange, from);
    }

    /// Of geometric batches of mean m those with two files or more have m + 1 in the mean, and hold 1 - 1/m^2
    /// of all files of batches.
    void fit_batches() {
        const auto ties = ties_beyond_chance(trace_);
        if (!ties) {
            for (const char* key : {"batches.share", "batches.mean", "batches.spread"})
                settings_.keep(
                    key,
                    "files of one instant are rare or chance; batches spread over minutes look like busy "
                    "minutes");
            return;
        }
        const double mean =
            std::clamp(ties->files / ties->groups - 1, kBatchMeanRange.least, kBatchMeanRange.most);
        const double share = ties->files / static_cast<double>(files()) / (1 - 1 / (mean * mean));
        const std::string from =
            fmt::format("{} instants with two files or more, beyond chance", std::llround(ties->groups));
        settings_.set("batches.share", fmt::format("{:.2f} %", 100 * std::min(share, 1.0)), from);
        settings_.set_within("batches.mean", ties->files / ties->groups - 1, kBatchMeanRange, from);
        settings_.set("batches.spread", "0 s", from);
    }

    void fit_sizes() {
        const std::int64_t with_bytes =
            std::accumulate(trace_.sizes.begin(), trace_.sizes.end(), std::int64_t{0});
        if (with_bytes < kFilesForSizes) {
            fit_.settings.push_back({.path = "sizes",
                                     .value = "photos, product files and a tail",
                                     .estimated = false,
                                     .why = "needs a thousand sizes"});
            return;
        }
        LogHistogram histogram{.first = 0, .width = kLn2 / TraceProfile::kStepsPerOctave, .counts = {}};
        for (const std::int64_t count : trace_.sizes)
            histogram.counts.push_back(static_cast<double>(count));
        settings_.begin_sizes();
        for (const LognormalPart& part : fit_mixture(histogram, 3)) {
            if (part.share >= 0.001)
                settings_.add_lognormal_size(100 * part.share, std::exp(part.mean), part.deviation,
                                             with_bytes);
        }
        add_empty_files(with_bytes);
    }

    /// Files without bytes have no logarithm.
    void add_empty_files(std::int64_t with_bytes) {
        const double share =
            100 * static_cast<double>(files() - with_bytes) / static_cast<double>(with_bytes);
        if (share >= 0.001) settings_.add_empty_size(share, files());
    }

    /// Inflow and mean size at the start: what is expected of the trace's days is what came.
    void fit_level() {
        const scenario::GrowthWorkload& growth = *fit_.scenario.workload.growth;
        const std::vector<double> months = relative(growth.months);
        const std::vector<double> weekdays = relative(growth.calendar.weekdays);
        const double file_growth = log_of_growth(growth.file_growth.convert_to<double>());
        const double size_growth = log_of_growth(growth.size_growth.convert_to<double>());
        double files_expected = 0;
        double bytes_expected = 0;
        for (std::int64_t i = 0; i < span_; ++i) {
            const SeriesPoint day = point_at(first_day() + days{i}, origin(), 0);
            const double files = std::exp(file_growth * day.years) *
                                 months[static_cast<std::size_t>(day.month)] *
                                 weekdays[static_cast<std::size_t>(day.weekday)];
            files_expected += files;
            bytes_expected += files * std::exp(size_growth * day.years);
        }
        const double per_day = static_cast<double>(files()) / files_expected;
        const double mean = bytes() / (per_day * bytes_expected);
        const std::string from = fmt::format("{} files on {} days", files(), span_);
        settings_.set("inflow", fmt::format("{:.6f} files/day", std::max(per_day, 0.000001)), from);
        // Also on the last day of the scenario no mean file may be larger than the largest there is.
        const double years_of_growth = static_cast<double>(fit_.scenario.months) / 12 + 1 / kYear;
        const double grown = std::exp(std::max(size_growth, 0.0) * years_of_growth);
        EstimateRange largest = kSizeRange;
        largest.most = std::max(std::floor(kSizeRange.most / grown), 1.0);
        settings_.set_within("mean_size", mean, largest, from);
    }

    [[nodiscard]] static std::vector<double> relative(const std::vector<Rational>& factors) {
        std::vector<double> values;
        for (const Rational& factor : factors)
            values.push_back(factor.convert_to<double>());
        const double mean =
            std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
        for (double& value : values)
            value /= mean;
        return values;
    }

    const TraceProfile& trace_;
    GrowthFit fit_;
    GrowthSettings settings_{fit_};
    std::int64_t span_ = 0;  ///< days from the first to the last file
    bool is_daily_ = false;
    SeriesFit series_;
};

}  // namespace

Result<GrowthFit> fit_growth(const TraceProfile& trace) {
    const std::int64_t files = workload::total_items(trace.months);
    const auto span =
        (std::chrono::floor<days>(trace.last) - std::chrono::floor<days>(trace.first)).count() + 1;
    if (files < kFewestFiles || span < kShortest) {
        return failure(
            {.code = "fit-too-short",
             .what = fmt::format("{} files on {} days are too few to estimate a growth model from", files,
                                 files == 0 ? 0 : span),
             .expected = fmt::format("at least {} files and {} days", kFewestFiles, kShortest),
             .remedy = "replay them as they are (workload: trace), or state a growth model by hand"});
    }
    return GrowthFitter{trace}.fit();
}

}  // namespace firn::planner
