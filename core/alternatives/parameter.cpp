#include "core/alternatives/parameter.hpp"

#include "core/units/quantity_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <utility>

namespace firn::alternatives {

namespace {

using Value = Expected<Rational, QuantityError>;

template <class Quantity, class Amount>
Value amount_of(Expected<Quantity, QuantityError> parsed, Amount amount) {
    if (!parsed) return std::move(parsed).error();
    return Value{amount(*parsed)};
}

/// What somebody may mean who wrote no sign of per cent: "8 %" for 8; for 0.08 that as a fraction, or less
/// than a per cent.
std::string meant_percentage(const Rational& value) {
    const std::string as_it_stands = format_decimal(value, 6);
    if (value == 0 || value <= -1 || value >= 1) return fmt::format("write \"{} %\"", as_it_stands);
    return fmt::format("write \"{} %\", or \"{} %\" if you mean that", format_decimal(value * 100, 6),
                       as_it_stands);
}

/// "-10 %", "8.5%"
Value parse_percent(std::string_view text) {
    std::string_view number = text;
    if (number.ends_with('%')) number.remove_suffix(1);
    while (number.ends_with(' '))
        number.remove_suffix(1);
    const auto value = parse_decimal(number);
    if (value && text.ends_with('%')) return Rational{*value / 100};
    return QuantityError{"percent-malformed", fmt::format("\"{}\" is no percentage", text),
                         "a number with its sign of per cent, such as 8 % or -10 %",
                         value ? meant_percentage(*value) : ""};
}

/// "49.90", without its currency.
Value parse_sum(std::string_view text) {
    auto sum = parse_amount(text);
    if (sum) return sum;
    QuantityError error = std::move(sum).error();
    if (error.remedy.empty())
        error.remedy =
            "write the number alone; its currency is that of the comparison, or the alternative's own "
            "(currency: ...)";
    return error;
}

std::string bytes_text(const Rational& value) {
    for (const auto& [unit, size] : {std::pair{"PB", 1'000'000'000'000'000},
                                     {"TB", 1'000'000'000'000},
                                     {"GB", 1'000'000'000},
                                     {"MB", 1'000'000}}) {
        if (value >= size) return format_decimal(value / size, 3) + " " + unit;
    }
    return format_decimal(value, 0) + " B";
}

/// Decimals of a number: of a chance of 10^-14 as many as it takes.
unsigned places_of(const Rational& value) {
    constexpr unsigned kTiny = 20;
    const Rational size{abs(value)};
    if (size >= 1) return 5;
    return size < Rational{1, 1'000'000} ? kTiny : 8;
}

}  // namespace

void Parameters::add(Parameter parameter) { all_.push_back(std::move(parameter)); }

void Parameters::remove(std::string_view key) {
    std::erase_if(all_, [&](const Parameter& one) { return one.key == key; });
}

Parameter* Parameters::find(std::string_view key) {
    const auto found =
        std::find_if(all_.begin(), all_.end(), [&](const Parameter& one) { return one.key == key; });
    return found == all_.end() ? nullptr : &*found;
}

const Parameter* Parameters::find(std::string_view key) const {
    const auto found =
        std::find_if(all_.begin(), all_.end(), [&](const Parameter& one) { return one.key == key; });
    return found == all_.end() ? nullptr : &*found;
}

const Rational& Parameters::operator[](std::string_view key) const {
    const Parameter* found = find(key);
    assert(found != nullptr);
    return found->value;
}

Grade Parameters::grade_of(std::string_view key) const {
    const Parameter* found = find(key);
    assert(found != nullptr);
    return found->grade;
}

Expected<Rational, QuantityError> parse_value(ParameterUnit unit, std::string_view text) {
    switch (unit) {
        case ParameterUnit::number:
            return parse_amount(text);
        case ParameterUnit::money:
            return parse_sum(text);
        case ParameterUnit::months:
            return amount_of(parse_count(text), [](std::int64_t count) { return Rational{count}; });
        case ParameterUnit::bytes:
            return parse_byte_amount(text);
        case ParameterUnit::hours:
            return amount_of(parse_duration(text), [](Duration time) {
                return Rational{time.count(), 3'600'000'000};
            });
        case ParameterUnit::rate:
            return amount_of(parse_byte_rate(text),
                             [](ByteRate rate) { return Rational{rate.bytes_per_second()}; });
        case ParameterUnit::percent:
            return parse_percent(text);
    }
    return Rational{};
}

std::string value_text(ParameterUnit unit, const Rational& value) {
    switch (unit) {
        case ParameterUnit::number:
        case ParameterUnit::months:
        case ParameterUnit::money:
            return format_decimal(value, places_of(value));
        case ParameterUnit::bytes:
            return bytes_text(value);
        case ParameterUnit::hours:
            return format_decimal(value, 3) + " h";
        case ParameterUnit::rate:
            return format_decimal(value / 1'000'000, 3) + " MB/s";
        case ParameterUnit::percent:
            return format_decimal(value * 100, 4) + " %";
    }
    return {};
}

}  // namespace firn::alternatives
