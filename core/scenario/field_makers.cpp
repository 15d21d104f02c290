#include "core/scenario/field_makers.hpp"

#include "core/diag/did_you_mean.hpp"
#include "core/scenario/growth_values.hpp"

#include <fmt/format.h>

namespace firn::scenario {

namespace {

template <class T>
std::string range_text(const T& low, const T& high) {
    return fmt::format("{} to {}", to_text(low), to_text(high));
}

Field with_range(Field field, FieldKind kind, std::string range) {
    field.kind = kind;
    field.range = std::move(range);
    return field;
}

constexpr auto kPrint = [](const auto& value) { return to_text(value); };

}  // namespace

QuantityError section_absent() {
    return {"section-absent", "the scenario has no section that this setting belongs to", "",
            "add the section to the scenario"};
}

QuantityError value_out_of_range(std::string_view text, const std::string& range) {
    return {"value-out-of-range", fmt::format("{} is out of range", text), range, ""};
}

QuantityError unknown_choice(std::string_view text, const std::vector<std::string>& words) {
    const std::string closest = closest_to(text, words);
    return {"choice-unknown", fmt::format("\"{}\" is not one of the words that stand here", text),
            one_of(words), closest.empty() ? "" : fmt::format("did you mean \"{}\"?", closest)};
}

Field text_field(Field field, Member<std::string> member) {
    const auto parse = [](std::string_view text) -> Expected<std::string, QuantityError> {
        return std::string{text};
    };
    return bound(std::move(field), member, parse, [](const std::string& text) { return text; });
}

Field count_field(Field field, Member<std::int64_t> member, std::int64_t low, std::int64_t high) {
    std::string range = fmt::format("{} to {}", low, high);
    field = with_range(std::move(field), FieldKind::count, range);
    return bound(std::move(field), member, within(parse_count, low, high, std::move(range)),
                 [](std::int64_t value) { return std::to_string(value); });
}

Field bytes_field(Field field, Member<Bytes> member, Bytes low, Bytes high) {
    std::string range = range_text(low, high);
    field = with_range(std::move(field), FieldKind::bytes, range);
    return bound(std::move(field), member, within(parse_bytes, low, high, std::move(range)), kPrint);
}

Field optional_bytes_field(Field field, Member<std::optional<Bytes>> member, Bytes low, Bytes high) {
    std::string range = range_text(low, high);
    field = with_range(std::move(field), FieldKind::bytes, range);
    field.choices = {"none"};
    return bound(std::move(field), member, or_none<Bytes>(within(parse_bytes, low, high, std::move(range))),
                 print_or_none<Bytes>);
}

Field duration_field(Field field, Member<Duration> member, Duration low, Duration high) {
    std::string range = range_text(low, high);
    field = with_range(std::move(field), FieldKind::duration, range);
    return bound(std::move(field), member, within(parse_duration, low, high, std::move(range)), kPrint);
}

Field optional_duration_field(Field field, Member<std::optional<Duration>> member, Duration low,
                              Duration high) {
    std::string range = range_text(low, high);
    field = with_range(std::move(field), FieldKind::duration, range);
    field.choices = {"none"};
    return bound(std::move(field), member,
                 or_none<Duration>(within(parse_duration, low, high, std::move(range))),
                 print_or_none<Duration>);
}

Field rate_field(Field field, Member<ByteRate> member) {
    std::string range = range_text(ByteRate{1}, kFastest);
    field = with_range(std::move(field), FieldKind::rate, range);
    return bound(std::move(field), member, within(parse_byte_rate, ByteRate{1}, kFastest, std::move(range)),
                 kPrint);
}

Field instant_field(Field field, Member<Instant> member) {
    field.kind = FieldKind::instant;
    return bound(std::move(field), member, parse_instant, kPrint);
}

Field thousandths_field(Field field, Member<Rational> member, int high) {
    std::string range = fmt::format("0 to {}, at most three decimals", high);
    field = with_range(std::move(field), FieldKind::amount, range);
    const auto parse = [high, range](std::string_view text) -> Expected<Rational, QuantityError> {
        auto value = parse_amount(text);
        if (value && (*value > high || !to_int64(Rational{*value * 1000})))
            return value_out_of_range(text, range);
        return value;
    };
    return bound(std::move(field), member, parse,
                 [](const Rational& value) { return format_decimal(value, 3); });
}

Field millionths_field(Field field, Member<Rational> member, std::int64_t low, std::int64_t high) {
    constexpr int kPlaces = 6;
    const Rational lowest{low, 1'000'000};
    const Rational highest{high, 1'000'000};
    std::string range = fmt::format("{} to {}, at most six decimals", format_decimal(lowest, kPlaces),
                                    format_decimal(highest, kPlaces));
    field = with_range(std::move(field), FieldKind::amount, range);
    const auto parse = [lowest, highest, range](std::string_view text) -> Expected<Rational, QuantityError> {
        auto value = parse_amount(text);
        if (!value) return value;
        const bool is_whole = to_int64(Rational{*value * 1'000'000}).has_value();
        if (*value < lowest || *value > highest || !is_whole) return value_out_of_range(text, range);
        return value;
    };
    return bound(std::move(field), member, parse,
                 [](const Rational& value) { return format_decimal(value, kPlaces); });
}

Field percent_field(Field field, Member<Rational> member, int low, int high) {
    std::string range = fmt::format("{} % to {} %", low, high);
    field = with_range(std::move(field), FieldKind::percent, range);
    return bound(std::move(field), member, within(parse_percent, Rational{low}, Rational{high}, range),
                 percent_text);
}

Field amounts_field(Field field, Member<std::vector<Rational>> member) {
    field = with_range(std::move(field), FieldKind::amounts, fmt::format("{} numbers", field.length));
    const std::string word = field.choices.empty() ? "" : field.choices.front();
    const auto parse = [word, length = field.length](
                           std::string_view text) -> Expected<std::vector<Rational>, QuantityError> {
        if (!word.empty() && text == word) return std::vector<Rational>{};
        return parse_amounts(text, length);
    };
    return bound(std::move(field), member, parse, [word](const std::vector<Rational>& amounts) {
        return amounts.empty() ? word : amounts_text(amounts);
    });
}

Field inflow_field(Field field, Member<Inflow> member) {
    field = with_range(std::move(field), FieldKind::inflow, "above zero");
    return bound(std::move(field), member, parse_inflow,
                 [](const Inflow& inflow) { return inflow_text(inflow); });
}

}  // namespace firn::scenario
