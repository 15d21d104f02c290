#include "core/io/utc_time.hpp"

#include "core/io/digits.hpp"

#include <algorithm>
#include <cstring>
#include <string_view>

namespace firn::io {

namespace {

constexpr std::int64_t kSecond = 1'000'000;

/// The two digits at byte `place` of a word whose characters have become their values.
constexpr std::int64_t two_digits(std::uint64_t values, unsigned place) {
    return static_cast<std::int64_t>((values >> (8 * place) & 0xFU) * 10 +
                                     (values >> (8 * place + 8) & 0xFU));
}

/// "07:30:15" as microseconds since midnight; negative when it is no time of day.
std::int64_t time_of_day(const char* at) {
    constexpr std::uint64_t kColons = 0x00003A00003A0000;
    constexpr std::uint64_t kAtColons = 0x0000FF0000FF0000;
    const std::uint64_t word = load_eight(at);
    const std::uint64_t digits = (word & ~kAtColons) | (0x3030303030303030 & kAtColons);
    if ((word & kAtColons) != kColons || leading_digits(digits) != 8) return -1;
    const std::int64_t hours = two_digits(word, 0);
    const std::int64_t minutes = two_digits(word, 3);
    const std::int64_t seconds = two_digits(word, 6);
    if (hours > 23 || minutes > 59 || seconds > 59) return -1;
    return ((hours * 60 + minutes) * 60 + seconds) * kSecond;
}

/// ".25" as microseconds, of one to six digits.
const char* take_fraction(const char* at, std::int64_t& micros) {
    const std::uint64_t word = load_eight(at + 1);
    const unsigned digits = leading_digits(word);
    constexpr unsigned kFinest = 6;
    if (digits == 0 || digits > kFinest) return nullptr;
    micros = static_cast<std::int64_t>(value_of_digits(word, digits)) * kPowersOfTen[kFinest - digits];
    return at + 1 + digits;
}

}  // namespace

const char* UtcTimes::take(const char* at, std::int64_t& micros) {
    if (!is_last_date(at) && !take_date(at)) return nullptr;
    constexpr int kTime = kDateLength + 1;
    constexpr int kTimeEnd = kTime + 8;
    const std::int64_t of_day = time_of_day(at + kTime);
    if (at[kDateLength] != 'T' || of_day < 0) return nullptr;
    const char* end = at + kTimeEnd;
    std::int64_t fraction = 0;
    if (*end == '.') end = take_fraction(end, fraction);
    if (end == nullptr || *end != 'Z') return nullptr;
    micros = midnight_ + of_day + fraction;
    return end + 1;
}

bool UtcTimes::is_last_date(const char* at) const { return std::memcmp(at, date_.data(), date_.size()) == 0; }

bool UtcTimes::take_date(const char* at) {
    const auto midnight = parse_rfc3339({at, kDateLength});
    if (!midnight) return false;
    std::copy_n(at, kDateLength, date_.begin());
    midnight_ = midnight->time_since_epoch().count();
    return true;
}

}  // namespace firn::io
