#include "core/alternatives/currencies.hpp"

#include "core/alternatives/models.hpp"
#include "core/alternatives/shown_value.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace firn::alternatives {

namespace {

/// In the steps in which such a price is told.
Rational in_steps(const Parameter& like, Rational price) {
    Parameter one = like;
    one.value = one.dear = std::move(price);
    const Rational grain = grain_of(one);
    return grain * round_half_up(one.value / grain, 0);
}

void convert(Parameter& parameter, const Rational& rate, const std::string& currency) {
    const std::string from = std::exchange(parameter.currency, {});
    if (from == currency) return;
    parameter.source = fmt::format("{} {} by the rate of exchange; {}",
                                   value_text(parameter.unit, parameter.value), from, parameter.source);
    for (Rational* price : {&parameter.value, &parameter.cheap, &parameter.dear})
        *price = in_steps(parameter, *price * rate);
}

ToldPrices& told_in(const std::string& currency, std::vector<ToldPrices>& all) {
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const ToldPrices& one) { return one.currency == currency; });
    if (found != all.end()) return *found;
    all.push_back({.currency = currency});
    return all.back();
}

}  // namespace

const std::string& currency_of(const Comparison& comparison, const Alternative& alternative) {
    return alternative.currency.empty() ? comparison.currency : alternative.currency;
}

std::optional<Rational> rate_of(const Comparison& comparison, const std::string& currency) {
    if (currency == comparison.currency) return Rational{1};
    const auto found = comparison.exchange.find(currency);
    return found == comparison.exchange.end() ? std::nullopt : std::optional{found->second};
}

std::vector<ToldPrices> told_prices_of(const Alternative& alternative) {
    std::vector<ToldPrices> all;
    if (alternative.book) told_in(alternative.book->currency, all).is_book = true;
    for (const Parameter& one : alternative.parameters.all()) {
        const bool is_billed = one.key == "egress" && alternative.book && bills_egress(alternative);
        if (!one.currency.empty() && !is_billed) told_in(one.currency, all).keys.push_back(one.key);
    }
    return all;
}

void settle_currencies(Comparison& comparison) {
    for (Alternative& one : comparison.alternatives) {
        const std::string& own = currency_of(comparison, one);
        const Rational of_own = rate_of(comparison, own).value();
        const auto rate = [&](const std::string& currency) {
            return Rational{rate_of(comparison, currency).value_or(1) / of_own};
        };
        if (one.book) one.book_rate = rate(one.book->currency);
        for (Parameter& parameter : one.parameters.all()) {
            if (!parameter.currency.empty()) convert(parameter, rate(parameter.currency), own);
        }
    }
}

}  // namespace firn::alternatives
