#pragma once

#include <cstdint>

namespace firn::workload {

/// How the sizes of a month's files differ; their scale follows from the month's bytes.
///
///     SizeDistribution::constant()            all alike, to the byte
///     SizeDistribution::lognormal(1'500)      the logarithm of the size is normal with a standard deviation
///     of 1.5
class SizeDistribution {
  public:
    /// The widest: a standard deviation of the logarithm of 3.
    static constexpr int kWidestThousandths = 3'000;

    /// All sizes alike.
    static constexpr SizeDistribution constant() { return SizeDistribution{0}; }

    /// Lognormal; the standard deviation of the natural logarithm in thousandths, 0 (all alike) to 3,000.
    /// Recorded services of small files have 1,500 to 1,900.
    static constexpr SizeDistribution lognormal(int deviation_thousandths) {
        return SizeDistribution{deviation_thousandths};
    }

    [[nodiscard]] constexpr int deviation_thousandths() const { return deviation_thousandths_; }
    [[nodiscard]] constexpr bool is_constant() const { return deviation_thousandths_ == 0; }

    friend constexpr bool operator==(SizeDistribution, SizeDistribution) = default;

  private:
    constexpr explicit SizeDistribution(int thousandths) : deviation_thousandths_{thousandths} {}
    int deviation_thousandths_;
};

/// What a file of the distribution weighs beside the others, for 64 evenly distributed random bits: 2^16 is
/// the median, at least 1, less than 2^44. Integer arithmetic: the same on every machine. The normal quantile
/// behind it is interpolated to within 0.0005 and ends at 6.3 standard deviations.
[[nodiscard]] std::uint64_t size_weight(SizeDistribution distribution, std::uint64_t random_bits);

}  // namespace firn::workload
