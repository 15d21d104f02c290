#include "core/scenario/frequency.hpp"

#include "core/units/number_refusal.hpp"
#include "core/units/quantity_text.hpp"
#include "core/units/utf8_text.hpp"

#include <fmt/format.h>

#include <array>

namespace firn::scenario {

namespace {

using Period = Frequency::Period;

struct NamedPeriod {
    std::string_view name;
    Period period;
    Duration length;
};

constexpr std::array<NamedPeriod, 4> kPeriods{{{"hour", Period::hour, std::chrono::hours{1}},
                                               {"day", Period::day, std::chrono::hours{24}},
                                               {"week", Period::week, std::chrono::hours{7 * 24}},
                                               {"month", Period::month, std::chrono::hours{30 * 24}}}};
constexpr int kPlaces = 6;
constexpr std::int64_t kMillion = 1'000'000;
constexpr std::int64_t kMostOften = 1'000'000'000;

const NamedPeriod& row_of(Period period) {
    for (const NamedPeriod& row : kPeriods) {
        if (row.period == period) return row;
    }
    return kPeriods.front();
}

QuantityError not_a_frequency(std::string_view text) {
    return {"frequency-malformed", fmt::format("{} does not say how often", firn::quoted(text)),
            "so many an hour, day, week or month, such as \"20/day\"",
            "write a number, a slash, and hour, day, week or month"};
}

}  // namespace

Duration mean_gap(const Frequency& frequency) {
    const Rational period{row_of(frequency.period).length.count()};
    return Duration{static_cast<std::int64_t>(floor_of(period / frequency.times))};
}

Expected<Frequency, QuantityError> parse_frequency(std::string_view text) {
    const auto slash = text.rfind('/');
    if (slash == std::string_view::npos) return not_a_frequency(text);
    const std::string_view name = trimmed(text.substr(slash + 1));
    for (const NamedPeriod& row : kPeriods) {
        if (row.name != name) continue;
        auto times = parse_amount(trimmed(text.substr(0, slash)));
        if (!times) return std::move(times).error();
        if (*times == 0) {
            return QuantityError{"number-zero", fmt::format("{} is never", firn::quoted(text)),
                                 "a number above zero", ""};
        }
        if (*times > kMostOften || !to_int64(Rational{*times * kMillion})) {
            return QuantityError{"value-out-of-range", fmt::format("{} is out of range", firn::quoted(text)),
                                 "at most 10^9, with at most six decimals", ""};
        }
        return Frequency{*times, row.period};
    }
    return not_a_frequency(text);
}

std::string frequency_text(const Frequency& frequency) {
    return fmt::format("{}/{}", format_decimal(frequency.times, kPlaces), row_of(frequency.period).name);
}

}  // namespace firn::scenario
