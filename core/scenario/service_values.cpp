#include "core/scenario/service_values.hpp"

#include "core/scenario/growth_values.hpp"

#include <fmt/format.h>

#include <utility>

namespace firn::scenario {

namespace {

Field with(Field field, FieldKind kind, std::string range = {}) {
    field.kind = kind;
    if (!range.empty()) field.range = std::move(range);
    return field;
}

Field limit(Field field) {
    field.choices = {"none"};
    return field;
}

Rational millionths(std::int64_t count) { return Rational{count, 1'000'000}; }

std::string percent_range(std::int64_t low, std::int64_t high) {
    return fmt::format("{} to {}, at most six decimals", fine_percent_text(millionths(low)),
                       fine_percent_text(millionths(high)));
}

auto fine_percent_within(std::int64_t low, std::int64_t high) {
    return within(parse_fine_percent, millionths(low), millionths(high), percent_range(low, high));
}

template <class T>
std::string text_range(const T& low, const T& high) {
    return fmt::format("{} to {}", to_text(low), to_text(high));
}

std::string count_range(std::int64_t low, std::int64_t high) { return fmt::format("{} to {}", low, high); }

/// A printer of a value that may be absent.
template <class Print>
auto or_word(Print print, std::string word) {
    return [print, word = std::move(word)](const auto& value) { return value ? print(*value) : word; };
}

constexpr auto kPrint = [](const auto& value) { return to_text(value); };
constexpr auto kPrintCount = [](std::int64_t value) { return std::to_string(value); };

}  // namespace

Field fine_percent_field(Field field, Member<Rational> member, std::int64_t low, std::int64_t high) {
    return bound(with(std::move(field), FieldKind::percent, percent_range(low, high)), member,
                 fine_percent_within(low, high), fine_percent_text);
}

Field percent_limit_field(Field field, Member<std::optional<Rational>> member, std::int64_t low,
                          std::int64_t high) {
    return bound(limit(with(std::move(field), FieldKind::percent, percent_range(low, high))), member,
                 or_none<Rational>(fine_percent_within(low, high)), or_word(fine_percent_text, "none"));
}

Field stated_percent_field(Field field, Member<std::optional<Rational>> member, std::int64_t low,
                           std::int64_t high) {
    return bound(with(std::move(field), FieldKind::percent, percent_range(low, high)), member,
                 present<Rational>(fine_percent_within(low, high)), or_word(fine_percent_text, ""));
}

Field count_limit_field(Field field, Member<std::optional<std::int64_t>> member, std::int64_t low,
                        std::int64_t high) {
    const std::string range = count_range(low, high);
    return bound(limit(with(std::move(field), FieldKind::count, range)), member,
                 or_none<std::int64_t>(within(parse_count, low, high, range)), or_word(kPrintCount, "none"));
}

Field stated_count_field(Field field, Member<std::optional<std::int64_t>> member, std::int64_t low,
                         std::int64_t high) {
    const std::string range = count_range(low, high);
    return bound(with(std::move(field), FieldKind::count, range), member,
                 present<std::int64_t>(within(parse_count, low, high, range)), or_word(kPrintCount, ""));
}

Field rate_limit_field(Field field, Member<std::optional<ByteRate>> member) {
    const std::string range = text_range(ByteRate{1}, kFastest);
    return bound(limit(with(std::move(field), FieldKind::rate, range)), member,
                 or_none<ByteRate>(within(parse_byte_rate, ByteRate{1}, kFastest, range)),
                 or_word(kPrint, "none"));
}

Field stated_bytes_field(Field field, Member<std::optional<Bytes>> member, Bytes low, Bytes high) {
    const std::string range = text_range(low, high);
    return bound(with(std::move(field), FieldKind::bytes, range), member,
                 present<Bytes>(within(parse_bytes, low, high, range)), or_word(kPrint, ""));
}

Field stated_duration_field(Field field, Member<std::optional<Duration>> member, Duration low,
                            Duration high) {
    const std::string range = text_range(low, high);
    return bound(with(std::move(field), FieldKind::duration, range), member,
                 present<Duration>(within(parse_duration, low, high, range)), or_word(kPrint, ""));
}

Field stated_instant_field(Field field, Member<std::optional<Instant>> member) {
    return bound(with(std::move(field), FieldKind::instant), member, present<Instant>(parse_instant),
                 or_word(kPrint, ""));
}

Field boolean_field(Field field, Member<bool> member) {
    field.choices = {"true", "false"};
    return bound(with(std::move(field), FieldKind::boolean), member, parse_boolean,
                 [](bool value) { return std::string{value ? "true" : "false"}; });
}

Field frequency_field(Field field, Member<std::optional<Frequency>> member) {
    return bound(with(std::move(field), FieldKind::frequency, "above zero"), member,
                 present<Frequency>(parse_frequency), or_word(frequency_text, ""));
}

Field batch_field(Field field, Member<std::optional<Batch>> member) {
    return bound(with(std::move(field), FieldKind::batch, "all, a share, or an owner"), member,
                 present<Batch>(parse_batch), or_word(batch_text, ""));
}

Field stated_path_field(Field field, Member<std::string> member) {
    field.is_quiet = true;
    return text_field(with(std::move(field), FieldKind::path), member);
}

}  // namespace firn::scenario
