#include "core/alternatives/shown_value.hpp"

#include "core/units/quantity_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace firn::alternatives {

namespace {

constexpr std::int64_t kTerabyte = 1'000'000'000'000;
constexpr std::int64_t kGigabyte = 1'000'000'000;

struct Word {
    std::string_view key;
    std::string_view what;
};

constexpr std::array<Word, 31> kWords{{{"drive_price", "a drive"},
                                       {"cartridge_price", "a cartridge"},
                                       {"server_price", "a server"},
                                       {"labour", "an hour"},
                                       {"mileage", "a mile"},
                                       {"safe_price", "a safe"},
                                       {"space", "a server and month"},
                                       {"power", "a server and month"},
                                       {"transit", "a Mbit/s and month"},
                                       {"connection", "once"},
                                       {"setup", "once"},
                                       {"remote_hands", "an hour"},
                                       {"storage", "a GB-month"},
                                       {"retrieval", "a GB"},
                                       {"egress", "a GB"},
                                       {"per_tb_month", "a TB-month"},
                                       {"exit_per_tb", "a TB"},
                                       {"restore_per_tb", "a TB"},
                                       {"trip_miles", "miles"},
                                       {"drives_per_trip", "drives"},
                                       {"closet_drives", "drives"},
                                       {"cartridges_per_safe", "cartridges"},
                                       {"drives_per_server", "drives"},
                                       {"safe_litres", "litres"},
                                       {"drive_litres", "litres"},
                                       {"transit_commit", "Mbit/s"},
                                       {"transit_peak", "times the mean"},
                                       {"price_factor", "times the book's prices"},
                                       {"minimum_days", "days"},
                                       {"copies", "copies"},
                                       {"readers", "readers"}}};

/// What comes in whole pieces.
constexpr std::array<std::string_view, 7> kWhole{"drives_per_trip",   "closet_drives", "cartridges_per_safe",
                                                 "drives_per_server", "copies",        "replicas",
                                                 "minimum_days"};

/// The largest power of ten that is at most a hundredth of the size, at most 1/100.
Rational three_figures(const Rational& size) {
    Rational grain{1, 100};
    while (size > 0 && size < grain * 100 && grain > Rational{1, 100'000'000})
        grain /= 10;
    return grain;
}

Rational grain_of_number(const Parameter& parameter, const Rational& size) {
    const bool is_whole = std::find(kWhole.begin(), kWhole.end(), parameter.key) != kWhole.end();
    if (is_whole) return Rational{1};
    return size >= 10 ? Rational{1, 10} : three_figures(size);
}

/// At least so many decimals as the grain has: "178.80".
std::string with_places(const Rational& value, const Rational& grain) {
    unsigned places = 0;
    for (Rational step{1}; step > grain; step /= 10)
        ++places;
    const bool is_multiple = denominator(Rational{value / grain}) == 1;
    return is_multiple ? format_fixed(value, places) : format_decimal(value, value < 1 && value > -1 ? 8 : 5);
}

/// Without what a sum of money or a bare number needs to say its unit.
std::string number_text(const Parameter& parameter, const Rational& value) {
    switch (parameter.unit) {
        case ParameterUnit::bytes:
        case ParameterUnit::hours:
        case ParameterUnit::rate:
        case ParameterUnit::percent:
        case ParameterUnit::number:
            return value_text(parameter.unit, value);
        case ParameterUnit::months:
            return format_decimal(value, 0);
        case ParameterUnit::money:
            return with_places(value, grain_of(parameter));
    }
    return {};
}

/// "drives" of one piece: "drive"; what is no plural ("times the mean", "Mbit/s") stays.
std::string of_one(std::string_view what) {
    if (what == "copies") return "copy";
    const bool is_plural = what.ends_with('s') && what.find_first_of(" /") == std::string_view::npos;
    return std::string{is_plural ? what.substr(0, what.size() - 1) : what};
}

/// " USD a drive", " miles", " months"; empty where the number has its unit already.
std::string unit_text(const Parameter& parameter, const Rational& value, std::string_view currency) {
    const std::string_view what = counts_what(parameter.key);
    const std::string tail = what.empty() ? "" : fmt::format(" {}", what);
    switch (parameter.unit) {
        case ParameterUnit::bytes:
        case ParameterUnit::hours:
        case ParameterUnit::rate:
        case ParameterUnit::percent:
            return {};
        case ParameterUnit::months:
            return value == 1 ? " month" : " months";
        case ParameterUnit::number:
            return value == 1 && !what.empty() ? " " + of_one(what) : tail;
        case ParameterUnit::money:
            return fmt::format(" {}{}", currency, tail);
    }
    return {};
}

}  // namespace

std::string_view counts_what(std::string_view key) {
    const auto found =
        std::find_if(kWords.begin(), kWords.end(), [&](const Word& one) { return one.key == key; });
    return found == kWords.end() ? std::string_view{} : found->what;
}

Rational grain_of(const Parameter& parameter) {
    const Rational size{abs(parameter.value == 0 ? parameter.dear : parameter.value)};
    switch (parameter.unit) {
        case ParameterUnit::months:
            return Rational{1};
        case ParameterUnit::percent:
            return size > 0 && size < Rational{1, 100} ? Rational{1, 100'000} : Rational{1, 1000};
        case ParameterUnit::hours:
            return Rational{1, 100};
        case ParameterUnit::rate:
            return Rational{100'000};
        case ParameterUnit::bytes:
            return size < kTerabyte ? Rational{kGigabyte / 100} : Rational{kTerabyte / 100};
        case ParameterUnit::number:
            return grain_of_number(parameter, size);
        case ParameterUnit::money:
            return three_figures(size);
    }
    return Rational{1};
}

std::string shown_text(const Parameter& parameter, const Rational& value, std::string_view currency) {
    return number_text(parameter, value) + unit_text(parameter, value, currency);
}

std::string change_text(const Parameter& parameter, const Rational& from, const Rational& to,
                        std::string_view currency) {
    return fmt::format("{} -> {}", number_text(parameter, from), shown_text(parameter, to, currency));
}

std::string range_text(const Parameter& parameter, const Rational& from, const Rational& to,
                       std::string_view currency) {
    const std::string numbers =
        fmt::format("{} to {}", number_text(parameter, from), number_text(parameter, to));
    return currency.empty() ? numbers : numbers + unit_text(parameter, to, currency);
}

}  // namespace firn::alternatives
