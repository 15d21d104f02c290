#include "tests/bench/service_ratio.hpp"

#include "core/io/read_text_file.hpp"
#include "core/planner/pipeline_of.hpp"
#include "core/planner/replicates.hpp"
#include "core/planner/service_simulation.hpp"
#include "core/workload/drawn_owners.hpp"
#include "core/workload/drawn_stock.hpp"
#include "core/workload/reference_w1.hpp"
#include "core/yaml/scenario_reader.hpp"
#include "tests/bench/event_loop.hpp"
#include "tests/bench/timing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdlib>
#include <functional>
#include <iterator>
#include <utility>
#include <vector>

namespace firn::bench {
namespace {

constexpr std::uint64_t kReplicates = 100;
/// Files of W3 beside the live ones.
constexpr std::uint64_t kBackfill = 100'000;

struct Timed {
    std::string name;
    std::uint64_t files = 0;
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

service::ServiceSettings service_of(const scenario::Scenario& scenario) {
    return planner::service_of(scenario, pricing::PriceBook{}, {});
}

void run_w3(const service::ServiceSettings& settings, const backup::ReplayOptions& options,
            std::uint64_t files) {
    run(settings, options,
        {.live = owned(workload::reference_w1(files), 0),
         .backfill = owned(
             workload::drawn_stock({.files = kBackfill, .mean_size = Bytes{100'000}, .seed = 1}).value(),
             workload::kFirstBackfillFile)});
}

void run_w1_by_events(std::uint64_t files) {
    service::ServiceSettings settings;
    settings.pipeline = backup::reference_w1_pipeline();
    run(settings, {}, {.live = workload::reference_w1(files)});
}

/// Of W3's restores that of single files alone, with so many requests in its day.
std::vector<service::Restore> single_files(const service::ServiceSettings& w3, std::uint64_t requests) {
    service::Restore singles = w3.life.restores.front();
    singles.mean_gap = Duration{std::chrono::days{1}} / static_cast<std::int64_t>(requests);
    return {singles};
}

void run_replicates(std::uint64_t files, unsigned threads) {
    const auto run_one = [&](const scenario::Scenario&,
                             std::uint64_t) -> Result<std::vector<planner::Figure>> {
        run_w1_by_events(files);
        return std::vector<planner::Figure>{};
    };
    if (!planner::run_replicates(scenario::Scenario{}, kReplicates, threads, run_one)) std::abort();
}

std::vector<double> medians(std::vector<Timed>& all, int rounds,
                            double (*time)(const std::function<void()>&)) {
    for (int round = 0; round < rounds; ++round) {
        for (Timed& timed : all)
            timed.times.push_back(time(timed.run));
    }
    std::vector<double> found;
    std::transform(all.begin(), all.end(), std::back_inserter(found),
                   [](const Timed& timed) { return median(timed.times); });
    return found;
}

double processor_time(const std::function<void()>& run) { return processor_nanoseconds(run); }
double clock_time(const std::function<void()>& run) { return nanoseconds(run); }

}  // namespace

std::string compare_service_with_event_loop(std::uint64_t files, int rounds) {
    const scenario::Scenario scenario = w3();
    const service::ServiceSettings settings = service_of(scenario);
    const backup::ReplayOptions options = planner::replay_options_of(scenario);
    std::vector<Timed> all{
        {"event loop on W1", files,
         [&] {
             const auto pipeline = backup::reference_w1_pipeline();
             if (run_event_loop(pipeline, files, workload::reference_w1(files)).archives == 0) std::abort();
         }},
        {"event gear on W1", files, [&] { run_w1_by_events(files); }},
        {"event gear on W3", files + kBackfill, [&] { run_w3(settings, options, files); }}};
    const std::vector<double> times = medians(all, rounds, processor_time);
    std::string text;
    const auto of_a_file = [&](std::size_t i) { return times[i] / static_cast<double>(all[i].files); };
    for (std::size_t i = 0; i < all.size(); ++i) {
        text += fmt::format("{}, {} files: {:.1f} ns a file, ratio {:.2f}\n", all[i].name, all[i].files,
                            of_a_file(i), of_a_file(0) / of_a_file(i));
    }
    return text;
}

std::string compare_restores_with_files(std::uint64_t count, int rounds) {
    const scenario::Scenario scenario = w3();
    const backup::ReplayOptions options = planner::replay_options_of(scenario);
    service::ServiceSettings without = service_of(scenario);
    service::ServiceSettings with = without;
    with.life.restores = single_files(without, count);
    without.life.restores.clear();
    std::vector<Timed> all{{"files", count + kBackfill, [&] { run_w3(without, options, count); }},
                           {"files and restores", count + kBackfill, [&] { run_w3(with, options, count); }}};
    const std::vector<double> times = medians(all, rounds, processor_time);
    const double file = times[0] / static_cast<double>(count + kBackfill);
    const double request = (times[1] - times[0]) / static_cast<double>(count);
    return fmt::format("restores, {} requests: {:.1f} ns a request beside {:.1f} ns a file, ratio {:.2f}\n",
                       count, request, file, file / request);
}

std::string compare_threads_of_replicates(std::uint64_t files, int rounds) {
    std::vector<Timed> all{{"1 thread", files, [&] { run_replicates(files, 1); }},
                           {"2 threads", files, [&] { run_replicates(files, 2); }}};
    const std::vector<double> times = medians(all, rounds, clock_time);
    return fmt::format("{} replicates of {} files: 1 thread {:.0f} ms, 2 threads {:.0f} ms, ratio {:.2f}\n",
                       kReplicates, files, times[0] / 1e6, times[1] / 1e6, times[0] / times[1]);
}

}  // namespace firn::bench
