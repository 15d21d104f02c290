#pragma once

#include "core/planner/growth_fit.hpp"
#include "core/scenario/field.hpp"

#include <cstddef>
#include <cstdint>
#include <string>

namespace firn::planner {

/// What a setting of a growth model may be, and how its value is written.
struct EstimateRange {
    double least = 0;
    double most = 0;
    std::string (*text)(double) = nullptr;
};

/// Writes estimates into the scenario of a fit and notes where each comes from.
class GrowthSettings {
  public:
    /// `fit` outlives it; its scenario has a growth model with its defaults.
    explicit GrowthSettings(GrowthFit& fit) : fit_{fit} {}

    /// An estimate that the model can have. Keys are below workload.growth: "batches.share".
    void set(const std::string& key, const std::string& value, std::string why);

    /// An estimate that may lie beyond what a model can have: then the limit is taken, and that is said. The
    /// value that was set.
    double set_within(const std::string& key, double estimate, const EstimateRange& range, std::string why);

    /// The assumed default stays, because something is missing for an estimate.
    void keep(const std::string& key, std::string why);

    /// No size components from now on, until they are added.
    void begin_sizes();
    /// `share` in per cent, `median` in bytes; median and deviation are limited as by set_within.
    void add_lognormal_size(double share, double median, double deviation, std::int64_t from);
    void add_empty_size(double share, std::int64_t from);

  private:
    double within(const std::string& key, double estimate, const EstimateRange& range);
    void add_size(const scenario::DefaultItem& item, std::int64_t from);

    GrowthFit& fit_;
    std::size_t sizes_ = 0;
};

// What core/scenario allows for a growth model.
extern const EstimateRange kGrowthRange;     ///< per cent a year
extern const EstimateRange kNoiseRange;      ///< of a logarithm
extern const EstimateRange kMemoryRange;     ///< a correlation
extern const EstimateRange kBatchMeanRange;  ///< files
extern const EstimateRange kSizeRange;       ///< bytes

}  // namespace firn::planner
