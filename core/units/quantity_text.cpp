#include "core/units/quantity_text.hpp"

#include "core/units/number_refusal.hpp"
#include "core/units/rational.hpp"
#include "core/units/utf8_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>
#include <string>

namespace firn {

namespace {

/// A unit and how many of the base unit it stands for.
struct UnitFactor {
    std::string_view name;
    std::int64_t factor;
};

constexpr auto kByteUnits = std::to_array<UnitFactor>({
    {"B", 1},
    {"kB", 1'000},
    {"KB", 1'000},
    {"MB", 1'000'000},
    {"GB", 1'000'000'000},
    {"TB", 1'000'000'000'000},
    {"PB", 1'000'000'000'000'000},
    {"KiB", std::int64_t{1} << 10},
    {"MiB", std::int64_t{1} << 20},
    {"GiB", std::int64_t{1} << 30},
    {"TiB", std::int64_t{1} << 40},
    {"PiB", std::int64_t{1} << 50},
});

constexpr auto kTimeUnits = std::to_array<UnitFactor>({
    {"us", 1},
    {"µs", 1},
    {"ms", 1'000},
    {"s", 1'000'000},
    {"second", 1'000'000},
    {"seconds", 1'000'000},
    {"min", 60'000'000},
    {"minute", 60'000'000},
    {"minutes", 60'000'000},
    {"h", 3'600'000'000},
    {"hour", 3'600'000'000},
    {"hours", 3'600'000'000},
    {"d", 86'400'000'000},
    {"day", 86'400'000'000},
    {"days", 86'400'000'000},
    {"week", 604'800'000'000},
    {"weeks", 604'800'000'000},
});

// In bits, so that bytes and bits a second share one table.
constexpr auto kRateUnits = std::to_array<UnitFactor>({
    {"B/s", 8},
    {"kB/s", 8'000},
    {"KB/s", 8'000},
    {"MB/s", 8'000'000},
    {"GB/s", 8'000'000'000},
    {"TB/s", 8'000'000'000'000},
    {"PB/s", 8'000'000'000'000'000},
    {"KiB/s", std::int64_t{8} << 10},
    {"MiB/s", std::int64_t{8} << 20},
    {"GiB/s", std::int64_t{8} << 30},
    {"TiB/s", std::int64_t{8} << 40},
    {"PiB/s", std::int64_t{8} << 50},
    {"bit/s", 1},
    {"kbit/s", 1'000},
    {"Mbit/s", 1'000'000},
    {"Gbit/s", 1'000'000'000},
});

/// What a parser knows of its quantity when it has to complain.
struct QuantityKind {
    std::span<const UnitFactor> units;
    std::string_view expected;
    std::string_view missing_unit_remedy;
    std::string_view unknown_unit_remedy;
};

constexpr QuantityKind kByteKind{
    kByteUnits, "a number of bytes with its unit, such as 25 MB or 24 MiB",
    "write the unit: MB and GB count in thousands, MiB and GiB in 1024s, B are single bytes",
    "use B, kB, MB, GB, TB (powers of 1000) or KiB, MiB, GiB, TiB (powers of 1024)"};
constexpr QuantityKind kDurationKind{kTimeUnits, "a duration with its unit, such as 35 s, 5 min or 90 days",
                                     "write the unit, for example s, min, h or days",
                                     "use us, ms, s, min, h, days or weeks"};
constexpr QuantityKind kRateKind{kRateUnits, "a rate with its unit, such as 20 MB/s or 1 Gbit/s",
                                 "write the unit, for example MB/s",
                                 "use B/s, kB/s, MB/s, GB/s, MiB/s or Mbit/s"};

struct NumberAndUnit {
    std::string_view number;
    std::string_view unit;
};

NumberAndUnit split(std::string_view text) {
    text = trimmed(text);
    const auto end = std::find_if(text.begin(), text.end(), [](char c) {
        const bool part_of_number =
            (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+' || c == ',' || c == '_';
        return !part_of_number;
    });
    const auto length = static_cast<std::size_t>(end - text.begin());
    return {text.substr(0, length), trimmed(text.substr(length))};
}

/// The units that differ from `unit` only in case: "mb" is probably "MB" (or "Mbit"), "gib" is "GiB".
std::string remedy_for_unknown_unit(std::string_view unit, const QuantityKind& kind) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    const auto same = [&](char a, char b) { return lower(a) == lower(b); };
    for (const UnitFactor& known : kind.units) {
        if (std::equal(unit.begin(), unit.end(), known.name.begin(), known.name.end(), same)) {
            return fmt::format("did you mean \"{}\"? {}", known.name, kind.unknown_unit_remedy);
        }
    }
    return std::string{kind.unknown_unit_remedy};
}

/// "e6 MB", what is left of "1e6 MB".
bool looks_like_exponent(std::string_view unit) {
    const auto digit = unit.find_first_of("0123456789");
    const bool has_letter = unit.front() == 'e' || unit.front() == 'E';
    return has_letter && (digit == 1 || (digit == 2 && (unit[1] == '+' || unit[1] == '-')));
}

/// The number times its unit, in the base unit of the kind.
Expected<Rational, QuantityError> parse_with_unit(std::string_view text, const QuantityKind& kind) {
    const NumberAndUnit parts = split(text);
    const auto number = parse_decimal(parts.number);
    if (!number) return malformed(text, kind.expected);
    if (*number < 0) return negative(text, kind.expected);
    if (parts.unit.empty()) {
        return QuantityError{"unit-missing", fmt::format("{} has no unit", firn::quoted(text)),
                             std::string{kind.expected}, std::string{kind.missing_unit_remedy}};
    }
    const auto unit = std::find_if(kind.units.begin(), kind.units.end(),
                                   [&](const UnitFactor& known) { return known.name == parts.unit; });
    if (unit == kind.units.end()) {
        if (looks_like_exponent(parts.unit)) {
            return QuantityError{"number-malformed", fmt::format("{} has an exponent", firn::quoted(text)),
                                 std::string{kind.expected}, "write the number out"};
        }
        return QuantityError{"unit-unknown",
                             fmt::format("{} is not a unit that is known here", firn::quoted(parts.unit)),
                             std::string{kind.expected}, remedy_for_unknown_unit(parts.unit, kind)};
    }
    return Rational{*number * unit->factor};
}

}  // namespace

Expected<Rational, QuantityError> parse_byte_amount(std::string_view text) {
    return parse_with_unit(text, kByteKind);
}

Expected<Bytes, QuantityError> parse_bytes(std::string_view text) {
    const auto amount = parse_byte_amount(text);
    if (!amount) return amount.error();
    const auto whole = to_whole(*amount, text, kByteKind.expected, "bytes");
    if (!whole) return whole.error();
    return Bytes{*whole};
}

Expected<Duration, QuantityError> parse_duration(std::string_view text) {
    const auto amount = parse_with_unit(text, kDurationKind);
    if (!amount) return amount.error();
    const auto whole = to_whole(*amount, text, kDurationKind.expected, "microseconds");
    if (!whole) return whole.error();
    return Duration{*whole};
}

Expected<ByteRate, QuantityError> parse_byte_rate(std::string_view text) {
    const auto bits = parse_with_unit(text, kRateKind);
    if (!bits) return bits.error();
    const auto whole = to_whole(Rational{*bits / 8}, text, kRateKind.expected, "bytes per second");
    if (!whole) return whole.error();
    if (*whole == 0) {
        return QuantityError{"number-zero",
                             fmt::format("{} is no rate: nothing would ever move", firn::quoted(text)),
                             std::string{kRateKind.expected}, "write a rate above zero"};
    }
    return ByteRate{*whole};
}

Expected<UnitPrice, QuantityError> parse_unit_price(std::string_view text) {
    constexpr std::string_view kExpected =
        "a price for one unit, such as 0.010, or for a thousand, such as 0.05/1000";
    const auto slash = text.find('/');
    const auto price = parse_decimal(trimmed(text.substr(0, slash)));
    if (!price) return malformed(text, kExpected);
    if (*price < 0) return negative(text, kExpected);
    if (slash == std::string_view::npos) return UnitPrice{*price};
    const auto divisor = parse_decimal(trimmed(text.substr(slash + 1)));
    if (!divisor || *divisor <= 0 || !to_int64(*divisor)) {
        return QuantityError{
            "number-malformed",
            fmt::format("in {}, what follows the slash is no whole number above zero", firn::quoted(text)),
            std::string{kExpected}, "write for how many units the price is, such as /1000"};
    }
    return UnitPrice{Rational{*price / *divisor}};
}

Expected<std::int64_t, QuantityError> parse_count(std::string_view text) {
    constexpr std::string_view kExpected = "a whole number, such as 1000";
    const auto number = parse_decimal(trimmed(text));
    if (!number) return malformed(text, kExpected);
    if (*number < 0) return negative(text, kExpected);
    if (floor_of(*number) != *number) {
        return QuantityError{"number-not-whole", fmt::format("{} is not a whole number", firn::quoted(text)),
                             std::string{kExpected}, "round it"};
    }
    return to_whole(*number, text, kExpected, "");
}

Expected<Rational, QuantityError> parse_amount(std::string_view text) {
    constexpr std::string_view kExpected = "a number, such as 1.440";
    const auto number = parse_decimal(trimmed(text));
    if (!number) return malformed(text, kExpected);
    if (*number < 0) return negative(text, kExpected);
    return *number;
}

Expected<Instant, QuantityError> parse_instant(std::string_view text) {
    if (const auto instant = parse_rfc3339(trimmed(text))) return *instant;
    const bool lacks_zone = parse_rfc3339(std::string{trimmed(text)} + "Z").has_value();
    const auto month = BillingPeriod::parse(trimmed(text));
    const std::string remedy = month        ? fmt::format("write its first day: {}-01", to_text(*month))
                               : lacks_zone ? "write the zone too: Z for UTC"
                                            : "";
    return QuantityError{"time-malformed", fmt::format("{} is not an instant", firn::quoted(text)),
                         "a day, such as 2013-03-05, or a date and time as in RFC 3339, such as "
                         "2013-03-05T00:00Z, from 1970 to 9999",
                         remedy};
}

Expected<BillingPeriod, QuantityError> parse_month(std::string_view text) {
    if (const auto month = BillingPeriod::parse(trimmed(text))) return *month;
    const auto day = parse_rfc3339(trimmed(text));
    return QuantityError{
        "month-malformed", fmt::format("{} is not a month", firn::quoted(text)),
        "a year and a month, such as 2013-03",
        day ? fmt::format("write its month: {}", to_text(BillingPeriod::containing(*day))) : ""};
}

Expected<bool, QuantityError> parse_boolean(std::string_view text) {
    if (text == "true") return true;
    if (text == "false") return false;
    return QuantityError{"boolean-malformed", fmt::format("{} is neither true nor false", firn::quoted(text)),
                         "true or false", ""};
}

}  // namespace firn
