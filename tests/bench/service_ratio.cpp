#include "tests/bench/service_ratio.hpp"

#include "core/io/read_text_file.hpp"
#include "core/planner/pipeline_of.hpp"
#include "core/planner/service_simulation.hpp"
#include "core/workload/drawn_owners.hpp"
#include "core/workload/drawn_stock.hpp"
#include "core/workload/reference_w1.hpp"
#include "core/yaml/scenario_reader.hpp"
#include "tests/bench/event_loop.hpp"
#include "tests/bench/timing.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <functional>
#include <utility>
#include <vector>

namespace firn::bench {
namespace {

struct Timed {
    std::string name;
    std::function<void()> run;
    std::vector<double> times{};
};

scenario::Scenario w3() {
    const std::string path = std::string{FIRN_SOURCE_DIR} + "/scenarios/w3/scenario.yaml";
    auto text = io::read_text_file(path);
    if (!text) std::abort();
    auto scenario = yaml::read_scenario(path, std::move(text).value());
    if (!scenario) std::abort();
    return std::move(scenario).value();
}

workload::FileSource owned(workload::FileSource files, std::uint64_t first) {
    return workload::with_drawn_owners(std::move(files), {.count = 16, .seed = 1, .first_file = first});
}

void run(const service::ServiceSettings& settings, const backup::ReplayOptions& options,
         service::ServiceStreams streams) {
    if (!service::run_service(settings, options, std::move(streams))) std::abort();
}

void run_w3(const scenario::Scenario& scenario, std::uint64_t files) {
    run(planner::service_of(scenario, pricing::PriceBook{}, {}), planner::replay_options_of(scenario),
        {.live = owned(workload::reference_w1(files), 0),
         .backfill =
             owned(workload::drawn_stock({.files = 100'000, .mean_size = Bytes{100'000}, .seed = 1}).value(),
                   workload::kFirstBackfillFile)});
}

void run_w1_by_events(std::uint64_t files) {
    service::ServiceSettings settings;
    settings.pipeline = backup::reference_w1_pipeline();
    run(settings, {}, {.live = workload::reference_w1(files)});
}

}  // namespace

std::string compare_service_with_event_loop(std::uint64_t files, int rounds) {
    const scenario::Scenario scenario = w3();
    std::vector<Timed> all{
        {"event loop on W1",
         [&] {
             const auto settings = backup::reference_w1_pipeline();
             if (run_event_loop(settings, files, workload::reference_w1(files)).archives == 0) std::abort();
         }},
        {"event gear on W1", [&] { run_w1_by_events(files); }},
        {"event gear on W3", [&] { run_w3(scenario, files); }}};
    for (int round = 0; round < rounds; ++round) {
        for (Timed& timed : all)
            timed.times.push_back(processor_nanoseconds(timed.run));
    }
    const double loop = median(all.front().times);
    std::string text;
    for (const Timed& timed : all) {
        const double time = median(timed.times);
        text += fmt::format("{}, {} files: {:.1f} ns a file, ratio {:.2f}\n", timed.name, files,
                            time / static_cast<double>(files), loop / time);
    }
    return text;
}

}  // namespace firn::bench
