#include "core/report/later_copies.hpp"

#include "core/units/billing_period.hpp"

#include <fmt/format.h>

namespace firn::report {

std::string later_copies_text(const pricing::Bill& bill, std::size_t months) {
    if (bill.periods.size() <= months) return {};
    const std::string first = to_text(bill.periods[months].month);
    const std::string last = to_text(bill.periods.back().month);
    return first == last ? fmt::format(", with copies that lie on in {},", first)
                         : fmt::format(", with copies that lie on from {} to {},", first, last);
}

}  // namespace firn::report
