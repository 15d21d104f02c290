#include "core/workload/reference_w1.hpp"

#include "core/random/splitmix.hpp"

#include <algorithm>
#include <cstddef>

namespace firn::workload {
namespace {

using random::kGolden;
using random::mix;

/// Part of its caller, and compiled for the caller's instructions.
#define FIRN_LOOP [[gnu::always_inline]] inline

/// A number that is log-uniform in steps: `smallest` is doubled for each trailing zero bit of the draw's high
/// half (at most `doublings` times), then up to as much again is added by its low half.
FIRN_LOOP std::uint64_t heavy_tailed(std::uint64_t draw, std::uint64_t smallest, unsigned doublings) {
    const std::uint64_t bits = (draw >> 32U) | (std::uint64_t{1} << doublings);
    // Its lowest bit alone is 2 to the power of the zeros below it.
    const std::uint64_t base = smallest * (bits & (~bits + 1));
    return base + (((draw & 0xFFFFFFFFU) * base) >> 32U);
}

/// One draw in 4096 adds a pause of up to two minutes. Computed always and masked: no branch to guess.
FIRN_LOOP std::uint64_t gap(std::uint64_t draw) {
    const std::uint64_t pause = ((draw & 0xFFFFFFFFU) * 120'000'000U) >> 32U;
    return heavy_tailed(draw, 55, 12) + (draw >> 52U == 0 ? pause : 0);
}

/// Draw n is mix(seed + (n + 1) * golden), and `counter` is seed + n * golden of the first: even draws make
/// gaps, odd ones sizes.
FIRN_LOOP void draw_loop(std::uint64_t counter, std::size_t files, Duration* gaps, Bytes* sizes) {
    for (std::size_t i = 0; i < files; ++i) {
        const std::uint64_t at = counter + 2 * i * kGolden;
        gaps[i] = Duration{static_cast<std::int64_t>(gap(mix(at + kGolden)))};
        sizes[i] = Bytes{static_cast<std::int64_t>(heavy_tailed(mix(at + 2 * kGolden), 8192, 14))};
    }
}

using Draw = void (*)(std::uint64_t counter, std::size_t files, Duration* gaps, Bytes* sizes);

void draw_portable(std::uint64_t counter, std::size_t files, Duration* gaps, Bytes* sizes) {
    draw_loop(counter, files, gaps, sizes);
}

#if defined(__x86_64__)
/// Eight draws at once: the multiplication of 64 bits that mix() needs comes with AVX-512 DQ.
__attribute__((target("avx512f,avx512dq"))) void draw_avx512(std::uint64_t counter, std::size_t files,
                                                             Duration* gaps, Bytes* sizes) {
    draw_loop(counter, files, gaps, sizes);
}

Draw widest_draw() {
    const bool wide = __builtin_cpu_supports("avx512f") != 0 && __builtin_cpu_supports("avx512dq") != 0;
    return wide ? draw_avx512 : draw_portable;
}
#else
Draw widest_draw() { return draw_portable; }
#endif

class ReferenceW1 {
  public:
    ReferenceW1(std::uint64_t files, std::uint64_t replicate)
        : draw_{widest_draw()}, left_{files}, counter_{random::seed(replicate)} {}

    Result<bool> operator()(FileBlock& block) {
        const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(left_, kFilesPerBlock));
        block.arrivals.resize(count);
        block.sizes.resize(count);
        draw_(counter_, count, block.arrivals.data(), block.sizes.data());
        counter_ += 2 * count * kGolden;
        Duration arrival = arrival_;
        for (Duration& time : block.arrivals) {
            time = arrival += time;
        }
        arrival_ = arrival;
        left_ -= count;
        return count > 0;
    }

  private:
    Draw draw_;
    std::uint64_t left_;
    std::uint64_t counter_;
    Duration arrival_{};
};

}  // namespace

FileSource reference_w1(std::uint64_t files, std::uint64_t replicate) {
    return ReferenceW1{files, replicate};
}

}  // namespace firn::workload
