#pragma once

#include "core/alternatives/alternative.hpp"
#include "core/alternatives/course.hpp"
#include "core/alternatives/demand.hpp"
#include "core/alternatives/growth_table.hpp"
#include "core/alternatives/product.hpp"
#include "core/diag/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace firn::alternatives {

inline constexpr int kSecondsPerHour = 3600;
/// Hours of a month that is a twelfth of 365 days.
inline constexpr int kHoursPerMonth = 730;

/// What a model is asked: the alternative, the demand and how prices move, month by month.
struct Situation {
    const Alternative& alternative;
    const Demand& demand;
    const std::vector<Rational>& inflation;  ///< factors of labour, mileage, rent and power
    GrowthTable& growth;                     ///< of as many months

    [[nodiscard]] std::size_t months() const { return demand.months.size(); }
    [[nodiscard]] const Rational& operator[](std::string_view key) const {
        return alternative.parameters[key];
    }
    /// The price of an hour of a person in a month.
    [[nodiscard]] Product wages(const Rational& hours, std::size_t month) const;
};

/// How the prices of what is bought move: by `yearly_change` and the shocks of the alternative.
[[nodiscard]] std::vector<Rational> price_factors(const Situation& situation, const Rational& yearly_change);

/// "1 drive", "1,024 drives"; a fraction is rounded, half-up.
[[nodiscard]] std::string counted(const Rational& count, std::string_view one, std::string_view many);

/// A parameter that counts, as a whole number.
[[nodiscard]] int whole(const Rational& value);

// One function a kind; docs/alternatives.md has their arithmetic with worked numbers.
[[nodiscard]] Course usb_drives(const Situation& situation);
[[nodiscard]] Course second_datacenter(const Situation& situation);
[[nodiscard]] Course tape(const Situation& situation);
[[nodiscard]] Course archive_service(const Situation& situation);
[[nodiscard]] Course vendor_quote(const Situation& situation);
/// The alternative's book has billed the demand (BookBill).
[[nodiscard]] Course price_book_service(const Situation& situation);

/// The alternative, no set, by itself, in the currency of the comparison. `inflation`:
/// growth_factors() of the comparison's; `growth`: a table of the demand's months.
[[nodiscard]] Result<Course> own_course(const Comparison& comparison, const Alternative& alternative,
                                        const Demand& demand, const std::vector<Rational>& inflation,
                                        GrowthTable& growth);

/// The alternative's `first_byte` becomes the longest time of its class and tier in the last month, unless it
/// is stated or the class is not known.
void take_tier_time(Alternative& alternative, const Demand& demand);

/// Whether the alternative's book, which is found, has a price of what is sent out, and nobody states
/// another.
[[nodiscard]] bool bills_egress(const Alternative& alternative);

/// Whether the alternative is in the price book and region of the run that metered the demand, whose settings
/// of bills (prices of a day, what-ifs, discounts, ...) then count for it.
[[nodiscard]] bool is_book_of_run(const Alternative& alternative, const Demand& demand);

/// Prices the demand by the alternative's book, month by month, in the alternative's currency, as a bill of
/// the run where it is its book. Errors: those of pricing::price(), of each code the first, and
/// `tier-unpriced`.
[[nodiscard]] Result<BookBill> bill_of(const Alternative& alternative, const Demand& demand);

/// Has the months of every price book priced; all faults are told at once, each at its alternative.
[[nodiscard]] Result<bool> bill_books(Comparison& comparison, const Demand& demand);

/// Two or three courses together: their money and hours added, the quicker restore, a loss only where all
/// lose.
[[nodiscard]] Course together(const std::vector<const Course*>& members);

}  // namespace firn::alternatives
