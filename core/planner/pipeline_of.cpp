#include "core/planner/pipeline_of.hpp"

namespace firn::planner {

backup::PipelineSettings pipeline_of(const scenario::Scenario& scenario, const pricing::PriceBook& book) {
    const scenario::Pipeline& pipeline = scenario.pipeline;
    backup::PipelineSettings settings;
    settings.fetchers = static_cast<std::uint32_t>(pipeline.fetchers);
    settings.fetch_latency = pipeline.fetch_latency;
    settings.fetch_rate = pipeline.fetch_rate;
    settings.bundle_size = pipeline.bundle_size;
    settings.max_age = pipeline.max_age;
    settings.uploaders = static_cast<std::uint32_t>(pipeline.uploaders);
    settings.upload_latency = pipeline.upload_latency;
    settings.upload_rate = pipeline.upload_rate;
    settings.call_size = pipeline.call_size;
    const pricing::ClassTerms* terms = pricing::find_class(book, scenario.storage_class);
    if (terms != nullptr) settings.part_rule = terms->parts;
    return settings;
}

backup::ReplayOptions replay_options_of(const scenario::Scenario& scenario) {
    backup::ReplayOptions options;
    options.start = scenario.start;
    options.months = static_cast<int>(scenario.months);
    options.extend_horizon = false;
    options.opening = {.archives = static_cast<std::uint64_t>(scenario.stock.archives),
                       .stored = scenario.stock.bytes,
                       .payload = scenario.stock.bytes};
    for (const scenario::StockPart& part : scenario.stock.parts) {
        if (!part.storage_class.empty() && part.storage_class != scenario.storage_class) continue;
        options.opening.archives += static_cast<std::uint64_t>(part.archives);
        options.opening.stored += part.bytes;
        options.opening.payload += part.bytes;
    }
    return options;
}

}  // namespace firn::planner
