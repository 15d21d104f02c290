#include "core/scenario/billing_values.hpp"

#include "core/scenario/growth_values.hpp"
#include "core/units/currency_text.hpp"
#include "core/units/utf8_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace firn::scenario {

namespace {

constexpr unsigned kPlaces = 12;

QuantityError out_of_range(std::string_view text, std::string_view expected) {
    return {"value-out-of-range", fmt::format("{} is out of range", firn::quoted(text)),
            std::string{expected}, ""};
}

/// A printer of a value that may be absent.
template <class Print>
auto or_nothing(Print print) {
    return [print](const auto& value) { return value ? print(*value) : std::string{}; };
}

Field with(Field field, FieldKind kind, std::string range = {}) {
    field.kind = kind;
    if (!range.empty()) field.range = std::move(range);
    return field;
}

Expected<Rational, QuantityError> parse_share(std::string_view text) {
    auto percent = parse_percent(text);
    if (!percent) return percent;
    if (*percent < 0 || *percent > 100) return out_of_range(text, "0 % to 100 %");
    return Rational{*percent / 100};
}

std::string share_text(const Rational& share) { return percent_text(Rational{share * 100}); }

std::string_view trimmed_end(std::string_view text) {
    while (!text.empty() && text.back() == ' ')
        text.remove_suffix(1);
    return text;
}

/// "20 % cheaper" is "-20 %".
Expected<Rational, QuantityError> parse_change(std::string_view text) {
    constexpr std::string_view kCheaper = "cheaper";
    constexpr std::string_view kDearer = "dearer";
    std::string_view number = trimmed_end(text);
    const bool is_cheaper = number.ends_with(kCheaper);
    const bool has_word = is_cheaper || number.ends_with(kDearer);
    if (has_word)
        number = trimmed_end(number.substr(0, number.size() - (is_cheaper ? kCheaper : kDearer).size()));
    if (!has_word && number.starts_with('+')) number.remove_prefix(1);
    auto percent = parse_percent(number);
    if (!percent) return percent;
    if (has_word && *percent < 0) return out_of_range(text, "a percentage without sign before the word");
    const Rational change = is_cheaper ? Rational{-*percent} : *percent;
    if (change < -100 || change > 1000) return out_of_range(text, "-100 % to 1000 %");
    return Rational{change / 100};
}

bool is_printable(const Rational& value) { return *parse_decimal(format_decimal(value, kPlaces)) == value; }

Expected<Rational, QuantityError> parse_exact_amount(std::string_view text) {
    auto value = parse_amount(text);
    if (value && !is_printable(*value)) return out_of_range(text, "at most twelve decimals");
    return value;
}

std::string amount_text(const Rational& value) { return format_decimal(value, kPlaces); }

Expected<Money, QuantityError> parse_money(std::string_view text) {
    auto value = parse_exact_amount(text);
    if (!value) return std::move(value).error();
    return Money{std::move(value).value()};
}

std::string money_text(const Money& money) { return amount_text(money.amount()); }

std::string byte_amount_text(const Rational& bytes) {
    const auto whole = to_int64(bytes);
    return whole ? to_text(Bytes{*whole}) : amount_text(bytes) + " B";
}

Expected<Instant, QuantityError> parse_day(std::string_view text) {
    if (const auto month = BillingPeriod::parse(text)) return month->begin();
    auto instant = parse_instant(text);
    if (instant) return instant;
    return QuantityError{"time-malformed", fmt::format("{} is not a day", firn::quoted(text)),
                         "a day or a month, such as 2027-01-15 or 2027-01", ""};
}

std::string day_text(Instant instant) {
    const std::string text = to_text(instant);
    constexpr std::size_t kDay = 10;
    return text.ends_with("T00:00:00Z") ? text.substr(0, kDay) : text;
}

std::string month_text(const BillingPeriod& month) { return to_text(month); }

/// The charges that a price book can have.
std::vector<std::string> listed_charges() {
    std::vector<std::string> names;
    for (const std::string& name : usage::charge_type_names()) {
        if (name != "adjustment" && name != "other") names.push_back(name);
    }
    return names;
}

Expected<usage::ChargeType, QuantityError> parse_charge(std::string_view text) {
    const auto names = listed_charges();
    const bool is_listed = std::find(names.begin(), names.end(), text) != names.end();
    if (!is_listed) return unknown_choice(text, names);
    return *usage::parse_charge_type(text);
}

std::string charge_text(usage::ChargeType charge) { return std::string{usage::to_text(charge)}; }

Field with_charges(Field field) {
    field.choices = listed_charges();
    return with(std::move(field), FieldKind::choice);
}

}  // namespace

Field share_field(Field field, Member<Rational> member) {
    return bound(with(std::move(field), FieldKind::percent, "0 % to 100 %"), member, parse_share, share_text);
}

Field optional_share_field(Field field, Member<std::optional<Rational>> member) {
    return bound(with(std::move(field), FieldKind::percent, "0 % to 100 %"), member,
                 present<Rational>(parse_share), or_nothing(share_text));
}

Field change_field(Field field, Member<Rational> member) {
    return bound(with(std::move(field), FieldKind::change, "-100 % to 1000 %"), member, parse_change,
                 share_text);
}

Field money_field(Field field, Member<Money> member) {
    return bound(with(std::move(field), FieldKind::amount, "0 or more"), member, parse_money, money_text);
}

Field optional_money_field(Field field, Member<std::optional<Money>> member) {
    return bound(with(std::move(field), FieldKind::amount, "0 or more"), member, present<Money>(parse_money),
                 or_nothing(money_text));
}

Field optional_amount_field(Field field, Member<std::optional<Rational>> member) {
    return bound(with(std::move(field), FieldKind::amount, "0 or more"), member,
                 present<Rational>(parse_exact_amount), or_nothing(amount_text));
}

Field optional_byte_amount_field(Field field, Member<std::optional<Rational>> member) {
    return bound(with(std::move(field), FieldKind::bytes), member, present<Rational>(parse_byte_amount),
                 or_nothing(byte_amount_text));
}

Field day_field(Field field, Member<Instant> member) {
    return bound(with(std::move(field), FieldKind::day), member, parse_day, day_text);
}

Field optional_day_field(Field field, Member<std::optional<Instant>> member) {
    return bound(with(std::move(field), FieldKind::day), member, present<Instant>(parse_day),
                 or_nothing(day_text));
}

Field optional_month_field(Field field, Member<std::optional<BillingPeriod>> member) {
    return bound(with(std::move(field), FieldKind::month), member, present<BillingPeriod>(parse_month),
                 or_nothing(month_text));
}

Field charge_field(Field field, Member<usage::ChargeType> member) {
    return bound(with_charges(std::move(field)), member, parse_charge, charge_text);
}

Field optional_charge_field(Field field, Member<std::optional<usage::ChargeType>> member) {
    return bound(with_charges(std::move(field)), member, present<usage::ChargeType>(parse_charge),
                 or_nothing(charge_text));
}

Field name_field(Field field, Member<std::string> member) {
    const auto parse = [](std::string_view text) -> Expected<std::string, QuantityError> {
        if (text.empty()) return QuantityError{"value-missing", "the name is empty", "a text", ""};
        return std::string{text};
    };
    return bound(std::move(field), member, parse, [](const std::string& text) { return text; });
}

Field currency_field(Field field, Member<std::string> member) {
    return bound(std::move(field), member, parse_currency, [](const std::string& text) { return text; });
}

Field exchange_rate_field(Field field, Member<Rational> member) {
    const auto parse = [](std::string_view text) -> Expected<Rational, QuantityError> {
        auto value = parse_exact_amount(text);
        if (value && *value == 0) return out_of_range(text, "above zero");
        return value;
    };
    return bound(with(std::move(field), FieldKind::amount, "above zero"), member, parse, amount_text);
}

}  // namespace firn::scenario
