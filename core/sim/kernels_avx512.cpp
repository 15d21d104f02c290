#include "core/sim/kernels_avx512.hpp"

#if defined(__x86_64__)

#include "core/sim/kernel_loops.hpp"
#include "core/sim/tournament.hpp"

#include <immintrin.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>

/// Only the functions so marked use wide instructions: what they call of the standard library and is not
/// inlined stays what it is elsewhere, and no flag of the compiler is needed.
#define FIRN_AVX512 __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,bmi,bmi2")))

#define FIRN_AVX512_INLINE FIRN_AVX512 __attribute__((always_inline)) inline

namespace firn::sim {
namespace {

constexpr std::size_t kLanes = 8;
constexpr std::int64_t kBelowAll = -1;

/// The keys of a pool's workers in ascending order, in registers of eight; behind them kNobody.
template <std::size_t kRegisters>
class SortedKeys {
  public:
    /// From and to a column of as many keys as the registers hold.
    template <std::size_t r = 0>
    FIRN_AVX512_INLINE void load(const std::int64_t* keys) {
        lanes_[r] = _mm512_loadu_si512(keys + r * kLanes);
        if constexpr (r + 1 < kRegisters) load<r + 1>(keys);
    }
    template <std::size_t r = 0>
    FIRN_AVX512_INLINE void store(std::int64_t* keys) const {
        _mm512_storeu_si512(keys + r * kLanes, lanes_[r]);
        if constexpr (r + 1 < kRegisters) store<r + 1>(keys);
    }

    [[nodiscard]] FIRN_AVX512_INLINE __m512i first_eight() const { return lanes_[0]; }

    /// Lane by lane max(lane, min(the next lane, key)): the least goes, the key finds its place.
    template <std::size_t r = 0>
    FIRN_AVX512_INLINE void replace_least(__m512i key) {
        const __m512i next = _mm512_alignr_epi64(after<r>(), lanes_[r], 1);
        lanes_[r] = _mm512_max_epi64(lanes_[r], _mm512_min_epi64(next, key));
        if constexpr (r + 1 < kRegisters) replace_least<r + 1>(key);
    }

    /// The same for eight keys, none of which is below one of the least eight.
    FIRN_AVX512_INLINE void replace_first_eight(__m512i keys) {
        drop_first_eight();
        insert_all(keys);
    }

  private:
    // Steps of registers and lanes are unrolled by templates: only where all indices are constants from the
    // beginning do compilers keep the keys in registers.

    template <std::size_t r>
    [[nodiscard]] FIRN_AVX512_INLINE __m512i after() const {
        if constexpr (r + 1 < kRegisters) {
            return lanes_[r + 1];
        } else {
            return _mm512_set1_epi64(kNobody<std::int64_t>);
        }
    }

    template <std::size_t r = 0>
    FIRN_AVX512_INLINE void drop_first_eight() {
        lanes_[r] = after<r>();
        if constexpr (r + 1 < kRegisters) drop_first_eight<r + 1>();
    }

    template <std::size_t lane = 0>
    FIRN_AVX512_INLINE void insert_all(__m512i keys) {
        insert(_mm512_permutexvar_epi64(_mm512_set1_epi64(lane), keys));
        if constexpr (lane + 1 < kLanes) insert_all<lane + 1>(keys);
    }

    /// Lane by lane max(the lane before, min(lane, key)); the last falls out.
    template <std::size_t r = kRegisters - 1>
    FIRN_AVX512_INLINE void insert(__m512i key) {
        if constexpr (r > 0) {
            const __m512i previous = _mm512_alignr_epi64(lanes_[r], lanes_[r - 1], kLanes - 1);
            lanes_[r] = _mm512_max_epi64(previous, _mm512_min_epi64(lanes_[r], key));
            insert<r - 1>(key);
        } else {
            const __m512i previous = _mm512_alignr_epi64(lanes_[r], _mm512_set1_epi64(kBelowAll), kLanes - 1);
            lanes_[r] = _mm512_max_epi64(previous, _mm512_min_epi64(lanes_[r], key));
        }
    }

    __m512i lanes_[kRegisters];
};

/// A round's customers and what is known of them so far.
class Service {
  public:
    FIRN_AVX512_INLINE explicit Service(const FifoRound<std::int64_t>& round)
        : low_bits_{round.layout.low_bits()},
          time_mask_{_mm512_set1_epi64(~((std::int64_t{1} << low_bits_) - 1))},
          waited_{_mm512_setzero_si512()},
          arrivals_{round.arrivals.data()},
          steps_{round.steps.data()},
          ended_{round.ended.data()} {}

    /// Serves customers i to i + 7 with the workers who are free first, unless one of them would be done
    /// before the last of them begins: then he would have served the later one.
    template <std::size_t kRegisters>
    [[nodiscard]] FIRN_AVX512_INLINE bool serve_eight(std::size_t i, SortedKeys<kRegisters>& keys) {
        const __m512i free = keys.first_eight();
        const __m512i arrival = _mm512_loadu_si512(arrivals_ + i);
        const __m512i start = _mm512_max_epi64(_mm512_and_si512(free, time_mask_), arrival);
        const __m512i end = _mm512_add_epi64(start, _mm512_loadu_si512(steps_ + i));
        const __m512i last = _mm512_permutexvar_epi64(_mm512_set1_epi64(kLanes - 1), free);
        if (_mm512_cmplt_epi64_mask(end, last) != 0) return false;
        _mm512_storeu_si512(ended_ + i, free);
        waited_ = _mm512_add_epi64(waited_, _mm512_srli_epi64(_mm512_sub_epi64(start, arrival), low_bits_));
        keys.replace_first_eight(end);
        return true;
    }

    template <std::size_t kRegisters>
    FIRN_AVX512_INLINE void serve_one(std::size_t i, SortedKeys<kRegisters>& keys) {
        const __m512i free = _mm512_broadcastq_epi64(_mm512_castsi512_si128(keys.first_eight()));
        const __m512i arrival = _mm512_set1_epi64(arrivals_[i]);
        const __m512i start = _mm512_max_epi64(_mm512_and_si512(free, time_mask_), arrival);
        _mm512_mask_storeu_epi64(ended_ + i, 1, free);
        const __m512i waited = _mm512_srli_epi64(_mm512_sub_epi64(start, arrival), low_bits_);
        waited_ = _mm512_mask_add_epi64(waited_, 1, waited_, waited);
        keys.replace_least(_mm512_add_epi64(start, _mm512_set1_epi64(steps_[i])));
    }

    [[nodiscard]] FIRN_AVX512_INLINE std::int64_t waited() const { return _mm512_reduce_add_epi64(waited_); }

  private:
    unsigned low_bits_;
    __m512i time_mask_;
    __m512i waited_;
    const std::int64_t* arrivals_;
    const std::int64_t* steps_;
    std::int64_t* ended_;
};

template <std::size_t kRegisters>
FIRN_AVX512 std::int64_t serve_in_registers(const FifoRound<std::int64_t>& round) {
    std::array<std::int64_t, kRegisters * kLanes> sorted;
    std::fill(std::copy(round.serving.begin(), round.serving.end(), sorted.begin()), sorted.end(),
              kNobody<std::int64_t>);
    std::sort(sorted.begin(), sorted.end());
    SortedKeys<kRegisters> keys;
    keys.load(sorted.data());
    Service service{round};
    const std::size_t customers = round.arrivals.size();
    std::size_t i = 0;
    while (i < customers) {
        if (i + kLanes <= customers && service.serve_eight(i, keys)) {
            i += kLanes;
            continue;
        }
        const std::size_t end = std::min(i + kLanes, customers);
        for (; i < end; ++i) {
            service.serve_one(i, keys);
        }
    }
    keys.store(sorted.data());
    std::copy_n(sorted.begin(), round.serving.size(), round.serving.begin());
    return service.waited();
}

/// Sixty-four keys fill a quarter of the registers; more workers are served faster by the tournament, and so
/// are few.
std::int64_t serve(const FifoRound<std::int64_t>& round) {
    const std::size_t workers = round.serving.size();
    if (workers < kLanes || workers > 8 * kLanes) return serve_by_tournament(round);
    if (workers <= 2 * kLanes) return serve_in_registers<2>(round);
    if (workers <= 4 * kLanes) return serve_in_registers<4>(round);
    return serve_in_registers<8>(round);
}

/// As Kernels::count_durations, for durations below 2^32 us. A duration as a `float` of 32 bits, cut and not
/// rounded, has its bucket in its exponent and the first eight bits of its fraction.
FIRN_AVX512 inline void count_short_durations(Duration end, std::span<const Duration> starts,
                                              std::span<std::uint32_t> counters) {
    constexpr std::size_t kAtOnce = 2 * kLanes;
    const __m512i ends = _mm512_set1_epi64(end.count());
    const __m512i turns = _mm512_set4_epi32(3, 2, 1, 0);
    const __m512i bias = _mm512_set1_epi32(((127 + 8) << 8) - 256);
    alignas(64) std::uint32_t at[kAtOnce];
    for (std::size_t first = 0; first < starts.size(); first += kAtOnce) {
        const std::size_t count = std::min(kAtOnce, starts.size() - first);
        const auto some = static_cast<__mmask16>((1U << count) - 1U);
        const Duration* from = starts.data() + first;
        const __m512i low =
            _mm512_sub_epi64(ends, _mm512_maskz_loadu_epi64(static_cast<__mmask8>(some), from));
        const __m512i high = _mm512_sub_epi64(
            ends, _mm512_maskz_loadu_epi64(static_cast<__mmask8>(some >> kLanes), from + kLanes));
        const __m512i value = _mm512_inserti64x4(_mm512_castsi256_si512(_mm512_cvtepi64_epi32(low)),
                                                 _mm512_cvtepi64_epi32(high), 1);
        const __m512 cut = _mm512_cvt_roundepu32_ps(value, _MM_FROUND_TO_ZERO | _MM_FROUND_NO_EXC);
        const __m512i top_bits = _mm512_sub_epi32(_mm512_srli_epi32(_mm512_castps_si512(cut), 15), bias);
        const __mmask16 small = _mm512_cmplt_epu32_mask(value, _mm512_set1_epi32(256));
        const __m512i bucket = _mm512_mask_mov_epi32(top_bits, small, value);
        _mm512_store_si512(at, _mm512_add_epi32(_mm512_slli_epi32(bucket, 2), turns));
        for (std::size_t i = 0; i < count; ++i) {
            ++counters[at[i]];
        }
    }
}

static_assert(kSketchTurns == 4);

FIRN_AVX512 Duration count_durations(Duration end, std::span<const Duration> starts,
                                     std::span<std::uint32_t> counters) {
    if (starts.size() < kLanes) return count_few_durations(end, starts, counters);
    const Duration longest = end - earliest(starts);
    if (longest.count() > std::numeric_limits<std::uint32_t>::max())
        return count_durations_loop(end, starts, counters);
    count_short_durations(end, starts, counters);
    return longest;
}

FIRN_AVX512 bool any_within(std::span<const std::uint32_t> values, std::uint32_t lower, std::uint32_t width) {
    return any_within_loop(values, lower, width);
}

FIRN_AVX512 void write_keys(const FifoKeyLayout& layout, Duration base, std::size_t first_place,
                            std::span<const Duration> arrivals, std::span<const Duration> services,
                            std::span<std::int64_t> arrival_keys, std::span<std::int64_t> step_keys) {
    write_keys_loop(layout, base, first_place, arrivals, services, arrival_keys, step_keys);
}

FIRN_AVX512 void times_of(const LinearTime& linear, std::span<const Bytes> amounts,
                          std::span<Duration> times) {
    times_of_loop(linear, amounts, times);
}

FIRN_AVX512 TimedSums sums_of(std::span<const Duration> times, Duration base,
                              std::span<const Bytes> amounts) {
    return sums_loop(times, base, amounts);
}

}  // namespace

const Kernels kAvx512Kernels{.serve = serve,
                             .count_durations = count_durations,
                             .any_within = any_within,
                             .write_keys = write_keys,
                             .sums_of = sums_of,
                             .times_of = times_of};

}  // namespace firn::sim

#endif
