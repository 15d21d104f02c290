#include "core/units/rough_text.hpp"

#include "core/units/rational.hpp"

namespace firn {

std::string rough_multiple(std::uint64_t count, std::uint64_t unit) {
    const auto rounded = [&](std::uint64_t steps_a_unit) {
        return (UInt128{count} * steps_a_unit * 2 + unit) / (UInt128{unit} * 2);
    };
    const auto with_decimals = [](UInt128 steps, unsigned places) {
        std::string digits = to_decimal(steps);
        return digits.insert(digits.size() - places, ".");
    };
    if (const UInt128 hundredths = rounded(100); hundredths < 1'000) return with_decimals(hundredths, 2);
    if (const UInt128 tenths = rounded(10); tenths < 1'000) return with_decimals(tenths, 1);
    return to_decimal(rounded(1));
}

}  // namespace firn
