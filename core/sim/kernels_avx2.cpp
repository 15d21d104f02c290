#include "core/sim/kernels_avx2.hpp"

#if defined(__x86_64__)

#include "core/sim/kernel_loops.hpp"
#include "core/sim/tournament.hpp"

#include <immintrin.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

/// Only the functions so marked use wide instructions; no flag of the compiler is needed.
#define FIRN_AVX2 __attribute__((target("avx2,bmi,bmi2")))

namespace firn::sim {
namespace {

constexpr std::size_t kLanes = 8;
/// So many durations have their buckets found before the counters are touched.
constexpr std::size_t kAtOnce = 8 * kLanes;

/// Eight durations, and in `too_long` whether one of them has more than 31 bits.
FIRN_AVX2 inline __m256i eight_durations(__m256i ends, const Duration* starts, __m256i& too_long) {
    const auto* from = reinterpret_cast<const __m256i*>(starts);
    const __m256i low = _mm256_sub_epi64(ends, _mm256_loadu_si256(from));
    const __m256i high = _mm256_sub_epi64(ends, _mm256_loadu_si256(from + 1));
    too_long = _mm256_or_si256(too_long, _mm256_srli_epi64(_mm256_or_si256(low, high), 31));
    const __m256 mixed = _mm256_shuffle_ps(_mm256_castsi256_ps(low), _mm256_castsi256_ps(high), 0x88);
    return _mm256_permute4x64_epi64(_mm256_castps_si256(mixed), 0xD8);
}

/// bucket_of() for eight values below 2^31. As a `float` a value has its bucket in its exponent and the first
/// eight bits of its fraction; of what has more than 24 bits, eight are cleared first, that nothing is
/// rounded.
FIRN_AVX2 inline __m256i eight_buckets(__m256i values) {
    const __m256i inexact = _mm256_cmpgt_epi32(values, _mm256_set1_epi32((1 << 24) - 1));
    const __m256i low_bits = _mm256_and_si256(inexact, _mm256_set1_epi32(255));
    const __m256 exact = _mm256_cvtepi32_ps(_mm256_andnot_si256(low_bits, values));
    const __m256i bias = _mm256_set1_epi32(((127 + 8) << 8) - 256);
    const __m256i top_bits = _mm256_sub_epi32(_mm256_srli_epi32(_mm256_castps_si256(exact), 15), bias);
    const __m256i small = _mm256_cmpgt_epi32(_mm256_set1_epi32(256), values);
    return _mm256_blendv_epi8(top_bits, values, small);
}

FIRN_AVX2 inline Duration longest_of(__m256i durations) {
    std::array<std::int32_t, kLanes> lanes;
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(lanes.data()), durations);
    return Duration{*std::max_element(lanes.begin(), lanes.end())};
}

static_assert(kSketchTurns == 4);

/// As Kernels::count_durations, for 8 to 64 of them. The last eight lanes may begin among those before.
FIRN_AVX2 inline Duration count_some_durations(Duration end, std::span<const Duration> starts,
                                               std::span<std::uint32_t> counters) {
    const __m256i ends = _mm256_set1_epi64x(end.count());
    const __m256i turns = _mm256_setr_epi32(0, 1, 2, 3, 0, 1, 2, 3);
    __m256i longest = _mm256_setzero_si256();
    __m256i too_long = _mm256_setzero_si256();
    std::array<std::uint32_t, kAtOnce> at;
    for (std::size_t next = 0; next < starts.size(); next += kLanes) {
        const std::size_t first = std::min(next, starts.size() - kLanes);
        const __m256i values = eight_durations(ends, starts.data() + first, too_long);
        longest = _mm256_max_epi32(longest, values);
        const __m256i places = _mm256_add_epi32(_mm256_slli_epi32(eight_buckets(values), 2), turns);
        _mm256_storeu_si256(reinterpret_cast<__m256i*>(at.data() + first), places);
    }
    if (_mm256_testz_si256(too_long, too_long) == 0) return count_few_durations(end, starts, counters);
    for (std::size_t i = 0; i < starts.size(); ++i) {
        ++counters[at[i]];
    }
    return longest_of(longest);
}

FIRN_AVX2 Duration count_durations(Duration end, std::span<const Duration> starts,
                                   std::span<std::uint32_t> counters) {
    Duration longest{0};
    while (starts.size() >= kLanes) {
        const std::size_t some = std::min(kAtOnce, starts.size());
        longest = std::max(longest, count_some_durations(end, starts.first(some), counters));
        starts = starts.subspan(some);
    }
    return std::max(longest, count_few_durations(end, starts, counters));
}

FIRN_AVX2 bool any_within(std::span<const std::uint32_t> values, std::uint32_t lower, std::uint32_t width) {
    return any_within_loop(values, lower, width);
}

FIRN_AVX2 void write_keys(const FifoKeyLayout& layout, Duration base, std::size_t first_place,
                          std::span<const Duration> arrivals, std::span<const Duration> services,
                          std::span<std::int64_t> arrival_keys, std::span<std::int64_t> step_keys) {
    write_keys_loop(layout, base, first_place, arrivals, services, arrival_keys, step_keys);
}

FIRN_AVX2 void times_of(const LinearTime& linear, std::span<const Bytes> amounts, std::span<Duration> times) {
    times_of_loop(linear, amounts, times);
}

FIRN_AVX2 TimedSums sums_of(std::span<const Duration> times, Duration base, std::span<const Bytes> amounts) {
    return sums_loop(times, base, amounts);
}

}  // namespace

// Four keys to a register and no minimum of 64 bits: the tournament is faster.
const Kernels kAvx2Kernels{.serve = serve_by_tournament<std::int64_t>,
                           .count_durations = count_durations,
                           .any_within = any_within,
                           .write_keys = write_keys,
                           .sums_of = sums_of,
                           .times_of = times_of};

}  // namespace firn::sim

#endif
