#include "core/planner/transfer_fit.hpp"

#include "core/planner/robust_line.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <tuple>
#include <utility>

namespace firn::planner {

namespace {

using workload::Transfer;

constexpr std::size_t kFewestTransfers = 3;
constexpr std::size_t kOddestShown = 5;
/// The standard deviation of what rounding to whole microseconds adds: 1 / sqrt(12).
constexpr double kRounding = 0.29;
constexpr double kFastestRate = 9.2e18;

/// The transfers by size, as columns of numbers: bytes in parts of the largest size, so that sums stay
/// near 1.
struct Columns {
    std::vector<Transfer> transfers;
    double unit = 1;  ///< bytes
    std::vector<double> sizes;
    std::vector<double> durations;  ///< microseconds
};

Columns columns_of(std::vector<Transfer> transfers) {
    std::sort(transfers.begin(), transfers.end(), [](const Transfer& a, const Transfer& b) {
        return std::tuple{a.size, a.duration, a.line} < std::tuple{b.size, b.duration, b.line};
    });
    Columns columns;
    columns.unit = static_cast<double>(transfers.back().size.count());
    for (const Transfer& transfer : transfers) {
        columns.sizes.push_back(static_cast<double>(transfer.size.count()) / columns.unit);
        columns.durations.push_back(static_cast<double>(transfer.duration.count()));
    }
    columns.transfers = std::move(transfers);
    return columns;
}

std::string_view many(workload::Stage stage) {
    return stage == workload::Stage::fetch ? "fetches" : "uploads";
}

Diagnostics refusal(Diagnostic diagnostic, const std::string& name) {
    diagnostic.where = {.file = name};
    return failure(std::move(diagnostic));
}

Diagnostics too_few(const workload::Transfers& transfers, workload::Stage stage, const std::string& name) {
    return refusal({.code = "transfers-too-few",
                    .what = fmt::format("the log has {} {}", transfers.count(), many(stage)),
                    .expected = "at least 3, of different sizes; some hundred make the fit sure",
                    .remedy = "log more transfers"},
                   name);
}

Diagnostics sizes_alike(const Columns& columns, workload::Stage stage, const std::string& name) {
    return refusal(
        {.code = "sizes-alike",
         .what = fmt::format("all {} have {} bytes: latency and rate cannot be told apart", many(stage),
                             columns.transfers.front().size.count()),
         .expected = "transfers of different sizes, best from the smallest to the largest that occur",
         .remedy = "log transfers of other sizes, too"},
        name);
}

Diagnostics no_rate(workload::Stage stage, const std::string& name) {
    return refusal(
        {.code = "rate-not-found",
         .what =
             fmt::format("larger {} take no longer than small ones: there is no rate to find", many(stage)),
         .expected = "durations that grow with the size",
         .remedy = "see whether the columns are the right ones (--columns), and log larger transfers"},
        name);
}

Duration rounded(double microseconds) { return Duration{std::llround(microseconds)}; }
Duration rounded_up(double microseconds) { return Duration{std::llround(std::ceil(microseconds))}; }

std::int64_t clamped_rate(double bytes_per_second) {
    return std::llround(std::clamp(bytes_per_second, 1.0, kFastestRate));
}

ResidualQuantiles quantiles_of(std::vector<double> residuals) {
    std::sort(residuals.begin(), residuals.end());
    const auto quantile = [&](std::size_t percent) {
        return rounded(residuals[(residuals.size() * percent + 99) / 100 - 1]);
    };
    return {quantile(1), quantile(5), quantile(25), quantile(50), quantile(75), quantile(95), quantile(99)};
}

double expected_at(const RobustLine& line, double size) { return line.intercept + line.slope * size; }

bool is_outlier(double distance) { return std::abs(distance) >= kOutlierDistance; }

/// Without the outliers.
double r_squared(const Columns& columns, const RobustLine& line) {
    double count = 0;
    double sum = 0;
    for (std::size_t i = 0; i < columns.sizes.size(); ++i) {
        if (is_outlier(line.distances[i])) continue;
        count += 1;
        sum += columns.durations[i];
    }
    double around_mean = 0;
    double around_line = 0;
    for (std::size_t i = 0; i < columns.sizes.size(); ++i) {
        if (is_outlier(line.distances[i])) continue;
        const double from_mean = columns.durations[i] - sum / count;
        const double from_line = columns.durations[i] - expected_at(line, columns.sizes[i]);
        around_mean += from_mean * from_mean;
        around_line += from_line * from_line;
    }
    return around_mean > 0 ? 1 - around_line / around_mean : 0;
}

std::vector<OddTransfer> oddest_of(const Columns& columns, const RobustLine& line) {
    std::vector<std::size_t> odd;
    for (std::size_t i = 0; i < columns.sizes.size(); ++i) {
        if (is_outlier(line.distances[i])) odd.push_back(i);
    }
    const auto shown = odd.begin() + static_cast<std::ptrdiff_t>(std::min(odd.size(), kOddestShown));
    std::partial_sort(odd.begin(), shown, odd.end(), [&](std::size_t a, std::size_t b) {
        return std::pair{-std::abs(line.distances[a]), a} < std::pair{-std::abs(line.distances[b]), b};
    });
    std::vector<OddTransfer> oddest;
    for (auto i = odd.begin(); i != shown; ++i)
        oddest.push_back({columns.transfers[*i], rounded(expected_at(line, columns.sizes[*i]))});
    return oddest;
}

TransferFit fit_of(const Columns& columns, const RobustLine& line, const workload::Transfers& transfers) {
    const double per_second = columns.unit * 1e6;
    TransferFit fit{
        .transfers = transfers.count(),
        .used = columns.transfers.size(),
        .latency = rounded(line.intercept),
        .latency_error = rounded_up(line.intercept_error),
        .rate = ByteRate{clamped_rate(per_second / line.slope)},
        .rate_error = clamped_rate(std::ceil(per_second / line.slope * line.slope_error / line.slope)),
        .smallest = columns.transfers.front().size,
        .largest = columns.transfers.back().size,
        .r_squared = r_squared(columns, line),
        .residuals = {},
        .oddest = oddest_of(columns, line)};
    fit.outliers =
        static_cast<std::uint64_t>(std::count_if(line.distances.begin(), line.distances.end(), is_outlier));
    std::vector<double> residuals;
    for (std::size_t i = 0; i < columns.sizes.size(); ++i)
        residuals.push_back(columns.durations[i] - expected_at(line, columns.sizes[i]));
    fit.residuals = quantiles_of(std::move(residuals));
    return fit;
}

Diagnostic negative_latency(const RobustLine& line, workload::Stage stage, const std::string& name) {
    return {
        .code = "latency-negative",
        .severity = Severity::warning,
        .where = {.file = name},
        .what = fmt::format("the {} fit a latency of -{}: it is taken as 0, and the rate by the sizes alone",
                            many(stage), to_rough_text(rounded(-line.intercept))),
        .expected = "durations that are a latency and the bytes at a steady rate",
        .remedy = "log more small transfers; large ones may share a line that is full"};
}

/// Twice the standard errors, in per cent.
int percent_of(double error, double value) {
    return static_cast<int>(std::min(std::ceil(200 * error / std::max(std::abs(value), 1e-9)), 1000.0));
}

/// Where latency or rate are known worse than to 10 %.
Diagnostics uncertainty(const Columns& columns, const RobustLine& line, workload::Stage stage,
                        const std::string& name) {
    constexpr int kSure = 10;
    const int latency = percent_of(line.intercept_error, line.intercept);
    const int rate = percent_of(line.slope_error, line.slope);
    const double typical = columns.durations[columns.durations.size() / 2];
    // A latency that hardly counts may be known badly.
    const bool latency_matters = line.intercept_error * 2 > typical / 100;
    if (rate <= kSure && (latency <= kSure || !latency_matters)) return {};
    const std::size_t tenth = columns.sizes.size() / 10;
    const Bytes low = columns.transfers[tenth].size;
    const Bytes high = columns.transfers[columns.sizes.size() - 1 - tenth].size;
    const bool narrow = high.count() / 2 < low.count();
    return {
        {.code = "fit-uncertain",
         .severity = Severity::warning,
         .where = {.file = name},
         .what = fmt::format("of the {} the latency is known to ±{} % and the rate to ±{} %: {}", many(stage),
                             latency, rate,
                             narrow ? fmt::format("eight in ten have {} to {}, which does not tell the two "
                                                  "apart",
                                                  to_rough_text(low), to_rough_text(high))
                                    : std::string{"their durations scatter widely"}),
         .expected = "both to ±10 %",
         .remedy = narrow ? "log transfers of very different sizes" : "log more transfers"}};
}

}  // namespace

Result<FittedTransfers> fit_transfers(const workload::Transfers& transfers, workload::Stage stage,
                                      const std::string& name) {
    if (transfers.kept().size() < kFewestTransfers) return too_few(transfers, stage, name);
    const Columns columns = columns_of(transfers.kept());
    if (columns.transfers.front().size == columns.transfers.back().size)
        return sizes_alike(columns, stage, name);
    RobustLine line = fit_line(columns.sizes, columns.durations, {.least_scatter = kRounding});
    FittedTransfers fitted;
    // Of the line with a latency, also where that is then taken as 0: that it is not known must not get lost.
    fitted.warnings = uncertainty(columns, line, stage, name);
    const bool through_origin = line.intercept < 0 && line.slope > 0;
    if (through_origin) {
        // A little below 0 is what chance makes of no latency at all.
        if (line.intercept < -std::max(2 * line.intercept_error, 1.0))
            fitted.warnings.push_back(negative_latency(line, stage, name));
        line =
            fit_line(columns.sizes, columns.durations, {.through_origin = true, .least_scatter = kRounding});
    }
    // The slope is the microseconds that the largest transfer's bytes take.
    if (line.slope < std::max(line.slope_error, 1.0)) return no_rate(stage, name);
    fitted.fit = fit_of(columns, line, transfers);
    fitted.fit.through_origin = through_origin;
    return fitted;
}

}  // namespace firn::planner
