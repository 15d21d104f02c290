#include "tests/bench/ratio.hpp"

#include "core/backup/replay.hpp"
#include "core/sim/instruction_set.hpp"
#include "core/workload/reference_w1.hpp"
#include "tests/bench/event_loop.hpp"
#include "tests/bench/reference_lines.hpp"
#include "tests/bench/timing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <functional>
#include <utility>
#include <vector>

namespace firn::bench {
namespace {

/// A program under the clock, which gives what it found for W1.
struct Contestant {
    std::string name;
    std::function<W1Line()> run;
    /// Its 95th percentile is that of a sketch and is not compared.
    bool sketch = false;
    std::vector<double> times{};
};

/// Runs all by turns. Gives an empty text, or how one disagrees with the first.
std::string run_by_turns(std::vector<Contestant>& contestants, int rounds) {
    for (int round = 0; round < rounds; ++round) {
        W1Line expected;
        for (Contestant& contestant : contestants) {
            W1Line line;
            contestant.times.push_back(processor_nanoseconds([&] { line = contestant.run(); }));
            if (&contestant == &contestants.front()) expected = line;
            if (contestant.sketch) line.lat_p95 = expected.lat_p95;
            if (line != expected)
                return contestant.name + " disagrees:\n" + to_text(expected) + "\n" + to_text(line) + "\n";
        }
    }
    return {};
}

Contestant event_loop(const backup::PipelineSettings& settings, std::uint64_t files) {
    return {"event loop", [=] { return run_event_loop(settings, files, workload::reference_w1(files)); }};
}

W1Line replay(const backup::PipelineSettings& settings, std::uint64_t files,
              const backup::ReplayOptions& options) {
    auto source = workload::reference_w1(files);
    return line_of(backup::replay(settings, options, source).value());
}

std::vector<backup::ReplayOptions> sweep_options() {
    std::vector<backup::ReplayOptions> options;
    for (const sim::InstructionSet set : sim::available_instruction_sets()) {
        for (const auto quantiles : {backup::Quantiles::exact, backup::Quantiles::sketch}) {
            for (const unsigned threads : {1U, 2U}) {
                options.push_back({.quantiles = quantiles, .threads = threads, .instructions = set});
            }
        }
    }
    return options;
}

std::string name_of(const backup::ReplayOptions& options) {
    return fmt::format("{}, {}, {} thread{}", sim::to_text(options.instructions),
                       options.quantiles == backup::Quantiles::exact ? "exact" : "sketch", options.threads,
                       options.threads == 1 ? "" : "s");
}

/// A sweep over forty sizes of which the last is the reference's own; gives its line.
W1Line sweep(const backup::PipelineSettings& settings, std::uint64_t files,
             const backup::ReplayOptions& options) {
    auto source = workload::reference_w1(files);
    auto policies = sweep_policies();
    policies.back().size = settings.bundle_size;
    return line_of(backup::replay_sweep(settings, policies, options, source).value().back());
}

}  // namespace

std::string compare_with_event_loop(std::uint64_t files, std::uint32_t fetchers, int rounds) {
    backup::PipelineSettings settings = backup::reference_w1_pipeline();
    settings.fetchers = fetchers;
    std::vector<Contestant> contestants{event_loop(settings, files)};
    for (const sim::InstructionSet set : sim::available_instruction_sets()) {
        contestants.push_back(
            {std::string{sim::to_text(set)}, [=] { return replay(settings, files, {.instructions = set}); }});
    }
    const std::string disagreement = run_by_turns(contestants, rounds);
    if (!disagreement.empty()) return disagreement;
    const auto per_file = [&](const Contestant& contestant) {
        return median(contestant.times) / static_cast<double>(files);
    };
    const double loop = per_file(contestants.front());
    std::string text = fmt::format(
        "W1, {} files, {} fetchers, exact quantiles: event loop {:.1f} ns a file\n", files, fetchers, loop);
    for (std::size_t i = 1; i < contestants.size(); ++i) {
        const double firn = per_file(contestants[i]);
        text +=
            fmt::format("  {:9} {:5.1f} ns a file, ratio {:.2f}\n", contestants[i].name, firn, loop / firn);
    }
    return text;
}

std::vector<backup::BundlePolicy> sweep_policies() {
    std::vector<backup::BundlePolicy> policies;
    for (unsigned j = 0; j < 40; ++j) {
        policies.push_back({Bytes{std::int64_t{4 + j % 4} << (18U + j / 4)}, Duration{30'000'000}});
    }
    return policies;
}

std::string compare_sweep_with_event_loop(std::uint64_t files, int rounds) {
    const backup::PipelineSettings settings = backup::reference_w1_pipeline();
    std::vector<Contestant> contestants{event_loop(settings, files)};
    for (const backup::ReplayOptions& options : sweep_options()) {
        contestants.push_back({name_of(options), [=] { return sweep(settings, files, options); },
                               options.quantiles == backup::Quantiles::sketch});
    }
    const std::string disagreement = run_by_turns(contestants, rounds);
    if (!disagreement.empty()) return disagreement;
    const double loop = median(contestants.front().times);
    std::string text = fmt::format("sweep over {} sizes, {} files: event loop, one size, {:.1f} ms\n",
                                   sweep_policies().size(), files, loop / 1e6);
    for (std::size_t i = 1; i < contestants.size(); ++i) {
        const double firn = median(contestants[i].times);
        text += fmt::format("  {:27} {:6.1f} ms, the time of {:.2f} event loops\n", contestants[i].name,
                            firn / 1e6, firn / loop);
    }
    return text;
}

}  // namespace firn::bench
