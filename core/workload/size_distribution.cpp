#include "core/workload/size_distribution.hpp"

#include "core/units/rational.hpp"
#include "core/workload/normal_deviate.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace firn::workload {

namespace {

constexpr std::int64_t kLog2EOfQ30 = 1'549'082'005;  ///< log2(e) * 2^30
constexpr int kMedianExponent = 16;                  ///< the median weighs 2^16
constexpr unsigned kExp2Bits = 6;

/// 2^(1/2), 2^(1/4), ... 2^(1/64), times 2^62, to nearest.
constexpr std::array<std::uint64_t, kExp2Bits> kRootsOfTwo{
    6'521'908'912'666'391'106, 5'484'249'825'272'419'512, 5'029'079'263'719'320'435,
    4'815'862'801'830'788'490, 4'712'668'792'719'003'884, 4'661'903'986'662'671'290};

/// 2^(i / 64) times 2^32.
constexpr std::uint64_t exp2_entry(std::size_t i) {
    UInt128 value = UInt128{1} << 62U;
    for (std::size_t bit = 0; bit < kExp2Bits; ++bit) {
        if ((i >> (kExp2Bits - 1 - bit) & 1U) != 0) value = value * kRootsOfTwo.at(bit) >> 62U;
    }
    return static_cast<std::uint64_t>(value >> 30U);
}

constexpr std::array<std::uint64_t, (1U << kExp2Bits) + 1> make_exp2_table() {
    std::array<std::uint64_t, (1U << kExp2Bits) + 1> table{};
    for (std::size_t i = 0; i + 1 < table.size(); ++i)
        table.at(i) = exp2_entry(i);
    table.back() = std::uint64_t{2} << 32U;
    return table;
}

constexpr auto kExp2 = make_exp2_table();

/// 2^(fraction / 2^32) times 2^32.
std::uint64_t exp2_fraction(std::uint64_t fraction) {
    constexpr unsigned kStepBits = 32 - kExp2Bits;
    const std::size_t i = fraction >> kStepBits;
    const std::uint64_t within = fraction & ((std::uint64_t{1} << kStepBits) - 1);
    return kExp2[i] + ((kExp2[i + 1] - kExp2[i]) * within >> kStepBits);
}

/// 2^(exponent / 2^32), rounded down, at least 1. Exponents below 2^38.
std::uint64_t exp2_of_q32(std::int64_t exponent) {
    if (exponent < 0) return 1;
    const auto whole = static_cast<unsigned>(exponent >> 32);
    const std::uint64_t mantissa = exp2_fraction(static_cast<std::uint64_t>(exponent) & 0xFFFF'FFFFU);
    return whole <= 32 ? mantissa >> (32 - whole) : mantissa << (whole - 32);
}

}  // namespace

std::uint64_t size_weight(SizeDistribution distribution, std::uint64_t random_bits) {
    constexpr std::int64_t kMedian = std::int64_t{kMedianExponent} << 32;
    const bool below_median = (random_bits >> 63U) != 0;
    const std::int64_t deviate = normal_tail_deviate_q24(random_bits << 1U | 1U);
    const std::int64_t log2_of_q30 = distribution.deviation_thousandths() * kLog2EOfQ30 / 1'000;
    const std::int64_t exponent = log2_of_q30 * deviate >> 22;
    return exp2_of_q32(below_median ? kMedian - exponent : kMedian + exponent);
}

}  // namespace firn::workload
