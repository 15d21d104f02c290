#include "core/scenario/growth_values.hpp"

#include "core/units/number_refusal.hpp"
#include "core/units/quantity_text.hpp"
#include "core/units/utf8_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace firn::scenario {

namespace {

constexpr std::string_view kInflow = "an inflow, such as \"1 TB/week\" or \"200000 files/day\"";
constexpr std::string_view kPercent = "a percentage, such as 15 %";
constexpr std::int64_t kMostFiles = 1'000'000'000'000;

bool has_places(const Rational& value, int places) {
    Rational scaled = value;
    for (int i = 0; i < places; ++i)
        scaled *= 10;
    return to_int64(scaled).has_value();
}

QuantityError not_an_inflow(std::string_view text) {
    return {"inflow-malformed", fmt::format("{} is not an inflow", firn::quoted(text)), std::string{kInflow},
            "write bytes or files, a slash, and day or week"};
}

/// "200000 files" without its word, or nothing.
std::optional<std::string_view> files_of(std::string_view amount) {
    for (const std::string_view word : {"files", "file"}) {
        if (!amount.ends_with(word)) continue;
        return trimmed(amount.substr(0, amount.size() - word.size()));
    }
    return std::nullopt;
}

/// A number below 1 without its sign may be a share: 0.5 of all is 50 %.
std::string meant_percentage(std::string_view text) {
    const auto value = parse_decimal(text);
    if (!value || *value == 0 || *value <= -1 || *value >= 1) return fmt::format("write \"{} %\"", text);
    return fmt::format("write \"{} %\", or \"{} %\" for a share of {}", text, format_decimal(*value * 100, 6),
                       text);
}

Expected<Rational, QuantityError> percent_with_places(std::string_view text, int places,
                                                      const char* expected) {
    const std::string_view all = trimmed(text);
    if (!all.ends_with('%')) {
        return QuantityError{"unit-missing", fmt::format("{} has no unit", firn::quoted(text)),
                             std::string{kPercent}, meant_percentage(all)};
    }
    const auto number = parse_decimal(trimmed(all.substr(0, all.size() - 1)));
    if (!number) return malformed(text, kPercent);
    if (!has_places(*number, places)) {
        return QuantityError{"value-out-of-range", fmt::format("{} is out of range", firn::quoted(text)),
                             expected, ""};
    }
    return *number;
}

}  // namespace

Expected<Inflow, QuantityError> parse_inflow(std::string_view text) {
    const auto slash = text.rfind('/');
    if (slash == std::string_view::npos) return not_an_inflow(text);
    const std::string_view period = trimmed(text.substr(slash + 1));
    const std::string_view amount = trimmed(text.substr(0, slash));
    Inflow inflow;
    if (period != "day" && period != "week") return not_an_inflow(text);
    inflow.period = period == "day" ? Inflow::Period::day : Inflow::Period::week;
    if (const auto files = files_of(amount)) {
        auto value = parse_amount(*files);
        if (!value) return std::move(value).error();
        inflow.files = *value;
        if (inflow.files > kMostFiles || !has_places(inflow.files, 6)) {
            return QuantityError{"value-out-of-range", fmt::format("{} is out of range", firn::quoted(text)),
                                 "at most 10^12 files, with at most six decimals", ""};
        }
    } else {
        auto value = parse_bytes(amount);
        if (!value) return std::move(value).error();
        inflow.bytes = *value;
    }
    if (inflow.bytes.value_or(Bytes{0}).count() == 0 && inflow.files == 0) {
        return QuantityError{"number-zero", fmt::format("{} is nothing at all", firn::quoted(text)),
                             "an inflow above zero", ""};
    }
    return inflow;
}

std::string inflow_text(const Inflow& inflow) {
    const std::string amount =
        inflow.bytes ? to_text(*inflow.bytes) : fmt::format("{} files", format_decimal(inflow.files, 6));
    return fmt::format("{}/{}", amount, inflow.period == Inflow::Period::day ? "day" : "week");
}

Expected<Rational, QuantityError> parse_percent(std::string_view text) {
    return percent_with_places(text, 4, "at most four decimals");
}

std::string percent_text(const Rational& percent) { return format_decimal(percent, 4) + " %"; }

Expected<Rational, QuantityError> parse_fine_percent(std::string_view text) {
    return percent_with_places(text, 6, "at most six decimals");
}

std::string fine_percent_text(const Rational& percent) { return format_decimal(percent, 6) + " %"; }

Expected<std::vector<Rational>, QuantityError> parse_amounts(std::string_view text, std::size_t length) {
    std::vector<Rational> amounts;
    std::string_view rest = text;
    while (true) {
        const std::size_t end = std::min(rest.find(','), rest.size());
        auto amount = parse_amount(rest.substr(0, end));
        if (!amount) return std::move(amount).error();
        if (*amount > 1000 || !has_places(*amount, 6)) {
            return QuantityError{
                "value-out-of-range",
                fmt::format("{} is out of range", firn::quoted(trimmed(rest.substr(0, end)))),
                "0 to 1000, at most six decimals", ""};
        }
        amounts.push_back(*amount);
        if (end == rest.size()) break;
        rest.remove_prefix(end + 1);
    }
    if (amounts.size() != length) {
        return QuantityError{"list-length", fmt::format("the list has {} numbers", amounts.size()),
                             fmt::format("{} numbers", length), ""};
    }
    if (std::all_of(amounts.begin(), amounts.end(), [](const Rational& amount) { return amount == 0; })) {
        return QuantityError{"factors-zero", "all factors of the list are zero: nothing ever arrives",
                             "at least one factor above zero", ""};
    }
    return amounts;
}

std::string amounts_text(const std::vector<Rational>& amounts) {
    std::string text;
    for (const Rational& amount : amounts)
        text += (text.empty() ? "" : ", ") + format_decimal(amount, 6);
    return text;
}

}  // namespace firn::scenario
