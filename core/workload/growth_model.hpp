#pragma once

#include "core/diag/result.hpp"
#include "core/units/bytes.hpp"
#include "core/units/time.hpp"
#include "core/workload/batch_sizes.hpp"
#include "core/workload/calendar.hpp"
#include "core/workload/factor.hpp"
#include "core/workload/file_source.hpp"
#include "core/workload/size_mixture.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace firn::workload {

/// What arrives in a mean week or on a mean day at the start.
struct Inflow {
    enum class Unit { bytes_per_week, bytes_per_day, files_per_week, files_per_day };
    Unit unit = Unit::bytes_per_week;
    /// Bytes, or millionths of files; above zero.
    std::int64_t amount = 0;
};

/// From an instant on there are so many times the files, and each is so many times as large.
struct GrowthStep {
    Instant at{};
    Factor files;
    Factor bytes;
};

/// Days of each year on which files are larger, as in a contest or a season; their number is the usual one.
struct YearlyEvent {
    unsigned month = 10;  ///< 1 to 12; the event begins with its first day
    std::int64_t days = 31;
    Factor bytes;  ///< so many times the size
};

/// A service whose users send files: more every year, larger every year, by month, weekday and hour, by
/// chance from day to day, one by one or in batches.
struct GrowthModel {
    /// The scenario's start, from which arrivals count: midnight UTC of a day.
    Instant start{};
    /// Files that arrive at `start + horizon` or later are not drawn; none: the year 9999 ends the model.
    std::optional<Duration> horizon;
    Inflow inflow;
    Factor file_growth;  ///< so many times the files a year later, above zero
    Factor size_growth;  ///< so many times the size a year later, above zero
    std::vector<GrowthStep> steps;
    Calendar calendar;
    Batches batches;
    std::vector<SizeComponent> sizes;
    std::optional<Bytes> mean_size;  ///< at the start; none: what the components have
    std::optional<YearlyEvent> event;
    std::uint64_t seed = 1;
};

/// The most files a second that a model may have in an hour.
inline constexpr std::int64_t kMostFilesPerSecond = 100'000;

/// The files of a growth model, drawn in order in constant memory (that of an hour, or of 2^16 files, and of
/// the batches that are open). The draws of an hour depend on the seed and the hour alone. How a model
/// becomes files is told in docs/simulation-model.md.
///
/// Errors: `rate-too-high` (an hour with more than kMostFilesPerSecond, checked up to the horizon),
/// `batches-too-many` (more than 2^20 batches open at once), `sizes-too-large` (a mean file of more than 1
/// TiB), `growth-empty` (less than a millionth of a file is expected up to the horizon).
[[nodiscard]] Result<FileSource> growth_model(const GrowthModel& model);

}  // namespace firn::workload
