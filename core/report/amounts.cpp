#include "core/report/amounts.hpp"

#include <fmt/format.h>

namespace firn::report {

std::string amount_text(const Money& amount, const pricing::Bill& bill) {
    constexpr int kSmallBill = 10;
    const bool is_small = bill.total_exact.amount() < kSmallBill;
    return with_separators(format_fixed(amount.amount(), is_small ? 4 : 2));
}

std::string percent_text(std::uint64_t part, std::uint64_t whole) {
    if (whole == 0) return "0.0";
    return format_fixed(Rational{Integer{part} * 100, Integer{whole}}, 1);
}

std::string assumed_text(const std::vector<std::string>& assumed) {
    return fmt::format("not stated, so assumed: {}", fmt::join(assumed, "; "));
}

}  // namespace firn::report
