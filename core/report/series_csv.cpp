#include "core/report/series_csv.hpp"

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

void write_rows(std::string& text, const service::ServiceSeries::Named& named, sim::Resolution resolution,
                std::string_view resolution_name, Instant start) {
    const auto buckets =
        std::visit([&](const auto* series) { return series->buckets(resolution); }, named.series);
    for (const sim::SeriesBucket& bucket : buckets) {
        fmt::format_to(std::back_inserter(text), "{},{},{},{},{},{},{}.{:03},{:.3f},{},{}\n", named.name,
                       named.unit, resolution_name, to_text(start + bucket.begin),
                       std::chrono::duration_cast<std::chrono::seconds>(bucket.length).count(), bucket.count,
                       bucket.mean_floor(), bucket.mean_thousandths(), bucket.deviation, bucket.min,
                       bucket.max);
    }
}

}  // namespace

std::string series_csv(const service::ServiceSeries& series, Instant start) {
    std::string text = "series,unit,resolution,begin,seconds,count,mean,deviation,min,max\n";
    for (const service::ServiceSeries::Named& named : series.all()) {
        for (const auto& [resolution, name] : kResolutions)
            write_rows(text, named, resolution, name, start);
    }
    return text;
}

}  // namespace firn::report
