#include "core/report/service_words.hpp"

#include "core/report/table.hpp"
#include "core/units/bytes.hpp"

#include <limits>

namespace firn::report {

namespace {

constexpr std::int64_t kYearMicroseconds = 31'557'600'000'000;  // 365.25 days
constexpr std::int64_t kExabyte = 1'000'000'000'000'000'000;

/// Three significant digits; from 1000 on all digits of the whole number.
std::string three_digits(const Rational& value) {
    return with_separators(format_fixed(value, value < 10 ? 2 : value < 100 ? 1 : 0));
}

}  // namespace

std::string count_text(UInt128 count) { return with_separators(to_decimal(count)); }

std::string rough_bytes(UInt128 bytes) {
    constexpr auto kMost = static_cast<UInt128>(std::numeric_limits<std::int64_t>::max());
    if (bytes <= kMost) return to_rough_text(Bytes{static_cast<std::int64_t>(bytes)});
    return three_digits(Rational{to_integer(bytes), Integer{kExabyte}}) + " EB";
}

std::string share_text(const Rational& share) { return format_fixed(Rational{share * 100}, 1) + " %"; }

std::string minute_text(Instant instant) {
    std::string text = to_text(instant).substr(0, 16);
    text[10] = ' ';
    return text;
}

std::string years_text(const Rational& years) {
    if (years >= 1) return three_digits(years) + " years";
    const Integer microseconds = floor_of(Rational{years * kYearMicroseconds});
    return to_rough_text(Duration{static_cast<std::int64_t>(microseconds)});
}

std::string quantile_text(const backup::LatencySummary& summary, Duration quantile) {
    return (summary.quantiles_exact ? "" : "about ") + to_rough_text(quantile);
}

std::string duration_or_dash(const std::optional<Duration>& duration) {
    return duration ? to_rough_text(*duration) : "-";
}

}  // namespace firn::report
