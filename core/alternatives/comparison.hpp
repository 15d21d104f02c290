#pragma once

#include "core/alternatives/alternative.hpp"
#include "core/alternatives/course.hpp"
#include "core/alternatives/demand.hpp"
#include "core/diag/result.hpp"
#include "core/units/money.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace firn::alternatives {

/// Which end of each parameter's range holds.
enum class Case { low, base, high };

/// What finance asks of one alternative.
struct Figures {
    std::vector<Money> cash{};  ///< by month; residual value and exit are in the last month
    Money total{};              ///< the sum of `cash`
    Money capital{};
    Money running{};
    Money npv{};  ///< of all payments: what would have to be set aside now
    Money equivalent_annual_cost{};
    Money per_tb_year{};  ///< NPV over discounted TB-years, TB = 10^12 bytes
    Rational hours{};     ///< of people, all months
};

/// One alternative with all that is known of it.
struct Outcome {
    Alternative alternative{};
    Course course{};
    Figures figures{};
    Money npv_low{};
    Money npv_high{};
    /// Each byte lies on one drive, cartridge or server disk only, with neither a second one nor parity.
    bool is_single_copy = false;
    Rational unconfirmed_share{};  ///< of what is spent, on unconfirmed prices
    Rational assumed_share{};      ///< on assumed numbers
};

/// From when on one of two costs less in sum, for good. Indices into Results::outcomes.
struct BreakEven {
    std::size_t cheaper = 0;  ///< at the end
    std::size_t dearer = 0;
    std::size_t month = 0;  ///< the first month, from 0, after which its sum stays below
};

/// What would turn the answer: one assumption at that value, all others as they are. Found by bisection and
/// run again: at `flips_at` the other one is cheaper, just before it is not.
struct Flip {
    std::size_t alternative = 0;  ///< whose assumption it is
    std::string key{};
    ParameterUnit unit = ParameterUnit::number;
    Rational base{};
    Rational flips_at{};
    std::size_t cheapest_then = 0;
};

/// One assumption that people ask about, and where within a range it turns the answer. Found as a Flip is.
struct Turn {
    std::optional<std::size_t> alternative{};  ///< whose assumption it is; absent: of the whole comparison
    Parameter assumption{};              ///< `cheap` and `dear` are the ends of the range that was tried
    std::optional<Rational> turns_at{};  ///< absent: at neither end another one is cheaper
    std::size_t cheapest_then = 0;
};

struct Results {
    Comparison comparison{};
    Demand demand{};
    std::vector<Outcome> outcomes{};
    std::vector<std::size_t> ranking{};  ///< by NPV, the cheapest first
    std::vector<BreakEven> break_even{};
    bool were_flips_sought = true;
    std::vector<Flip> flips{};
    std::vector<Turn> turns{};  ///< first those of the whole comparison; empty where they were not sought
};

/// How the demand grows, for asking at which growth the answer turns.
struct GrowthOfDemand {
    Rational
        stated{};  ///< a year, of what is added; of a demand that a run metered 0: over what it is anyway
    std::function<Demand(const Rational&)> at{};  ///< the demand with another growth; empty: with_growth()
};

/// How far a comparison goes.
struct CompareOptions {
    bool seeks_flips = true;   ///< what turns the answer takes most of the time
    bool seeks_turns = false;  ///< also the main assumptions, one by one
    unsigned threads = 1;
    GrowthOfDemand growth{};
    std::function<bool()> is_cancelled{};  ///< asked from time to time
};

/// Runs every alternative through the demand in its three cases, and looks for what turns the answer. Errors:
/// those of check() and of pricing::price(), `cost-too-large` (a month of 10^18 and more); none at all where
/// it was cancelled.
[[nodiscard]] Result<Results> compare(const Comparison& comparison, const Demand& demand,
                                      const CompareOptions& options = {});

/// The payments by month, with exit cost less residual value in the last one.
[[nodiscard]] std::vector<Money> cash_of(const Course& course);

/// What has been paid until the end of each month.
[[nodiscard]] std::vector<Money> sums_of(const Figures& figures);

/// The figures of a course.
[[nodiscard]] Figures figures_of(const Course& course, const Comparison& comparison, const Demand& demand);

/// The comparison with every parameter moved half of the way to its cheap or dear end, those of a stated
/// range all of it.
[[nodiscard]] Comparison in_case(const Comparison& comparison, Case which);

/// Break-even of every pair.
[[nodiscard]] std::vector<BreakEven> break_even_of(const std::vector<Outcome>& outcomes);

/// What makes any other alternative the cheapest, the nearest changes first; at most `most`. Of a search that
/// is cancelled those that were found so far.
[[nodiscard]] std::vector<Flip> flips_of(const Results& results, std::size_t most,
                                         const std::function<bool()>& is_cancelled = {},
                                         unsigned threads = 1);

/// For each main assumption where it turns the answer: growth of what is added, price of labour, inflation,
/// discount rate, and of each alternative the prices of what is bought, how they move, and trips.
[[nodiscard]] std::vector<Turn> turns_of(const Results& results, const CompareOptions& options);

}  // namespace firn::alternatives
