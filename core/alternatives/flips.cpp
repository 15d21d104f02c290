#include "core/alternatives/flip_search.hpp"

#include "core/alternatives/balance.hpp"
#include "core/alternatives/parameter_limits.hpp"
#include "core/alternatives/share_out.hpp"
#include "core/alternatives/shown_value.hpp"
#include "core/alternatives/turning_point.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>

namespace firn::alternatives {

namespace {

/// What changes chances and times rather than money, or what a data sheet or a contract fixes; larger drives
/// of later years are not for the one who plans to turn.
constexpr std::array<std::string_view, 17> kFixed{
    "site_loss",  "capacity_growth", "account_loss", "first_byte",         "bit_errors",       "repair_time",
    "readers",    "drive_rate",      "tape_rate",    "cartridge_capacity", "drive_litres",     "minimum_days",
    "data_units", "parity_units",    "copies",       "replicas",           "drives_per_server"};

/// What is bought or done in whole pieces and months: the cost rises and falls in steps.
constexpr std::array<std::string_view, 10> kSteps{
    "fill",        "drive_capacity",      "server_capacity", "safe_litres",  "drives_per_trip",
    "life_months", "cartridges_per_safe", "rewrite_months",  "audit_months", "drive_life_months"};

int probes_of(const Parameter& parameter) {
    constexpr int kProbes = 8;
    return std::find(kSteps.begin(), kSteps.end(), parameter.key) == kSteps.end() ? 0 : kProbes;
}

/// How far an assumption is moved, downwards and upwards.
std::vector<Rational> ends_of(const Parameter& one) {
    if (one.key.ends_with("_change")) return {Rational{-1, 2}, Rational{1, 2}};
    if (std::find(kFixed.begin(), kFixed.end(), one.key) != kFixed.end()) return {};
    if (one.key == "fill" || one.key == "resale") return {one.value / 10, Rational{1}};
    if (one.value == 0) return {Rational{one.dear}};
    return {one.value / 10, one.value * 10};
}

std::vector<FlipCandidate> all_candidates(const Comparison& comparison) {
    std::vector<FlipCandidate> all;
    for (std::size_t owner = 0; owner < comparison.alternatives.size(); ++owner) {
        for (const Parameter& parameter : comparison.alternatives[owner].parameters.all()) {
            const ParameterLimits limits = limits_of(parameter.key, parameter.unit);
            for (const Rational& wanted : ends_of(parameter)) {
                Rational end = kept_within(limits, wanted);
                if (end != parameter.value)
                    all.push_back({.owner = owner, .parameter = &parameter, .end = std::move(end)});
            }
        }
    }
    return all;
}

/// Where the candidate turns the answer, if it does so nearer than `nearer_than`.
std::optional<Flip> search(Balance& balance, const Rational& lead_as_is, FlipCandidate one,
                           const std::optional<Rational>& nearer_than) {
    const Parameter& parameter = *one.parameter;
    const auto lead = [&](const Rational& value) {
        return balance.lead_with(one.owner, parameter.key, value).value_or(Rational{0});
    };
    if (nearer_than && distance(parameter.value, one.end) > *nearer_than) {
        one.end = at_distance(parameter.value, one.end, *nearer_than);
        one.lead = lead(one.end);
        if (one.lead >= 0) return std::nullopt;
    }
    const Way way{parameter.value, one.end, one.lead, grain_of(parameter), probes_of(parameter)};
    Flip flip{one.owner, parameter.key, parameter.unit, parameter.value,
              turning_point(way, lead_as_is, lead)};
    flip.cheapest_then = balance.cheapest_with(one.owner, parameter.key, flip.flips_at);
    return flip;
}

}  // namespace

std::vector<FlipCandidate> flip_candidates(const Results& results, const Balance& as_is, unsigned threads,
                                           const std::function<bool()>& is_cancelled) {
    if (results.ranking.size() < 2) return {};
    std::vector<FlipCandidate> all = all_candidates(results.comparison);
    share_out(all.size(), threads, [&]() -> Worker {
        const auto balance = std::make_shared<Balance>(as_is.for_another_thread());
        return [&all, &is_cancelled, balance](std::size_t i) {
            FlipCandidate& one = all[i];
            if (!is_cancelled || !is_cancelled())
                one.lead = balance->lead_with(one.owner, one.parameter->key, one.end).value_or(Rational{0});
        };
    });
    std::erase_if(all, [](const FlipCandidate& one) { return one.lead >= 0; });
    return all;
}

std::vector<Flip> nearest_flips(Balance balance, const std::vector<FlipCandidate>& candidates,
                                std::size_t most, const std::function<bool()>& is_cancelled) {
    std::vector<Flip> flips;
    if (candidates.empty()) return flips;
    const Rational lead = balance.lead();
    const auto far = [](const Flip& flip) { return distance(flip.base, flip.flips_at); };
    for (const FlipCandidate& candidate : candidates) {
        if (is_cancelled && is_cancelled()) return flips;
        const bool is_full = flips.size() == most;
        auto flip =
            search(balance, lead, candidate, is_full ? std::optional{far(flips.back())} : std::nullopt);
        if (!flip) continue;
        if (is_full) flips.pop_back();
        flips.push_back(*std::move(flip));
        std::stable_sort(flips.begin(), flips.end(),
                         [&](const Flip& a, const Flip& b) { return far(a) < far(b); });
    }
    return flips;
}

std::vector<Flip> flips_of(const Results& results, std::size_t most,
                           const std::function<bool()>& is_cancelled, unsigned threads) {
    if (results.ranking.size() < 2) return {};
    const Balance as_is{results.comparison, results.demand, results.ranking[0]};
    return nearest_flips(as_is, flip_candidates(results, as_is, threads, is_cancelled), most, is_cancelled);
}

}  // namespace firn::alternatives
