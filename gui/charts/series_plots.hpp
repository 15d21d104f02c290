#pragma once

#include "core/units/time.hpp"
#include "gui/charts/plot_content.hpp"

#include <vector>

namespace firn::service {
class ServiceSeries;
}

namespace firn::gui {

/// How finely a run is looked at.
enum class Grain { days, hours, minutes };

/// What is seen of a run in the course of time: inflow, lines before the workers, workers at work, latency,
/// the oldest file that is not yet stored, what lies in the vault. Hours and minutes reach back only so far
/// (docs/backup-service.md). All have the same axis.
[[nodiscard]] std::vector<PlotContent> plots_of(const service::ServiceSeries& series, Instant start,
                                                Grain grain);

}  // namespace firn::gui
