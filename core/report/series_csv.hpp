#pragma once

#include "core/service/service_series.hpp"
#include "core/units/time.hpp"

#include <string>

namespace firn::report {

/// The time series of a run as CSV, a row a bucket, by series and resolution in order of time:
///
///     series,unit,resolution,begin,seconds,count,mean,deviation,min,max,sum,p50,p95,p99
///     busy_fetchers,workers,hour,2013-03-05T07:00:00Z,3600,812,11.204,4.172,0,32,,,,
///     latency_us,us,hour,2013-03-05T07:00:00Z,3600,2,1500000.000,500000.000,1000000,2000000,3000000,1001471,2000000,2000000
///
/// `begin` is RFC 3339, `count` the changes of a level or the observations of a tally, `mean` rounded down. A
/// level has no `sum`; quantiles has `latency_us` alone.
[[nodiscard]] std::string series_csv(const service::ServiceSeries& series, Instant start);

}  // namespace firn::report
