#include "core/backup/loaded_files.hpp"
#include "core/backup/replay.hpp"
#include "core/workload/growth_model.hpp"
#include "core/workload/reference_w1.hpp"
#include "tests/bench/csv_ratio.hpp"
#include "tests/bench/event_loop.hpp"
#include "tests/bench/pricing_speed.hpp"
#include "tests/bench/ratio.hpp"
#include "tests/bench/reference_lines.hpp"
#include "tests/bench/service_ratio.hpp"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <span>
#include <string>
#include <string_view>
#include <vector>

using namespace firn;
using namespace firn::bench;

namespace {

backup::PipelineSettings pipeline(std::int64_t fetchers) {
    backup::PipelineSettings settings = backup::reference_w1_pipeline();
    settings.fetchers = static_cast<std::uint32_t>(fetchers);
    return settings;
}

void count_files(benchmark::State& state, std::int64_t files) {
    state.SetItemsProcessed(state.iterations() * files);
}

void drawing_the_trace(benchmark::State& state) {
    for (auto _ : state) {
        auto source = workload::reference_w1(static_cast<std::uint64_t>(state.range(0)));
        workload::FileBlock block;
        while (source(block).value()) {
            benchmark::DoNotOptimize(block.sizes.data());
        }
    }
    count_files(state, state.range(0));
}

/// Half of the files in batches, sizes as a mixture of three: what scenarios/imvu-2012 draws.
workload::GrowthModel growth_of_a_service(std::int64_t months) {
    using Shape = workload::SizeComponent::Shape;
    workload::GrowthModel model;
    model.start = std::chrono::sys_days{std::chrono::year{2012} / 11 / 1};
    model.horizon = std::chrono::days{30 * months};
    model.inflow = {.unit = workload::Inflow::Unit::files_per_day, .amount = 204'081'000'000};
    model.calendar.hours = workload::cosine_hours({1'600'000}, 20);
    model.batches.share = {500'000};
    model.batches.mean = {10'000'000};
    model.batches.largest = 5'000;
    model.batches.spread = std::chrono::minutes{5};
    const auto add = [&](std::int64_t share, Shape shape, std::int64_t size, std::int64_t deviation) {
        workload::SizeComponent component;
        component.share = {share};
        component.shape = shape;
        component.size = Bytes{size};
        component.deviation = {deviation};
        component.exponent = {1'300'000};
        component.largest = Bytes{50'000'000};
        model.sizes.push_back(component);
    };
    add(700'000, Shape::lognormal, 60'000, 1'000'000);
    add(250'000, Shape::lognormal, 20'000, 1'600'000);
    add(50'000, Shape::pareto, 300'000, 0);
    return model;
}

void drawing_a_growth_model(benchmark::State& state) {
    std::int64_t files = 0;
    for (auto _ : state) {
        auto source = workload::growth_model(growth_of_a_service(state.range(0))).value();
        workload::FileBlock block;
        while (source(block).value()) {
            files += static_cast<std::int64_t>(block.files());
            benchmark::DoNotOptimize(block.sizes.data());
        }
    }
    state.SetItemsProcessed(files);
}

void replay(benchmark::State& state, backup::Quantiles quantiles) {
    for (auto _ : state) {
        auto source = workload::reference_w1(static_cast<std::uint64_t>(state.range(0)));
        benchmark::DoNotOptimize(backup::replay(pipeline(state.range(1)), {.quantiles = quantiles}, source));
    }
    count_files(state, state.range(0));
}

void event_loop(benchmark::State& state) {
    const auto files = static_cast<std::uint64_t>(state.range(0));
    for (auto _ : state) {
        benchmark::DoNotOptimize(
            run_event_loop(pipeline(state.range(1)), files, workload::reference_w1(files)));
    }
    count_files(state, state.range(0));
}

void sweep(benchmark::State& state, backup::Quantiles quantiles) {
    const backup::ReplayOptions options{.quantiles = quantiles,
                                        .threads = static_cast<unsigned>(state.range(1))};
    for (auto _ : state) {
        auto source = workload::reference_w1(static_cast<std::uint64_t>(state.range(0)));
        benchmark::DoNotOptimize(backup::replay_sweep(pipeline(32), sweep_policies(), options, source));
    }
    count_files(state, state.range(0) * 40);
}

/// One bundle size more, of files that are kept: what a window does when a marker is dragged.
void one_size_of_kept_files(benchmark::State& state, backup::Quantiles quantiles) {
    auto source = workload::reference_w1(static_cast<std::uint64_t>(state.range(0)));
    const auto kept = backup::LoadedFiles::load(pipeline(32), {.quantiles = quantiles}, source).value();
    const backup::BundlePolicy policy{Bytes::from_mib(state.range(1)), pipeline(32).max_age};
    for (auto _ : state) {
        benchmark::DoNotOptimize(kept.replay(policy));
    }
    count_files(state, state.range(0));
}

void register_benchmarks(bool with_longest) {
    using backup::Quantiles;
    const auto files_and_fetchers = [](auto* bench) {
        bench->ArgNames({"files", "fetchers"})->Unit(benchmark::kMillisecond);
        bench->ArgsProduct({{100'000, 1'000'000, 10'000'000}, {32, 256}});
    };
    register_pricing();
    benchmark::RegisterBenchmark("trace", drawing_the_trace)
        ->ArgName("files")
        ->Arg(1'000'000)
        ->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark("growth", drawing_a_growth_model)
        ->ArgName("months")
        ->Arg(3)
        ->Unit(benchmark::kMillisecond);
    files_and_fetchers(benchmark::RegisterBenchmark("replay/exact", replay, Quantiles::exact));
    files_and_fetchers(benchmark::RegisterBenchmark("replay/sketch", replay, Quantiles::sketch));
    files_and_fetchers(benchmark::RegisterBenchmark("event_loop", event_loop));
    for (const auto& [name, quantiles] :
         {std::pair{"sweep40/exact", Quantiles::exact}, std::pair{"sweep40/sketch", Quantiles::sketch}}) {
        benchmark::RegisterBenchmark(name, sweep, quantiles)
            ->ArgNames({"files", "threads"})
            ->ArgsProduct({{1'000'000}, {1, 2}})
            ->UseRealTime()
            ->Unit(benchmark::kMillisecond);
    }
    benchmark::RegisterBenchmark("kept/sketch", one_size_of_kept_files, Quantiles::sketch)
        ->ArgNames({"files", "MiB"})
        ->ArgsProduct({{10'000'000}, {4, 24, 256}})
        ->Unit(benchmark::kMillisecond);
    if (!with_longest) return;
    benchmark::RegisterBenchmark("replay/stream", replay, Quantiles::sketch)
        ->ArgNames({"files", "fetchers"})
        ->Args({1'000'000'000, 32})
        ->Iterations(1)
        ->Unit(benchmark::kSecond);
}

bool agrees(std::string_view program, std::uint64_t files, const W1Line& found, const W1Line& expected) {
    const bool equal = found == expected;
    std::printf("%s %.*s, %llu files: %s\n", equal ? "ok   " : "WRONG", static_cast<int>(program.size()),
                program.data(), static_cast<unsigned long long>(files), to_text(found).c_str());
    return equal;
}

bool verify_case(const ReferenceCase& reference) {
    backup::PipelineSettings settings = pipeline(32);
    settings.bundle_size = reference.bundle_size;
    auto source = workload::reference_w1(reference.files);
    const bool firn = agrees("Firn", reference.files, line_of(backup::replay(settings, {}, source).value()),
                             reference.line);
    const W1Line loop = run_event_loop(settings, reference.files, workload::reference_w1(reference.files));
    return agrees("event loop", reference.files, loop, reference.line) && firn;
}

/// Firn alone, and without the quantile, which is a sketch's.
bool verify_longest() {
    const ReferenceCase reference = longest_reference_case();
    auto source = workload::reference_w1(reference.files);
    W1Line line =
        line_of(backup::replay(pipeline(32), {.quantiles = backup::Quantiles::sketch}, source).value());
    line.lat_p95 = reference.line.lat_p95;
    return agrees("Firn", reference.files, line, reference.line);
}

bool verify(bool with_longest) {
    bool good = true;
    for (const ReferenceCase& reference : reference_cases()) {
        good = verify_case(reference) && good;
    }
    return (!with_longest || verify_longest()) && good;
}

/// Removes an option of our own from the arguments; the rest is for the benchmark library.
bool take_option(std::vector<char*>& arguments, std::string_view option) {
    const auto found = std::find(arguments.begin(), arguments.end(), option);
    if (found == arguments.end()) return false;
    arguments.erase(found);
    return true;
}

}  // namespace

/// firn_bench [--verify] [--longest] [options of the benchmark library]
///
/// --verify    only checks the reference lines of W1, of Firn and of the event loop
/// --longest   also the case of 10^9 files
int main(int argc, char** argv) {
    const std::span given{argv, static_cast<std::size_t>(argc)};
    std::vector<char*> arguments{given.begin(), given.end()};
    const bool only_verify = take_option(arguments, "--verify");
    const bool longest = take_option(arguments, "--longest");
    if (only_verify) return verify(longest) ? 0 : 1;
    register_benchmarks(longest);
    int count = static_cast<int>(arguments.size());
    benchmark::Initialize(&count, arguments.data());
    if (benchmark::ReportUnrecognizedArguments(count, arguments.data())) return 2;
    benchmark::RunSpecifiedBenchmarks();
    for (const std::uint32_t fetchers : {32U, 256U}) {
        std::fputs(compare_with_event_loop(1'000'000, fetchers, 9).c_str(), stdout);
    }
    std::fputs(compare_sweep_with_event_loop(1'000'000, 9).c_str(), stdout);
    std::fputs(compare_service_with_event_loop(1'000'000, 9).c_str(), stdout);
    std::fputs(compare_restores_with_files(1'000'000, 5).c_str(), stdout);
    std::fputs(compare_threads_of_replicates(100'000, 3).c_str(), stdout);
    for (const io::TraceTimes times : {io::TraceTimes::microseconds, io::TraceTimes::rfc3339}) {
        std::fputs(compare_from_csv(1'000'000, 32, times, 9).c_str(), stdout);
    }
    return 0;
}
