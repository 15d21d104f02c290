#pragma once

#include "core/diag/result.hpp"
#include "core/scenario/scenario.hpp"
#include "core/workload/trace_profile.hpp"

#include <string>
#include <vector>

namespace firn::planner {

/// A setting of a growth model and where its value comes from.
struct FittedSetting {
    std::string path;  ///< "file_growth", below workload.growth
    std::string value;
    bool estimated = false;  ///< from the trace; otherwise the assumed default
    /// Estimated, but the trace has more, or less, than a model may: this is the limit.
    bool limited = false;
    std::string why{};  ///< from how much, or what is missing for an estimate
};

/// How well a regression explains the logarithms that it was made of.
struct FitQuality {
    std::string of;  ///< "files a day"
    std::size_t periods = 0;
    double r_squared = 0;           ///< of the growth that the model has; below 0 where that is limited far
    double residual_deviation = 0;  ///< of the natural logarithm
};

/// A growth model that resembles a trace.
struct GrowthFit {
    /// Begins with the trace's first month and lasts as many months; pipeline and prices by default.
    scenario::Scenario scenario;
    std::vector<FittedSetting> settings;
    std::vector<FitQuality> qualities;
    Diagnostics warnings{};  ///< `fit-limited`, of each setting that is
};

/// Estimates the settings of a growth model. What the trace is too short or too coarse for keeps its default.
///
/// Days, if the trace has four weeks and files on nine of ten days, otherwise months; the logarithms of their
/// files on time, months and weekdays by least squares. Growth needs half a year, months two years. The noise
/// of days is what is left without the spread of counts. Inflow and mean size are such that the model expects
/// the trace's files and bytes. Sizes are up to three lognormal parts.
///
/// Errors: `fit-too-short` (less than two weeks or fewer than a hundred files).
[[nodiscard]] Result<GrowthFit> fit_growth(const workload::TraceProfile& trace);

}  // namespace firn::planner
