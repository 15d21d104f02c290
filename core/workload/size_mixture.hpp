#pragma once

#include "core/units/bytes.hpp"
#include "core/units/rational.hpp"
#include "core/workload/factor.hpp"
#include "core/workload/normal_quantile_table.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace firn::workload {

/// No file that a model draws is larger: 1 TiB.
inline constexpr Bytes kLargestDrawnFile = Bytes::from_tib(1);

/// One kind of files among others.
///
///     70 of 100   lognormal   median 60 kB, standard deviation of the logarithm 1.0
///      5 of 100   pareto      from 300 kB on, shape 1.3, cut at 50 MB
///      1 of 100   constant    0 B
struct SizeComponent {
    enum class Shape { lognormal, pareto, constant };

    /// How many of the files, relative to the other components.
    Factor share{};
    Shape shape = Shape::lognormal;
    /// Lognormal: the median. Pareto: the smallest. Constant: the size.
    Bytes size{};
    /// Lognormal: standard deviation of the natural logarithm, 0 to 3.
    Factor deviation{};
    /// Pareto: P(size > x) falls as x^-exponent, 0.1 to 10.
    Factor exponent{};
    /// Pareto: no size above; what lies above is not drawn. At least `size`.
    Bytes largest{};
};

/// How the sizes of the files of a service differ.
///
/// Each component is its quantile function, straight between 1,024 quantiles that lie closer towards both
/// tails (16 to each halving of the probability, down to 2^-33). The mean of that function is known exactly.
/// Against the curves themselves a size is off by at most 0.4 %.
class SizeMixture {
  public:
    static constexpr std::size_t kMostComponents = 16;

    /// 1 to kMostComponents components with a positive sum of shares. `mean`: all sizes are multiplied so
    /// that this becomes the mean (nothing, when all of them are zero); none: as they are.
    explicit SizeMixture(const std::vector<SizeComponent>& components,
                         std::optional<Bytes> mean = std::nullopt);

    /// The mean size in 1/256 bytes.
    [[nodiscard]] std::uint64_t mean_q8() const { return mean_; }

    /// Multiplies all sizes by a factor in q32, in place of the one that was given before.
    void grow_to(std::uint64_t growth);

    /// The size for 64 evenly distributed random bits: the lowest 20 choose the component, the others its
    /// quantile. To the nearest byte, at most kLargestDrawnFile.
    [[nodiscard]] Bytes size(std::uint64_t random_bits) const {
        const Step* steps = grown_.data() + component_of(random_bits & kChoiceMask) * kSteps +
                            (random_bits >> 63U) * (kSteps / 2);
        // The middle of the 2^20 draws that agree in the bits that count.
        const std::uint64_t tail = (random_bits & ~kChoiceMask) << 1U | std::uint64_t{1} << kChoiceBits;
        const auto octave = static_cast<unsigned>(__builtin_clzll(tail));
        if (octave >= kQuantileOctaves)
            return Bytes{steps[(kQuantileOctaves - 1) * kQuantileStepsPerOctave].base >> kSizeFraction};
        const std::uint64_t mantissa = tail << octave << 1U;
        const Step& step = steps[octave * kQuantileStepsPerOctave + (mantissa >> 60U)];
        const auto within = static_cast<std::int64_t>(mantissa << 4U >> 1U);
        const auto beyond = static_cast<std::int64_t>(static_cast<Int128>(step.twice_slope) * within >> 64);
        return Bytes{(step.base + beyond) >> kSizeFraction};
    }

  private:
    /// From a quantile to the next: at fraction x of the way the size is base + slope * x, in 1/256 bytes.
    struct Step {
        std::int64_t base = 0;
        std::int64_t twice_slope = 0;
    };
    /// Of a component: those above the median, then those below, each from the middle outwards.
    static constexpr std::size_t kSteps = std::size_t{2} * kQuantileOctaves * kQuantileStepsPerOctave;

    static constexpr unsigned kSizeFraction = 8;  ///< bits of a quantile below the byte
    static constexpr unsigned kChoiceBits = 20;
    static constexpr std::uint64_t kChoiceMask = (std::uint64_t{1} << kChoiceBits) - 1;
    static constexpr std::size_t kFewComponents = 4;

    /// Counts without a branch the components that end at or below the choice.
    [[nodiscard]] std::size_t component_of(std::uint64_t choice) const {
        std::size_t component = (choice >= limits_[0] ? 1U : 0U) + (choice >= limits_[1] ? 1U : 0U) +
                                (choice >= limits_[2] ? 1U : 0U);
        if (components_ <= kFewComponents) return component;
        for (std::size_t i = kFewComponents - 1; i < limits_.size(); ++i)
            component += choice >= limits_[i] ? 1U : 0U;
        return component;
    }

    void add_steps(const SizeComponent& component);
    [[nodiscard]] UInt128 mean_of(std::size_t component) const;
    void share_out(const std::vector<SizeComponent>& components);

    std::size_t components_;
    /// Where each component but the last ends among the choices; the rest above all choices.
    std::array<std::uint64_t, kMostComponents - 1> limits_;
    std::vector<Step> steps_;  ///< as the components have them
    std::vector<Step> grown_;  ///< as they are drawn
    std::uint64_t mean_ = 0;
    std::uint64_t scale_;   ///< to the stated mean, q32
    std::uint64_t growth_;  ///< that `grown_` has, q32
};

}  // namespace firn::workload
