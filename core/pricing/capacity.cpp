#include "core/pricing/capacity.hpp"

#include <algorithm>
#include <chrono>

namespace firn::pricing {

Instant end_of_capacity(Instant bought) {
    using namespace std::chrono;
    const auto day = floor<days>(bought);
    const year_month_day date{day};
    const year_month next = date.year() / date.month() + months{1};
    const year_month_day last{next / std::chrono::last};
    const year_month_day end = next / std::min(date.day(), last.day());
    return sys_days{end} + (bought - day);
}

}  // namespace firn::pricing
