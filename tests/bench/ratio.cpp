#include "tests/bench/ratio.hpp"

#include "core/backup/replay.hpp"
#include "core/sim/instruction_set.hpp"
#include "core/workload/reference_w1.hpp"
#include "tests/bench/event_loop.hpp"
#include "tests/bench/reference_lines.hpp"
#include "tests/bench/timing.hpp"

#include <fmt/format.h>

#include <functional>
#include <utility>
#include <vector>

namespace firn::bench {
namespace {

/// A program under the clock, which gives what it found for W1.
struct Contestant {
    std::string name;
    std::function<W1Line()> run;
    std::vector<double> times{};
};

/// Runs all by turns. Gives an empty text, or how one disagrees with the first.
std::string run_by_turns(std::vector<Contestant>& contestants, int rounds) {
    for (int round = 0; round < rounds; ++round) {
        W1Line expected;
        for (Contestant& contestant : contestants) {
            W1Line line;
            contestant.times.push_back(nanoseconds([&] { line = contestant.run(); }));
            if (&contestant == &contestants.front()) expected = line;
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
    std::vector<double> loop;
    std::vector<std::pair<std::string, std::vector<double>>> sweeps;
    const auto policies = sweep_policies();
    std::vector<backup::ReplayOptions> options;
    for (const sim::InstructionSet set : sim::available_instruction_sets()) {
        for (const auto quantiles : {backup::Quantiles::exact, backup::Quantiles::sketch}) {
            for (const unsigned threads : {1U, 2U}) {
                options.push_back({.quantiles = quantiles, .threads = threads, .instructions = set});
                sweeps.emplace_back(
                    fmt::format("{}, {}, {} threads", sim::to_text(set),
                                quantiles == backup::Quantiles::exact ? "exact" : "sketch", threads),
                    std::vector<double>{});
            }
        }
    }
    for (int round = 0; round < rounds; ++round) {
        loop.push_back(
            nanoseconds([&] { (void)run_event_loop(settings, files, workload::reference_w1(files)).check; }));
        for (std::size_t i = 0; i < sweeps.size(); ++i) {
            sweeps[i].second.push_back(nanoseconds([&] {
                auto source = workload::reference_w1(files);
                (void)backup::replay_sweep(settings, policies, options[i], source).value().size();
            }));
        }
    }
    std::string text = fmt::format("sweep over {} sizes, {} files: event loop, one size, {:.1f} ms\n",
                                   policies.size(), files, median(loop) / 1e6);
    for (const auto& [name, times] : sweeps) {
        text += fmt::format("  {:27} {:6.1f} ms, the time of {:.2f} event loops\n", name, median(times) / 1e6,
                            median(times) / median(loop));
    }
    return text;
}

}  // namespace firn::bench
