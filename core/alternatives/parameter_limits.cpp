#include "core/alternatives/parameter_limits.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <string_view>

namespace firn::alternatives {

namespace {

using Key = std::string_view;

/// These divide, or nothing can be without them.
constexpr Key kPositive[]{
    "drive_capacity",     "fill",      "drives_per_trip",   "safe_litres",       "life_months",
    "drive_rate",         "readers",   "server_capacity",   "audit_months",      "link",
    "cartridge_capacity", "tape_rate", "drive_life_months", "drives_per_server", "cartridges_per_safe"};

/// Whole pieces, at least one.
constexpr Key kPieces[]{"copies", "replicas", "data_units"};
/// Whole pieces, or none.
constexpr Key kPiecesOrNone[]{"parity_units"};

/// Chances of a year, and parts of something.
constexpr Key kParts[]{"fill",         "failures", "failures_old", "site_loss",
                       "account_loss", "resale",   "bit_errors"};

bool is_one_of(std::span<const Key> keys, Key key) {
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

Rational most_of(ParameterUnit unit) {
    constexpr std::int64_t kMostBytes = std::int64_t{1} << 61;
    constexpr std::int64_t kMostMonths = 12'000;
    constexpr std::int64_t kMany = 1'000'000'000;
    constexpr std::int64_t kMostMoney = 1'000'000'000'000'000;  // in any currency
    switch (unit) {
        case ParameterUnit::bytes:
        case ParameterUnit::rate:
            return kMostBytes;
        case ParameterUnit::months:
            return kMostMonths;
        case ParameterUnit::percent:
            return 10;
        case ParameterUnit::money:
            return kMostMoney;
        case ParameterUnit::number:
        case ParameterUnit::hours:
            break;
    }
    return kMany;
}

}  // namespace

ParameterLimits limits_of(Key key, ParameterUnit unit) {
    constexpr std::int64_t kMostPieces = 1000;
    const Rational least_capacity_growth{-1, 2};  // drives of half the size each year
    if (key == "capacity_growth") return {least_capacity_growth, false, most_of(unit)};
    if (key.ends_with("_change")) return {-1, true, most_of(unit)};
    if (is_one_of(kPieces, key)) return {1, false, kMostPieces, true};
    if (is_one_of(kPiecesOrNone, key)) return {0, false, kMostPieces, true};
    return {0, is_one_of(kPositive, key), is_one_of(kParts, key) ? Rational{1} : most_of(unit)};
}

bool is_within(const ParameterLimits& limits, const Rational& value) {
    if (value < limits.least || value > limits.most) return false;
    if (limits.is_above_least && value == limits.least) return false;
    return !limits.is_whole || denominator(value) == 1;
}

Rational kept_within(const ParameterLimits& limits, const Rational& value) {
    return std::clamp(value, limits.least, limits.most);
}

std::string to_text(const ParameterLimits& limits, ParameterUnit unit) {
    const std::string least = value_text(unit, limits.least);
    const std::string most = value_text(unit, limits.most);
    if (limits.is_whole) return fmt::format("a whole number from {} to {}", least, most);
    return limits.is_above_least ? fmt::format("more than {}, at most {}", least, most)
                                 : fmt::format("{} to {}", least, most);
}

}  // namespace firn::alternatives
