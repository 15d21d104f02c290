#include "core/workload/size_mixture.hpp"

#include "core/workload/fixed_point.hpp"

#include <algorithm>
#include <cassert>

namespace firn::workload {

namespace {

constexpr std::uint64_t q8(Bytes size) { return static_cast<std::uint64_t>(size.count()) << 8U; }

constexpr std::uint64_t kLargestQuantile = q8(kLargestDrawnFile);

/// A size times 2^(exponent / 2^32).
std::uint64_t scaled(std::uint64_t size, std::int64_t exponent) {
    return std::min(times_q32(size, exp2_q32(exponent)), kLargestQuantile);
}

/// The probability, in q48, that lies beyond entry i of the table of quantiles.
std::uint64_t tail_probability_q48(std::size_t i) {
    const std::size_t octave = i / kQuantileStepsPerOctave;
    const std::uint64_t sixteenths = kQuantileStepsPerOctave + i % kQuantileStepsPerOctave;
    return (sixteenths << 42U) >> octave;  // 2^-(octave + 2) * sixteenths / 16
}

std::uint64_t lognormal_quantile(const SizeComponent& component, std::size_t i, bool above) {
    const Int128 log = static_cast<Int128>(component.deviation.millionths) * kNormalQuantiles.at(i) *
                       kLog2EQ32 / Factor::kOne;
    const auto exponent = static_cast<std::int64_t>(log >> 24);
    return scaled(q8(component.size), above ? exponent : -exponent);
}

/// log2 of a fraction in q48 of which at least 2^-47 is left.
std::int64_t log2_of_q48(std::uint64_t fraction) { return log2_q32(fraction) - (std::int64_t{16} << 32); }

/// The size that a share of the files, in q48, exceeds: smallest * (cut + share * (1 - cut))^(-1 / exponent),
/// where `cut` is the share that an uncut Pareto distribution has above the largest.
std::uint64_t pareto_quantile(const SizeComponent& component, std::uint64_t exceeded_by) {
    if (component.size.count() == 0) return 0;
    const std::int64_t log_ratio = log2_q32(static_cast<std::uint64_t>(component.largest.count())) -
                                   log2_q32(static_cast<std::uint64_t>(component.size.count()));
    const auto log_cut = static_cast<std::int64_t>(static_cast<Int128>(-log_ratio) *
                                                   component.exponent.millionths / Factor::kOne);
    const std::uint64_t cut = exp2_q32(log_cut) << 16U;  // q48
    const std::uint64_t one = std::uint64_t{1} << 48U;
    const auto rest = static_cast<std::uint64_t>(static_cast<UInt128>(exceeded_by) * (one - cut) >> 48U);
    const std::int64_t log = log2_of_q48(std::max<std::uint64_t>(cut + rest, 1));
    const auto exponent =
        static_cast<std::int64_t>(static_cast<Int128>(-log) * Factor::kOne / component.exponent.millionths);
    return std::min(scaled(q8(component.size), exponent), q8(component.largest));
}

std::uint64_t quantile(const SizeComponent& component, std::size_t i, bool above) {
    const std::uint64_t tail = tail_probability_q48(i);
    switch (component.shape) {
        case SizeComponent::Shape::lognormal:
            return lognormal_quantile(component, i, above);
        case SizeComponent::Shape::pareto:
            return pareto_quantile(component, above ? tail : (std::uint64_t{1} << 48U) - tail);
        case SizeComponent::Shape::constant:
            break;
    }
    return q8(component.size);
}

std::uint64_t median(const SizeComponent& component) {
    return component.shape == SizeComponent::Shape::pareto
               ? pareto_quantile(component, std::uint64_t{1} << 47U)
               : q8(component.size);
}

}  // namespace

void SizeMixture::add_steps(const SizeComponent& component) {
    constexpr std::size_t kTail = kSteps / 2;
    for (const bool above : {true, false}) {
        for (std::size_t i = 0; i < kTail; ++i) {
            const bool last_of_octave = i % kQuantileStepsPerOctave == kQuantileStepsPerOctave - 1;
            const std::uint64_t here = quantile(component, i, above);
            const std::uint64_t next = i + 1 == kQuantileStepsPerOctave ? median(component)
                                       : last_of_octave
                                           ? quantile(component, i + 1 - 2 * kQuantileStepsPerOctave, above)
                                           : quantile(component, i + 1, above);
            const auto base = static_cast<std::int64_t>(here);
            steps_.push_back({.base = base, .twice_slope = 2 * (static_cast<std::int64_t>(next) - base)});
        }
    }
}

/// Twice the mean times 2^38: each step counts with its probability, which is 2^-(octave + 6).
UInt128 SizeMixture::mean_of(std::size_t component) const {
    UInt128 sum = 0;
    for (std::size_t i = 0; i < kSteps; ++i) {
        const Step& step = steps_[component * kSteps + i];
        const auto octave = static_cast<unsigned>(i % (kSteps / 2) / kQuantileStepsPerOctave);
        sum += static_cast<UInt128>(2 * step.base + step.twice_slope / 2) << (32U - octave);
        const bool outermost = octave + 1 == kQuantileOctaves && i % kQuantileStepsPerOctave == 0;
        // Beyond the outermost quantile lies 2^-33, of which this is the size.
        if (outermost) sum += static_cast<UInt128>(2 * step.base) << 5U;
    }
    return sum;
}

/// Makes of the shares the limits of 20 random bits.
void SizeMixture::share_out(const std::vector<SizeComponent>& components) {
    UInt128 all = 0;
    for (const SizeComponent& component : components)
        all += static_cast<UInt128>(component.share.millionths);
    assert(all > 0);
    limits_.fill(kChoiceMask + 1);
    UInt128 so_far = 0;
    for (std::size_t i = 0; i + 1 < components.size(); ++i) {
        so_far += static_cast<UInt128>(components[i].share.millionths);
        limits_.at(i) = static_cast<std::uint64_t>(((so_far << kChoiceBits) + all / 2) / all);
    }
}

SizeMixture::SizeMixture(const std::vector<SizeComponent>& components, std::optional<Bytes> mean)
    : components_{components.size()}, scale_{kOneQ32}, growth_{0} {
    assert(!components.empty() && components.size() <= kMostComponents);
    share_out(components);
    UInt128 sum = 0;
    std::uint64_t low = 0;
    for (std::size_t i = 0; i < components.size(); ++i) {
        const std::uint64_t high = i < limits_.size() ? limits_.at(i) : kChoiceMask + 1;
        add_steps(components[i]);
        sum += (mean_of(i) >> 16U) * (high - low);
        low = high;
    }
    mean_ = static_cast<std::uint64_t>(sum >> (39U - 16U + kChoiceBits));
    if (mean && mean_ > 0) {
        const UInt128 scale = (static_cast<UInt128>(q8(*mean)) << 32U) / mean_;
        scale_ = scale < kMostQ32 ? static_cast<std::uint64_t>(scale) : kMostQ32;
        mean_ = times_q32(mean_, scale_);
    }
    grow_to(kOneQ32);
}

void SizeMixture::grow_to(std::uint64_t growth) {
    if (growth == growth_) return;
    growth_ = growth;
    const std::uint64_t scale = times_q32(scale_, growth);
    const auto grown = [scale](std::int64_t size) {
        const std::uint64_t all = times_q32(static_cast<std::uint64_t>(size), scale);
        return static_cast<std::int64_t>(std::min(all, kLargestQuantile));
    };
    grown_.clear();
    for (const Step& step : steps_) {
        const std::int64_t base = grown(step.base);
        const std::int64_t next = grown(step.base + step.twice_slope / 2);
        // Half a byte more, so that cutting the fraction off rounds to nearest.
        grown_.push_back({.base = base + (1 << (kSizeFraction - 1)), .twice_slope = 2 * (next - base)});
    }
}

}  // namespace firn::workload
