#include "core/planner/growth_settings.hpp"

#include "core/workload/size_mixture.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <utility>

namespace firn::planner {

namespace {

std::string per_cent_text(double value) { return fmt::format("{:.2f} %", value); }
std::string plain_text(double value) { return fmt::format("{:.4f}", value); }
std::string batch_text(double value) { return fmt::format("{:.3f}", value); }
std::string bytes_text(double value) { return fmt::format("{} B", std::llround(value)); }

/// Of an estimate that may lie far beyond what a setting has, with the unit of another text.
std::string rough(double value, const std::string& as) {
    const std::size_t unit = as.find(' ');
    return fmt::format("{:.4g}{}", value, unit == std::string::npos ? "" : as.substr(unit));
}

const scenario::Section& size_list() { return *scenario::find_section("workload.growth.sizes"); }

void set_field(scenario::Scenario& scenario, const std::string& key, const std::string& value) {
    [[maybe_unused]] const auto error = scenario::find_field("workload.growth." + key)->set(scenario, value);
    assert(!error && "an estimate must be a value that its field takes");
}

}  // namespace

const EstimateRange kGrowthRange{-99, 1000, per_cent_text};
const EstimateRange kNoiseRange{0, 3, plain_text};
const EstimateRange kMemoryRange{0, 0.99, plain_text};
const EstimateRange kBatchMeanRange{1.01, 10'000, batch_text};
const EstimateRange kSizeRange{1, static_cast<double>(workload::kLargestDrawnFile.count()), bytes_text};

void GrowthSettings::set(const std::string& key, const std::string& value, std::string why) {
    set_field(fit_.scenario, key, value);
    fit_.settings.push_back({.path = key, .value = value, .estimated = true, .why = std::move(why)});
}

double GrowthSettings::set_within(const std::string& key, double estimate, const EstimateRange& range,
                                  std::string why) {
    const double value = within(key, estimate, range);
    const std::string text = range.text(value);
    const bool limited = text != range.text(estimate);
    set(key, text,
        limited ? fmt::format("{}; the trace has {}", why, rough(estimate, text)) : std::move(why));
    fit_.settings.back().limited = limited;
    return value;
}

double GrowthSettings::within(const std::string& key, double estimate, const EstimateRange& range) {
    const double value = std::clamp(estimate, range.least, range.most);
    const std::string text = range.text(value);
    if (text == range.text(estimate)) return value;
    fit_.warnings.push_back(
        {.code = "fit-limited",
         .severity = Severity::warning,
         .what = fmt::format("{} would be {}: the model has {}, the {} there is", key, rough(estimate, text),
                             text, estimate > value ? "most" : "least"),
         .expected = fmt::format("a trace that a growth model can follow: {} to {}", range.text(range.least),
                                 range.text(range.most)),
         .remedy = "fit a part of the trace, replay it as it is (workload: trace), or state a growth model "
                   "by hand"});
    return value;
}

void GrowthSettings::keep(const std::string& key, std::string why) {
    const scenario::Field* field = scenario::find_field("workload.growth." + key);
    fit_.settings.push_back(
        {.path = key, .value = field->get(fit_.scenario), .estimated = false, .why = std::move(why)});
}

void GrowthSettings::begin_sizes() {
    sizes_ = 0;
    size_list().resize(fit_.scenario, 0);
}

void GrowthSettings::add_lognormal_size(double share, double median, double deviation, std::int64_t from) {
    const std::string name = fmt::format("sizes.{}", sizes_ + 1);
    const std::size_t warned = fit_.warnings.size();
    const double size = within(name + ".size", median, kSizeRange);
    const double scatter = within(name + ".deviation", deviation, kNoiseRange);
    add_size({{"share", fmt::format("{:.3f}", share)},
              {"size", bytes_text(size)},
              {"deviation", plain_text(scatter)}},
             from);
    fit_.settings.back().limited = fit_.warnings.size() > warned;
}

void GrowthSettings::add_empty_size(double share, std::int64_t from) {
    add_size({{"share", fmt::format("{:.3f}", share)}, {"shape", "constant"}, {"size", "0 B"}}, from);
}

void GrowthSettings::add_size(const scenario::DefaultItem& item, std::int64_t from) {
    const scenario::Section& list = size_list();
    list.resize(fit_.scenario, ++sizes_);
    scenario::apply_defaults(fit_.scenario, list.path);
    std::string text;
    for (const auto& [key, value] : item) {
        set_field(fit_.scenario, "sizes." + key, value);
        text += fmt::format("{}{}: {}", text.empty() ? "" : ", ", key, value);
    }
    fit_.settings.push_back({.path = fmt::format("sizes.{}", sizes_),
                             .value = text,
                             .estimated = true,
                             .why = fmt::format("{} files", from)});
}

}  // namespace firn::planner
