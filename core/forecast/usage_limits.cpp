#include "core/forecast/usage_limits.hpp"

#include <fmt/format.h>

#include <optional>
#include <string>
#include <string_view>

namespace firn::forecast {

namespace {

struct Limit {
    std::int64_t most;
    std::string_view expected;
};
constexpr Limit kStored{kMostStored, "at most 1,000,000,000,000,000,000"};
constexpr Limit kSent{kMostSent, "at most 9,007,199,254,740,992 (2^53)"};

/// Adds what is wrong with an amount, if it is beyond its limit.
void check(std::string_view what, const std::optional<Rational>& amount, const Limit& limit,
           BillingPeriod month, const SourceLocation& where, Diagnostics& faults) {
    if (!amount || *amount <= limit.most) return;
    faults.push_back({.code = "usage-too-large",
                      .where = where,
                      .what = fmt::format("in {} there are {} {}, more than can be forecast", to_text(month),
                                          format_fixed(*amount, 0), what),
                      .expected = std::string{limit.expected},
                      .remedy = "check the unit of this amount"});
}

}  // namespace

Diagnostics faults_of_size(const std::vector<UsedMonth>& months, const SourceLocation& where) {
    Diagnostics faults;
    for (const UsedMonth& month : months) {
        const BillingPeriod name = month.usage.month;
        check("bytes on average", month.stored, kStored, name, where, faults);
        check("archives on average", month.archives, kStored, name, where, faults);
        check("bytes sent", month.sent_bytes, kSent, name, where, faults);
        check("archives sent", month.sent, kSent, name, where, faults);
    }
    return faults;
}

}  // namespace firn::forecast
