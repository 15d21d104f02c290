#pragma once

#include "core/scenario/field.hpp"
#include "core/units/expected.hpp"
#include "core/units/quantity_text.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace firn::scenario {

// Makers of the rows of the table: each binds a parser and a printer to a member of the scenario. `member` is
// a function that gives a pointer to the member, or nullptr while its optional section is absent.

template <class T>
using Member = T* (*)(Scenario&);

/// The fastest rate that a setting takes.
inline constexpr ByteRate kFastest{1'000'000'000'000};

/// Reading through the same function: it only takes the address.
template <class T>
const T* peek(Member<T> member, const Scenario& scenario) {
    return member(const_cast<Scenario&>(scenario));  // NOLINT(cppcoreguidelines-pro-type-const-cast)
}

/// "section-absent": a setting of a section that the scenario does not have.
[[nodiscard]] QuantityError section_absent();

/// Binds a field to a member through a parser; `print` is the inverse of `parse`.
template <class T, class Parse, class Print>
Field bound(Field field, Member<T> member, Parse parse, Print print) {
    field.set = [member, parse](Scenario& scenario, std::string_view text) -> std::optional<QuantityError> {
        T* target = member(scenario);
        if (target == nullptr) return section_absent();
        auto value = parse(text);
        if (!value) return std::move(value).error();
        *target = std::move(value).value();
        return std::nullopt;
    };
    field.get = [member, print](const Scenario& scenario) {
        const T* value = peek(member, scenario);
        return value == nullptr ? std::string{} : print(*value);
    };
    return field;
}

/// A parser that also takes "none".
template <class T, class Parse>
auto or_none(Parse parse) {
    return [parse](std::string_view text) -> Expected<std::optional<T>, QuantityError> {
        if (text == "none") return std::optional<T>{};
        auto value = parse(text);
        if (!value) return std::move(value).error();
        return std::optional<T>{std::move(value).value()};
    };
}

/// A parser whose value may be absent; a text always gives one.
template <class T, class Parse>
auto present(Parse parse) {
    return [parse](std::string_view text) -> Expected<std::optional<T>, QuantityError> {
        auto value = parse(text);
        if (!value) return std::move(value).error();
        return std::optional<T>{std::move(value).value()};
    };
}

/// "value-out-of-range"
[[nodiscard]] QuantityError value_out_of_range(std::string_view text, const std::string& range);

/// A parser whose values must lie between two others; `range` is what the message says is expected.
template <class T, class Parse>
auto within(Parse parse, T low, T high, std::string range) {
    return [parse, low, high, range = std::move(range)](std::string_view text) -> Expected<T, QuantityError> {
        auto value = parse(text);
        if (!value) return std::move(value).error();
        if (*value < low || *value > high) return value_out_of_range(text, range);
        return *value;
    };
}

template <class T>
std::string print_or_none(const std::optional<T>& value) {
    return value ? to_text(*value) : "none";
}

[[nodiscard]] Field text_field(Field field, Member<std::string> member);
/// A whole number from `low` to `high`; the range is written into the field.
[[nodiscard]] Field count_field(Field field, Member<std::int64_t> member, std::int64_t low,
                                std::int64_t high);
[[nodiscard]] Field bytes_field(Field field, Member<Bytes> member, Bytes low, Bytes high);
[[nodiscard]] Field optional_bytes_field(Field field, Member<std::optional<Bytes>> member, Bytes low,
                                         Bytes high);
[[nodiscard]] Field duration_field(Field field, Member<Duration> member, Duration low, Duration high);
[[nodiscard]] Field optional_duration_field(Field field, Member<std::optional<Duration>> member, Duration low,
                                            Duration high);
[[nodiscard]] Field rate_field(Field field, Member<ByteRate> member);
[[nodiscard]] Field instant_field(Field field, Member<Instant> member);
/// An amount with at most three decimals from 0 to `high`.
[[nodiscard]] Field thousandths_field(Field field, Member<Rational> member, int high);

/// An amount with at most six decimals between two numbers of millionths.
[[nodiscard]] Field millionths_field(Field field, Member<Rational> member, std::int64_t low,
                                     std::int64_t high);
/// "15 %", between two whole numbers of percent.
[[nodiscard]] Field percent_field(Field field, Member<Rational> member, int low, int high);
/// `field.length` amounts; where the field has a choice, that word stands for none.
[[nodiscard]] Field amounts_field(Field field, Member<std::vector<Rational>> member);
[[nodiscard]] Field inflow_field(Field field, Member<Inflow> member);

/// "choice-unknown", with "did you mean".
[[nodiscard]] QuantityError unknown_choice(std::string_view text, const std::vector<std::string>& words);

/// A choice between words; `values[i]` belongs to `field.choices[i]`.
template <class T>
Field choice_field(Field field, Member<T> member, std::vector<T> values) {
    const std::vector<std::string> words = field.choices;
    field.kind = FieldKind::choice;
    const auto parse = [words, values](std::string_view text) -> Expected<T, QuantityError> {
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (words[i] == text) return values[i];
        }
        return unknown_choice(text, words);
    };
    const auto print = [words, values](const T& value) {
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (values[i] == value) return words[i];
        }
        return std::string{};
    };
    return bound(std::move(field), member, parse, print);
}

}  // namespace firn::scenario
