#pragma once

#include "core/units/bytes.hpp"
#include "core/units/rational.hpp"
#include "core/units/time.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace firn::scenario {

// A growth model as a person states it; what its settings mean stands in growth_fields.cpp. Factors and
// shares have at most six decimals, growth rates are in percent with at most four.

/// What arrives in the first weeks: "1 TB/week", "200000 files/day".
struct Inflow {
    enum class Period { day, week };
    std::optional<Bytes> bytes;  ///< none: `files` are stated
    Rational files;
    Period period = Period::week;

    friend bool operator==(const Inflow&, const Inflow&) = default;
};

/// How days and hours differ.
struct Calendar {
    std::vector<Rational> weekdays;  ///< seven, Monday first
    std::vector<Rational> hours;     ///< 24; none: along a cosine
    Rational hour_peak;
    std::int64_t peak_hour = 0;
    Rational day_noise;
    Rational day_memory;
};

enum class BatchShape { geometric, zeta };

/// Files that come together.
struct Batches {
    Rational share;  ///< percent of the files
    BatchShape shape = BatchShape::geometric;
    Rational mean;
    Rational exponent;
    std::int64_t largest = 1;
    Duration spread{};
};

enum class ComponentShape { lognormal, pareto, constant };

/// One kind of files in a mixture of sizes.
struct SizeComponent {
    Rational share;
    ComponentShape shape = ComponentShape::lognormal;
    Bytes size;
    Rational deviation;
    Rational exponent;
    Bytes largest;
};

struct GrowthStep {
    Instant at{};
    Rational files;
    Rational bytes;
};

struct YearlyEvent {
    std::int64_t month = 0;
    std::int64_t days = 0;
    Rational bytes;
};

/// Files that a model of the service generates.
struct GrowthWorkload {
    Inflow inflow;
    std::optional<Bytes> mean_size;
    Rational file_growth;  ///< percent a year
    Rational size_growth;
    std::vector<Rational> months;  ///< twelve, January first
    Calendar calendar;
    Batches batches;
    std::vector<SizeComponent> sizes;
    std::vector<GrowthStep> steps;
    std::optional<YearlyEvent> event;
};

}  // namespace firn::scenario
