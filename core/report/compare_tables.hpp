#pragma once

#include "core/alternatives/comparison.hpp"
#include "core/report/table.hpp"
#include "core/units/rational.hpp"

#include <string>

namespace firn::report {

/// The columns of money_table(), in their order.
enum class MoneyColumn {
    alternative,
    present_value,
    low,
    high,
    cost_a_year,
    a_tb_year,
    capital,
    running,
    exit_less_resale,
    sum,
    assumed,
    unconfirmed,
};

/// The columns of service_table(), in their order.
enum class ServiceColumn {
    alternative,
    copies,
    hours_a_year,
    one_file,
    everything,
    exit,
    audit,
    yearly_loss,
    model,
};

/// What finance asks, an alternative a row, the cheapest first. Over less than a year nothing is put up to
/// one.
[[nodiscard]] Table money_table(const alternatives::Results& results);
/// What ops ask: hours, restores, exit, loss, audit.
[[nodiscard]] Table service_table(const alternatives::Results& results);
/// From when on which of two costs less in sum.
[[nodiscard]] Table break_even_table(const alternatives::Results& results);
/// What each amount is for, the largest first.
[[nodiscard]] Table purpose_table(const alternatives::Results& results);
/// Every number with its range, grade and source; first the rates of exchange.
[[nodiscard]] Table assumption_table(const alternatives::Results& results);

/// Whose an assumption is that holds for all alternatives.
inline constexpr const char* kWholeComparison = "the comparison";

/// "1.1 USD": what one unit of another currency costs in that of the comparison.
[[nodiscard]] std::string rate_text(const alternatives::Results& results, const Rational& rate);

/// "0.0010 %", "1.9e-06": a chance a year for people.
[[nodiscard]] std::string chance_text(double chance);

}  // namespace firn::report
