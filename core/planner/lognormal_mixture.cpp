#include "core/planner/lognormal_mixture.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>

namespace firn::planner {

namespace {

constexpr int kRounds = 200;
constexpr double kRootTwo = 1.4142135623730951;

double centre_of(const LogHistogram& sizes, std::size_t step) {
    return sizes.first + (static_cast<double>(step) + 0.5) * sizes.width;
}

double density(const LognormalPart& part, double log) {
    const double z = (log - part.mean) / part.deviation;
    return part.share * std::exp(-0.5 * z * z) / part.deviation;
}

/// A part of its own for each of equal shares by rank.
std::vector<LognormalPart> first_guess(const LogHistogram& sizes, int parts) {
    const double all = std::accumulate(sizes.counts.begin(), sizes.counts.end(), 0.0);
    std::vector<double> weight(static_cast<std::size_t>(parts), 0.0);
    std::vector<double> sum = weight;
    std::vector<double> squares = weight;
    double before = 0;
    for (std::size_t step = 0; step < sizes.counts.size(); ++step) {
        const double middle = (before + sizes.counts[step] / 2) / all;
        const auto part = static_cast<std::size_t>(std::min(parts - 1, static_cast<int>(middle * parts)));
        weight[part] += sizes.counts[step];
        sum[part] += sizes.counts[step] * centre_of(sizes, step);
        squares[part] += sizes.counts[step] * centre_of(sizes, step) * centre_of(sizes, step);
        before += sizes.counts[step];
    }
    std::vector<LognormalPart> guess;
    for (std::size_t part = 0; part < weight.size(); ++part) {
        if (weight[part] <= 0) continue;
        const double mean = sum[part] / weight[part];
        const double variance = squares[part] / weight[part] - mean * mean;
        guess.push_back(
            {weight[part] / all, mean, std::max(sizes.width / 2, std::sqrt(std::max(0.0, variance)))});
    }
    return guess;
}

/// One round: each count is shared out by how likely each part is at it, then each part takes its mean.
std::vector<LognormalPart> refined(const LogHistogram& sizes, const std::vector<LognormalPart>& parts) {
    std::vector<double> weight(parts.size(), 0.0);
    std::vector<double> sum = weight;
    std::vector<double> squares = weight;
    double all = 0;
    for (std::size_t step = 0; step < sizes.counts.size(); ++step) {
        if (sizes.counts[step] <= 0) continue;
        const double log = centre_of(sizes, step);
        double total = 0;
        for (const LognormalPart& part : parts)
            total += density(part, log);
        if (total <= 0) continue;
        all += sizes.counts[step];
        for (std::size_t i = 0; i < parts.size(); ++i) {
            const double share = sizes.counts[step] * density(parts[i], log) / total;
            weight[i] += share;
            sum[i] += share * log;
            squares[i] += share * log * log;
        }
    }
    std::vector<LognormalPart> better;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (weight[i] <= 1e-9 * all) continue;
        const double mean = sum[i] / weight[i];
        const double variance = std::max(0.0, squares[i] / weight[i] - mean * mean);
        better.push_back({weight[i] / all, mean, std::max(sizes.width / 2, std::sqrt(variance))});
    }
    return better;
}

double share_below(const std::vector<LognormalPart>& mixture, double log) {
    double share = 0;
    for (const LognormalPart& part : mixture)
        share += part.share * 0.5 * std::erfc((part.mean - log) / (part.deviation * kRootTwo));
    return share;
}

}  // namespace

std::vector<LognormalPart> fit_mixture(const LogHistogram& sizes, int parts) {
    std::vector<LognormalPart> mixture = first_guess(sizes, parts);
    for (int round = 0; round < kRounds; ++round)
        mixture = refined(sizes, mixture);
    std::sort(mixture.begin(), mixture.end(),
              [](const LognormalPart& a, const LognormalPart& b) { return a.share > b.share; });
    return mixture;
}

double log_quantile(const std::vector<LognormalPart>& mixture, double q) {
    double low = -50;
    double high = 100;
    for (int halving = 0; halving < 80; ++halving) {
        const double middle = (low + high) / 2;
        (share_below(mixture, middle) < q ? low : high) = middle;
    }
    return (low + high) / 2;
}

double mean_of(const std::vector<LognormalPart>& mixture) {
    double mean = 0;
    for (const LognormalPart& part : mixture)
        mean += part.share * std::exp(part.mean + part.deviation * part.deviation / 2);
    return mean;
}

}  // namespace firn::planner
