#include "core/report/series_csv.hpp"

#include "core/units/rational.hpp"

#include <fmt/format.h>

#include <array>
#include <iterator>
#include <string_view>
#include <utility>
#include <variant>

namespace firn::report {

namespace {

constexpr std::array<std::pair<sim::Resolution, std::string_view>, 3> kResolutions{
    {{sim::Resolution::minute, "minute"}, {sim::Resolution::hour, "hour"}, {sim::Resolution::day, "day"}}};

/// What only observations have: their sum, and quantiles where they are kept.
std::string observed_text(const sim::SeriesBucket& bucket, bool is_tally) {
    if (!is_tally) return ",,,";
    if (!bucket.quantiles) return to_decimal(bucket.sum) + ",,,";
    return fmt::format("{},{},{},{}", to_decimal(bucket.sum), bucket.quantiles->p50, bucket.quantiles->p95,
                       bucket.quantiles->p99);
}

void write_rows(std::string& text, const service::ServiceSeries::Named& named, sim::Resolution resolution,
                std::string_view resolution_name, Instant start) {
    const bool is_tally = std::holds_alternative<const sim::TallySeries*>(named.series);
    const auto buckets =
        std::visit([&](const auto* series) { return series->buckets(resolution); }, named.series);
    for (const sim::SeriesBucket& bucket : buckets) {
        fmt::format_to(std::back_inserter(text), "{},{},{},{},{},{},{}.{:03},{:.3f},{},{},{}\n", named.name,
                       named.unit, resolution_name, to_text(start + bucket.begin),
                       std::chrono::duration_cast<std::chrono::seconds>(bucket.length).count(), bucket.count,
                       bucket.mean_floor(), bucket.mean_thousandths(), bucket.deviation, bucket.min,
                       bucket.max, observed_text(bucket, is_tally));
    }
}

}  // namespace

std::string series_csv(const service::ServiceSeries& series, Instant start) {
    std::string text = "series,unit,resolution,begin,seconds,count,mean,deviation,min,max,sum,p50,p95,p99\n";
    for (const service::ServiceSeries::Named& named : series.all()) {
        for (const auto& [resolution, name] : kResolutions)
            write_rows(text, named, resolution, name, start);
    }
    return text;
}

}  // namespace firn::report
