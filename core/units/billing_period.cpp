#include "core/units/billing_period.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace firn {

namespace chrono = std::chrono;

BillingPeriod BillingPeriod::containing(Instant instant) {
    const chrono::year_month_day date{chrono::floor<chrono::days>(instant)};
    return BillingPeriod{date.year() / date.month()};
}

std::optional<BillingPeriod> BillingPeriod::parse(std::string_view text) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    if (text.size() != 7 || text[4] != '-') return std::nullopt;
    if (!std::all_of(text.begin(), text.begin() + 4, is_digit)) return std::nullopt;
    if (!is_digit(text[5]) || !is_digit(text[6])) return std::nullopt;
    const int year = (text[0] - '0') * 1000 + (text[1] - '0') * 100 + (text[2] - '0') * 10 + (text[3] - '0');
    const auto month = static_cast<unsigned>((text[5] - '0') * 10 + (text[6] - '0'));
    if (year < 1970 || month < 1 || month > 12) return std::nullopt;
    return BillingPeriod{chrono::year{year} / chrono::month{month}};
}

Instant BillingPeriod::begin() const { return chrono::sys_days{month_ / chrono::day{1}}; }
Instant BillingPeriod::end() const { return next().begin(); }

int BillingPeriod::days() const {
    return static_cast<int>(static_cast<unsigned>((month_ / chrono::last).day()));
}

BillingPeriod BillingPeriod::plus_months(int n) const { return BillingPeriod{month_ + chrono::months{n}}; }

int months_between(BillingPeriod a, BillingPeriod b) {
    return static_cast<int>((b.month() - a.month()).count());
}

std::string to_text(BillingPeriod period) {
    return fmt::format("{:04}-{:02}", static_cast<int>(period.month().year()),
                       static_cast<unsigned>(period.month().month()));
}

}  // namespace firn
