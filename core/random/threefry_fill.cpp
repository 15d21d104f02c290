#include "core/random/threefry_fill.hpp"

#include <Random123/threefry.h>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

#include <cstddef>

namespace firn::random {

namespace {

/// Part of its caller, and compiled for the caller's instructions.
[[gnu::always_inline]] inline void fill_loop(ThreefryKey key, std::uint64_t first, std::uint64_t step,
                                             std::span<std::uint64_t> draws) {
    const threefry2x64_key_t words{{key[0], key[1]}};
    for (std::size_t i = 0; i < draws.size(); ++i) {
        const threefry2x64_ctr_t counter{{first + i * step, 0}};
        draws[i] = threefry2x64(counter, words).v[0];
    }
}

void fill_portable(ThreefryKey key, std::uint64_t first, std::uint64_t step, std::span<std::uint64_t> draws) {
    fill_loop(key, first, step, draws);
}

#if defined(__x86_64__)

#define FIRN_AVX2 __attribute__((target("avx2")))

/// Which byte of a register goes to which place when each of its four words is rotated by whole bytes.
template <unsigned kBits>
constexpr std::array<std::uint8_t, 32> rotated_bytes() {
    std::array<std::uint8_t, 32> from{};
    for (unsigned i = 0; i < 32; ++i) {
        from.at(i) = static_cast<std::uint8_t>((i & 8U) + (i + 8 - kBits / 8) % 8);
    }
    return from;
}

template <unsigned kBits>
FIRN_AVX2 inline __m256i rotated(__m256i words) {
    if constexpr (kBits % 8 == 0) {
        static constexpr auto kFrom = rotated_bytes<kBits>();
        const auto* from = reinterpret_cast<const __m256i*>(kFrom.data());
        return _mm256_shuffle_epi8(words, _mm256_loadu_si256(from));
    } else {
        return _mm256_or_si256(_mm256_slli_epi64(words, kBits), _mm256_srli_epi64(words, 64 - kBits));
    }
}

/// Sixteen counters on their way to sixteen draws. Each register depends on itself alone, so that the
/// processor works at all four at once.
struct Sixteen {
    static constexpr std::size_t kRegisters = 4;
    __m256i x0[kRegisters];
    __m256i x1[kRegisters];

    template <unsigned kBits>
    FIRN_AVX2 void mix() {
        for (std::size_t r = 0; r < kRegisters; ++r) {
            x0[r] = _mm256_add_epi64(x0[r], x1[r]);
            x1[r] = _mm256_xor_si256(rotated<kBits>(x1[r]), x0[r]);
        }
    }
    FIRN_AVX2 void mix_odd() {
        mix<R_64x2_0_0>();
        mix<R_64x2_1_0>();
        mix<R_64x2_2_0>();
        mix<R_64x2_3_0>();
    }
    FIRN_AVX2 void mix_even() {
        mix<R_64x2_4_0>();
        mix<R_64x2_5_0>();
        mix<R_64x2_6_0>();
        mix<R_64x2_7_0>();
    }
    FIRN_AVX2 void add(std::uint64_t to_x0, std::uint64_t to_x1) {
        const __m256i add0 = _mm256_set1_epi64x(static_cast<long long>(to_x0));
        const __m256i add1 = _mm256_set1_epi64x(static_cast<long long>(to_x1));
        for (std::size_t r = 0; r < kRegisters; ++r) {
            x0[r] = _mm256_add_epi64(x0[r], add0);
            x1[r] = _mm256_add_epi64(x1[r], add1);
        }
    }
};

FIRN_AVX2 inline Sixteen counters_from(std::uint64_t first, std::uint64_t step) {
    Sixteen counters;
    for (std::size_t r = 0; r < Sixteen::kRegisters; ++r) {
        const std::uint64_t at = first + 4 * r * step;
        counters.x0[r] =
            _mm256_setr_epi64x(static_cast<long long>(at), static_cast<long long>(at + step),
                               static_cast<long long>(at + 2 * step), static_cast<long long>(at + 3 * step));
        counters.x1[r] = _mm256_setzero_si256();
    }
    return counters;
}

/// Twenty rounds, the key added before them and after every four.
FIRN_AVX2 inline void encrypt(Sixteen& words, const std::array<std::uint64_t, 3>& key) {
    words.add(key[0], key[1]);
    words.mix_odd();
    words.add(key[1], key[2] + 1);
    words.mix_even();
    words.add(key[2], key[0] + 2);
    words.mix_odd();
    words.add(key[0], key[1] + 3);
    words.mix_even();
    words.add(key[1], key[2] + 4);
    words.mix_odd();
    words.add(key[2], key[0] + 5);
}

FIRN_AVX2 void fill_avx2(ThreefryKey key, std::uint64_t first, std::uint64_t step,
                         std::span<std::uint64_t> draws) {
    constexpr std::size_t kDraws = 4 * Sixteen::kRegisters;
    const std::array<std::uint64_t, 3> all{key[0], key[1], SKEIN_KS_PARITY64 ^ key[0] ^ key[1]};
    std::size_t i = 0;
    for (; i + kDraws <= draws.size(); i += kDraws) {
        Sixteen words = counters_from(first + i * step, step);
        encrypt(words, all);
        for (std::size_t r = 0; r < Sixteen::kRegisters; ++r)
            _mm256_storeu_si256(reinterpret_cast<__m256i*>(draws.data() + i + 4 * r), words.x0[r]);
    }
    fill_loop(key, first + i * step, step, draws.subspan(i));
}

/// With AVX-512 the rotations are one instruction each.
__attribute__((target("avx512f,avx512dq"))) void fill_avx512(ThreefryKey key, std::uint64_t first,
                                                             std::uint64_t step,
                                                             std::span<std::uint64_t> draws) {
    fill_loop(key, first, step, draws);
}

#endif

}  // namespace

std::vector<ThreefryFill> available_threefry_fills() {
    std::vector<ThreefryFill> fills{fill_portable};
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2") != 0) fills.push_back(fill_avx2);
    const bool wide = __builtin_cpu_supports("avx512f") != 0 && __builtin_cpu_supports("avx512dq") != 0;
    if (wide) fills.push_back(fill_avx512);
#endif
    return fills;
}

void threefry_fill(ThreefryKey key, std::uint64_t first, std::uint64_t step, std::span<std::uint64_t> draws) {
    static const ThreefryFill kFill = available_threefry_fills().back();
    kFill(key, first, step, draws);
}

}  // namespace firn::random
