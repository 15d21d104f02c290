#pragma once

#include "core/report/restore_report.hpp"
#include "core/restore/wish.hpp"

#include <vector>

namespace firn::report {

/// Who says a number of the place that a restore is for.
enum class SaidBy { option, scenario, nobody };

/// Who says what; what an option says is stated, what nobody says is assumed.
struct PlaceBasis {
    SaidBy start = SaidBy::nobody;
    SaidBy link = SaidBy::nobody;
    SaidBy unpack_rate = SaidBy::nobody;
    SaidBy request_rate = SaidBy::nobody;
};

/// What a plan assumes about begin, link, unpacking and requests, in words.
[[nodiscard]] std::vector<Assumption> assumptions_of_place(const restore::Wish& wish,
                                                           const PlaceBasis& basis);

}  // namespace firn::report
