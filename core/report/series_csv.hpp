#pragma once

#include "core/service/service_series.hpp"
#include "core/units/time.hpp"

#include <string>

namespace firn::report {

/// The time series of a run as CSV, a row a bucket, by series and resolution in order of time:
///
///     series,unit,resolution,begin,seconds,count,mean,deviation,min,max
///     busy_fetchers,workers,hour,2013-03-05T07:00:00Z,3600,812,11,4.172,0,32
///
/// `begin` is RFC 3339, `count` the changes of a level or the observations of a tally, `mean` rounded down.
[[nodiscard]] std::string series_csv(const service::ServiceSeries& series, Instant start);

}  // namespace firn::report
