#pragma once

#include "core/units/time.hpp"

#include <functional>

namespace firn::service {

/// Outages of network and service, as functions of time. They are asked about instants that never decrease.
struct LifeOutages {
    /// The first instant from t on that is outside of outages.
    std::function<Duration(Duration)> resume = [](Duration t) { return t; };
    /// When an attempt of that length ends that begins at t.
    std::function<Duration(Duration, Duration)> end_of = [](Duration t, Duration length) {
        return t + length;
    };
};

}  // namespace firn::service
