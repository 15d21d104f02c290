#include "cli/forecast_tornado.hpp"

#include "core/units/name_words.hpp"
#include "core/units/number_refusal.hpp"
#include "core/units/quantity_text.hpp"
#include "core/units/utf8_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>

namespace firn::cli {

namespace {

using forecast::Variation;

/// "-20 %" as -1/5; up to 1000 %.
std::optional<Rational> share_of(std::string_view text) {
    if (!text.ends_with('%')) return std::nullopt;
    const auto share = parse_decimal(firn::trimmed(text.substr(0, text.size() - 1)));
    if (!share || *share < -100 || *share > 1000) return std::nullopt;
    return Rational{*share / 100};
}

std::optional<Variation> variation_of(const std::string& key, const std::string& value) {
    Variation variation;
    if (key == "bundle_size") {
        const auto size = parse_bytes(value);
        if (!size || size->count() == 0) return std::nullopt;
        variation.bundle_size = *size;
        return variation;
    }
    const auto share = share_of(value);
    if (!share) return std::nullopt;
    if (key == "files") {
        variation.items = 1 + static_cast<double>(*share);
    } else if (key == "bytes_per_file") {
        variation.bytes_per_item = 1 + static_cast<double>(*share);
    } else {
        const auto charge = usage::parse_charge_type(key);
        if (!charge) return std::nullopt;
        variation.price = usage::WhatIf{.charge = *charge, .change = *share};
    }
    return variation;
}

/// Both are of one key.
bool ascends(const Variation& low, const Variation& high) {
    const bool price_ascends = !low.price || !high.price || low.price->change <= high.price->change;
    return low.bundle_size <= high.bundle_size && low.items <= high.items &&
           low.bytes_per_item <= high.bytes_per_item && price_ascends;
}

std::string around(double error, int sign) {
    const double share = error > 0 ? error * 100 : 10;
    return fmt::format("{:.1f}%", sign * std::min(share, 100.0));
}

double error_of(const forecast::SeriesBacktest& test, forecast::Model model) {
    for (const forecast::ModelScore& score : test.scores) {
        if (score.model == model) return score.error;
    }
    return 0;
}

/// Bytes of a unit, and its name.
using Unit = std::pair<std::int64_t, std::string>;

/// The unit in which the size is written: "12500 kB" is in (1000, "kB").
Unit unit_of(Bytes size) {
    const std::string text = to_text(size);
    std::string name = text.substr(text.find(' ') + 1);
    const std::int64_t bytes = parse_bytes("1 " + name)->count();
    return {bytes, std::move(name)};
}

/// "12.5 MB"; as it is written by itself where the unit would need more than six decimals.
std::string in_unit(Bytes size, const Unit& unit) {
    const Rational count{size.count(), unit.first};
    if (round_half_up(count, 6) != count) return to_text(size);
    return fmt::format("{} {}", format_decimal(count, 6), unit.second);
}

std::vector<VariedKey> usual_keys(const forecast::Forecast& forecast,
                                  const forecast::ForecastSettings& settings) {
    const double files = error_of(forecast.items_test, forecast.items.model);
    const double bytes = error_of(forecast.size_test, forecast.bytes_per_item.model);
    const std::int64_t bundle = settings.plan.bundle_size.count();
    std::vector<VariedKey> keys;
    const auto add = [&](std::string key, std::string from, std::string to) {
        keys.push_back(*varied_key(std::move(key), std::move(from), std::move(to)));
    };
    const auto add_sizes = [&](Bytes from, Bytes to) {
        const auto unit = std::max(unit_of(from), unit_of(to));
        add("bundle_size", in_unit(from, unit), in_unit(to, unit));
    };
    add("files", around(files, -1), around(files, 1));
    add("bytes_per_file", around(bytes, -1), around(bytes, 1));
    if (!settings.plan.are_archives)
        add_sizes(Bytes{std::max<std::int64_t>(1, bundle / 2)}, Bytes{bundle * 2});
    std::set<usage::ChargeType> charges;
    for (const pricing::PeriodBill& period : forecast.central.periods) {
        for (const pricing::LineItem& line : period.lines) {
            if (line.charge != usage::ChargeType::adjustment && line.charge != usage::ChargeType::other)
                charges.insert(line.charge);
        }
    }
    for (const usage::ChargeType charge : charges)
        add(std::string{usage::to_text(charge)}, "-10%", "10%");
    return keys;
}

/// What bills show are archives, not files.
std::string title_of(const std::string& key, bool are_archives) {
    if (are_archives && key == "files") return "archives";
    if (are_archives && key == "bytes_per_file") return "bytes per archive";
    std::string words = name_words(key);
    return usage::parse_charge_type(key) ? fmt::format("price of {}", words) : words;
}

Money width_of(const report::TornadoBar& bar) {
    return bar.at_low < bar.at_high ? bar.at_high - bar.at_low : bar.at_low - bar.at_high;
}

}  // namespace

std::optional<VariedKey> varied_key(std::string key, std::string from, std::string to) {
    auto low = variation_of(key, from);
    auto high = variation_of(key, to);
    if (!low || !high || !ascends(*low, *high)) return std::nullopt;
    return VariedKey{std::move(key), std::move(from), std::move(to), *std::move(low), *std::move(high)};
}

Result<std::vector<report::TornadoBar>> tornado_of(const forecast::Forecast& forecast,
                                                   const forecast::ForecastSettings& settings,
                                                   const pricing::PriceBook& book,
                                                   const std::vector<VariedKey>& varied) {
    std::vector<VariedKey> keys = usual_keys(forecast, settings);
    keys.insert(keys.end(), varied.begin(), varied.end());
    std::vector<report::TornadoBar> bars;
    for (const VariedKey& key : keys) {
        const auto low = varied_total(forecast, settings, book, key.low);
        if (!low) return low.error();
        const auto high = varied_total(forecast, settings, book, key.high);
        if (!high) return high.error();
        bars.push_back({title_of(key.key, settings.plan.are_archives), key.from, key.to, *low, *high});
    }
    std::stable_sort(bars.begin(), bars.end(),
                     [](const auto& a, const auto& b) { return width_of(b) < width_of(a); });
    return bars;
}

}  // namespace firn::cli
