#include "tests/bench/ratio.hpp"

#include "core/backup/replay.hpp"
#include "core/workload/reference_w1.hpp"
#include "tests/bench/event_loop.hpp"
#include "tests/bench/reference_lines.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <vector>

namespace firn::bench {
namespace {

#if defined(__x86_64__)
constexpr const char* kInstructions = "portable x86-64";
#else
constexpr const char* kInstructions = "portable";
#endif

template <class Work>
double nanoseconds(Work work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::nano>(std::chrono::steady_clock::now() - begin).count();
}

double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

}  // namespace

std::string compare_with_event_loop(std::uint64_t files, std::uint32_t fetchers, int rounds) {
    backup::PipelineSettings settings = backup::reference_w1_pipeline();
    settings.fetchers = fetchers;
    std::vector<double> loop_times;
    std::vector<double> firn_times;
    W1Line loop;
    W1Line firn;
    for (int round = 0; round < rounds; ++round) {
        loop_times.push_back(
            nanoseconds([&] { loop = run_event_loop(settings, files, workload::reference_w1(files)); }));
        firn_times.push_back(nanoseconds([&] {
            auto source = workload::reference_w1(files);
            firn = line_of(backup::replay(settings, {}, source).value());
        }));
        if (loop != firn)
            return "the event loop and Firn disagree:\n" + to_text(loop) + "\n" + to_text(firn) + "\n";
    }
    const double loop_time = median(loop_times) / static_cast<double>(files);
    const double firn_time = median(firn_times) / static_cast<double>(files);
    return fmt::format(
        "W1, {} files, {} fetchers, exact quantiles, {}: event loop {:.1f} ns a file, Firn {:.1f}, ratio "
        "{:.2f} "
        "(medians of {} rounds by turns)\n",
        files, fetchers, kInstructions, loop_time, firn_time, loop_time / firn_time, rounds);
}

}  // namespace firn::bench
