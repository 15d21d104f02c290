#include "gui/models/variation_sliders.hpp"

#include "gui/text.hpp"

#include <QCoreApplication>

#include <algorithm>
#include <string_view>

namespace firn::gui {

namespace {

using alternatives::Alternative;
using alternatives::Comparison;
using alternatives::Variation;

constexpr int kPriceStep = 5;  // per cent
constexpr int kLeastPrice = -80;
constexpr int kMostPrice = 200;
constexpr int kLeastGrowth = -50;
constexpr int kMostGrowth = 100;
constexpr int kMostDrives = 50;
constexpr int kRateSteps = 2;  // a per cent
constexpr int kMostRate = 20;  // per cent

QString tr(const char* text) { return QCoreApplication::translate("VariationSliders", text); }

int nearest(const Rational& value) { return static_cast<int>(floor_of(value + Rational{1, 2})); }

QString percent_text(const Rational& percent) {
    return localised(format_decimal(percent, 2)) + QChar::Nbsp + QLatin1Char{'%'};
}

QString change_text(int percent) {
    const QString text = percent_text(Rational{percent});
    return percent > 0 ? QLatin1Char{'+'} + text : text;
}

bool has_any(const Comparison& comparison, std::initializer_list<std::string_view> keys) {
    return std::any_of(
        comparison.alternatives.begin(), comparison.alternatives.end(), [keys](const Alternative& one) {
            return std::any_of(keys.begin(), keys.end(),
                               [&](std::string_view key) { return one.parameters.find(key) != nullptr; });
        });
}

VariationSlider growth_slider(const std::optional<alternatives::PlainDemand>& stated) {
    VariationSlider slider{Varied::growth,
                           tr("Growth a year"),
                           stated ? tr("Of what is added, a year, in place of what the file states")
                                  : tr("Of what is added, a year, over that of the scenario"),
                           kLeastGrowth,
                           kMostGrowth,
                           0,
                           {}};
    const Rational percent = stated ? Rational{stated->growth * 100} : Rational{0};
    slider.stated = nearest(percent);
    slider.from = std::min(slider.from, slider.stated);
    slider.to = std::max(slider.to, slider.stated);
    slider.stated_text = stated ? percent_text(percent) : change_text(0);
    return slider;
}

VariationSlider price_slider(Varied varied, const QString& name, const QString& help) {
    return {varied, name, help, kLeastPrice / kPriceStep, kMostPrice / kPriceStep, 0, change_text(0)};
}

VariationSlider rate_slider(const Comparison& comparison) {
    const Rational percent = comparison.discount_rate * 100;
    const int stated = nearest(percent * kRateSteps);
    return {Varied::discount_rate,
            tr("Discount rate a year"),
            tr("What money costs a year"),
            std::min(0, stated),
            std::max(kMostRate * kRateSteps, stated),
            stated,
            percent_text(percent)};
}

}  // namespace

std::vector<VariationSlider> sliders_of(const Comparison& comparison,
                                        const std::optional<alternatives::PlainDemand>& stated) {
    std::vector<VariationSlider> sliders{growth_slider(stated)};
    if (has_any(comparison, {"drive_price", "server_price", "cartridge_price"}))
        sliders.push_back(price_slider(Varied::hardware_prices, tr("Prices of hardware"),
                                       tr("Of drives, servers, cartridges and safes, with their ranges")));
    if (has_any(comparison, {"price_factor", "storage", "per_tb_month"}))
        sliders.push_back(price_slider(Varied::service_prices, tr("Prices of services"),
                                       tr("Of price books, archive services and offers, with their ranges")));
    if (const auto trips = alternatives::drives_per_trip_of(comparison)) {
        const int drives = nearest(*trips);
        sliders.push_back({Varied::drives_per_trip, tr("Drives a trip"),
                           tr("How many drives go to the safe at once, of a stock, an audit or a renewal"), 1,
                           std::max(kMostDrives, drives), std::max(1, drives),
                           localised(format_decimal(*trips, 2))});
    }
    sliders.push_back(rate_slider(comparison));
    return sliders;
}

QString text_of(Varied varied, int place, bool is_growth_stated) {
    switch (varied) {
        case Varied::growth:
            return is_growth_stated ? percent_text(Rational{place}) : change_text(place);
        case Varied::hardware_prices:
        case Varied::service_prices:
            return change_text(place * kPriceStep);
        case Varied::drives_per_trip:
            return count_text(static_cast<std::uint64_t>(place));
        case Varied::discount_rate:
            return percent_text(Rational{place, kRateSteps});
    }
    return {};
}

Variation moved(Variation variation, Varied varied, int place) {
    switch (varied) {
        case Varied::growth:
            variation.growth = Rational{place, 100};
            break;
        case Varied::hardware_prices:
            variation.hardware_prices = Rational{100 + place * kPriceStep, 100};
            break;
        case Varied::service_prices:
            variation.service_prices = Rational{100 + place * kPriceStep, 100};
            break;
        case Varied::drives_per_trip:
            variation.drives_per_trip = Rational{place};
            break;
        case Varied::discount_rate:
            variation.discount_rate = Rational{place, 100 * kRateSteps};
            break;
    }
    return variation;
}

std::string key_of(const Variation& variation) {
    const auto text = [](const std::optional<Rational>& value) {
        return value ? value->str() : std::string{"-"};
    };
    return text(variation.growth) + " " + text(variation.discount_rate) + " " +
           variation.hardware_prices.str() + " " + variation.service_prices.str() + " " +
           text(variation.drives_per_trip);
}

}  // namespace firn::gui
