#pragma once

#include "core/units/money.hpp"
#include "core/units/time.hpp"
#include "gui/charts/plot_content.hpp"

#include <optional>

namespace firn::restore {
struct RestorePlan;
struct Way;
struct Wish;
}  // namespace firn::restore

namespace firn::gui {

/// What a person set, whether or not it can be had.
struct RestoreLimits {
    std::optional<Duration> within{};
    std::optional<Money> budget{};
};

/// Each way of a restore by the hours it takes at most and what it costs: a colour a tier, a symbol a pacing;
/// the least that so many hours cost as a line; deadline and budget as lines.
[[nodiscard]] PlotContent cost_by_hours(const restore::RestorePlan& plan, const RestoreLimits& limits);

/// What of a way is asked for, ready and downloaded in the course of the hours, at most times.
[[nodiscard]] PlotContent course_of_restore(const restore::Way& way);

}  // namespace firn::gui
