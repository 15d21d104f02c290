#include "core/units/time.hpp"

#include "core/units/counted_text.hpp"
#include "core/units/rough_text.hpp"

#include <fmt/format.h>

#include <array>

namespace firn {

namespace chrono = std::chrono;

namespace {

/// Reads RFC 3339 text from left to right; every step says whether it found what it looked for.
class Cursor {
  public:
    explicit Cursor(std::string_view text) : rest_{text} {}

    std::optional<int> digits(std::size_t n) {
        if (rest_.size() < n) return std::nullopt;
        int value = 0;
        for (std::size_t i = 0; i < n; ++i) {
            if (!is_digit(rest_[i])) return std::nullopt;
            value = value * 10 + (rest_[i] - '0');
        }
        rest_.remove_prefix(n);
        return value;
    }
    bool accept(char c) {
        if (rest_.empty() || rest_.front() != c) return false;
        rest_.remove_prefix(1);
        return true;
    }
    /// ".25" as microseconds; finer digits are cut. nullopt when no digit or more than nine follow the point.
    std::optional<Duration> fraction() {
        std::int64_t micros = 0;
        std::size_t n = 0;
        for (; n < rest_.size() && is_digit(rest_[n]); ++n) {
            if (n < 6) micros = micros * 10 + (rest_[n] - '0');
        }
        if (n == 0 || n > 9) return std::nullopt;
        for (std::size_t i = n; i < 6; ++i)
            micros *= 10;
        rest_.remove_prefix(n);
        return Duration{micros};
    }
    [[nodiscard]] bool at_end() const { return rest_.empty(); }

  private:
    static bool is_digit(char c) { return c >= '0' && c <= '9'; }
    std::string_view rest_;
};

std::optional<chrono::sys_days> read_date(Cursor& cursor) {
    const auto year = cursor.digits(4);
    if (!year || !cursor.accept('-')) return std::nullopt;
    const auto month = cursor.digits(2);
    if (!month || !cursor.accept('-')) return std::nullopt;
    const auto day = cursor.digits(2);
    if (!day) return std::nullopt;
    const chrono::year_month_day date{chrono::year{*year}, chrono::month{static_cast<unsigned>(*month)},
                                      chrono::day{static_cast<unsigned>(*day)}};
    if (!date.ok()) return std::nullopt;
    return chrono::sys_days{date};
}

std::optional<Duration> read_time_of_day(Cursor& cursor) {
    const auto hour = cursor.digits(2);
    if (!hour || *hour > 23 || !cursor.accept(':')) return std::nullopt;
    const auto minute = cursor.digits(2);
    if (!minute || *minute > 59) return std::nullopt;
    Duration time = chrono::hours{*hour} + chrono::minutes{*minute};
    if (!cursor.accept(':')) return time;
    const auto second = cursor.digits(2);
    if (!second || *second > 59) return std::nullopt;
    time += chrono::seconds{*second};
    if (!cursor.accept('.')) return time;
    const auto fraction = cursor.fraction();
    if (!fraction) return std::nullopt;
    return time + *fraction;
}

std::optional<Duration> read_offset(Cursor& cursor) {
    if (cursor.accept('Z') || cursor.accept('z')) return Duration{0};
    const bool east = cursor.accept('+');
    if (!east && !cursor.accept('-')) return std::nullopt;
    const auto hour = cursor.digits(2);
    if (!hour || *hour > 23 || !cursor.accept(':')) return std::nullopt;
    const auto minute = cursor.digits(2);
    if (!minute || *minute > 59) return std::nullopt;
    const Duration offset = chrono::hours{*hour} + chrono::minutes{*minute};
    return east ? offset : -offset;
}

/// The years 1970 to 9999 in UTC: an offset may cross into the next.
std::optional<Instant> within_range(Instant instant) {
    constexpr Instant kEarliest{};
    constexpr Instant kEnd = chrono::sys_days{chrono::year{10'000} / chrono::January / 1};
    return instant < kEarliest || instant >= kEnd ? std::nullopt : std::optional{instant};
}

struct Scale {
    std::string_view name;
    std::int64_t micros;
};

constexpr std::array<Scale, 6> kScales{{{"days", 86'400'000'000},
                                        {"h", 3'600'000'000},
                                        {"min", 60'000'000},
                                        {"s", 1'000'000},
                                        {"ms", 1'000},
                                        {"us", 1}}};

}  // namespace

std::optional<Instant> parse_rfc3339(std::string_view text) {
    Cursor cursor{text};
    const auto date = read_date(cursor);
    if (!date) return std::nullopt;
    if (cursor.at_end()) return within_range(Instant{*date});
    if (!cursor.accept('T') && !cursor.accept('t') && !cursor.accept(' ')) return std::nullopt;
    const auto time = read_time_of_day(cursor);
    if (!time) return std::nullopt;
    const auto offset = read_offset(cursor);
    if (!offset || !cursor.at_end()) return std::nullopt;
    return within_range(Instant{*date} + *time - *offset);
}

std::string to_text(Instant instant) {
    const auto day = chrono::floor<chrono::days>(instant);
    const chrono::year_month_day date{day};
    const chrono::hh_mm_ss clock{instant - day};
    std::string text = fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}", static_cast<int>(date.year()),
                                   static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                                   clock.hours().count(), clock.minutes().count(), clock.seconds().count());
    if (clock.subseconds().count() != 0) {
        text += fmt::format(".{:06}", clock.subseconds().count());
        while (text.back() == '0')
            text.pop_back();
    }
    return text + "Z";
}

std::string to_text(Duration duration) {
    for (const Scale& scale : kScales) {
        if (duration.count() != 0 && duration.count() % scale.micros == 0) {
            const std::int64_t multiple = duration.count() / scale.micros;
            const bool is_one_day = multiple == 1 && scale.name == "days";
            return fmt::format("{} {}", multiple, is_one_day ? "day" : scale.name);
        }
    }
    return fmt::format("{} s", duration.count());
}

std::string to_rough_text(Duration duration) {
    const bool negative = duration.count() < 0;
    // The most negative count has no positive twin in 64 signed bits.
    const auto count = static_cast<std::uint64_t>(duration.count());
    const std::uint64_t micros = negative ? 0 - count : count;
    const std::string_view sign = negative ? "-" : "";
    for (const Scale& scale : kScales) {
        const auto unit = static_cast<std::uint64_t>(scale.micros);
        if (micros < unit) continue;
        if (unit == 1) return fmt::format("{}{} {}", sign, micros, scale.name);
        return fmt::format("{}{} {}", sign, with_separators(rough_multiple(micros, unit)), scale.name);
    }
    return "0 s";
}

}  // namespace firn
