#pragma once

#include "core/pricing/grade.hpp"
#include "core/units/expected.hpp"
#include "core/units/quantity_error.hpp"
#include "core/units/rational.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Other ways to keep the same archives: what each costs month by month, and what that rests on.
namespace firn::alternatives {

using pricing::Grade;

/// What a parameter measures; decides how its text is read and shown.
enum class ParameterUnit {
    number,   ///< "13"
    money,    ///< "0.56", in a currency
    bytes,    ///< "4 TB"
    hours,    ///< "45 min"; the value is in hours
    months,   ///< "36"
    rate,     ///< "35 MB/s"; the value is in bytes a second
    percent,  ///< "-10 %"; the value is the fraction -0.1
};

/// One number on which an alternative rests, with the values at which it costs least and most.
///
///     drive_price   120, low 96, high 180: "external disks of 4 TB, 2012"
struct Parameter {
    std::string key{};
    ParameterUnit unit = ParameterUnit::number;
    Rational value{};
    Rational cheap{};  ///< in the low case
    Rational dear{};   ///< in the high case
    Grade grade = Grade::assumed;
    std::string source{};    ///< where a sourced number is from, or why it is assumed
    std::string currency{};  ///< of a default sum of money; empty: that of its alternative
};

/// The numbers of one alternative by their names.
class Parameters {
  public:
    void add(Parameter parameter);
    void remove(std::string_view key);
    /// The value; asking for a name that the kind does not have is a programming error.
    [[nodiscard]] const Rational& operator[](std::string_view key) const;
    [[nodiscard]] Grade grade_of(std::string_view key) const;
    [[nodiscard]] Parameter* find(std::string_view key);
    [[nodiscard]] const Parameter* find(std::string_view key) const;
    [[nodiscard]] const std::vector<Parameter>& all() const { return all_; }
    [[nodiscard]] std::vector<Parameter>& all() { return all_; }

  private:
    std::vector<Parameter> all_;
};

/// The value of a parameter from its text. Errors: those of the quantity's parser; of a percentage also
/// `percent-malformed`.
[[nodiscard]] Expected<Rational, QuantityError> parse_value(ParameterUnit unit, std::string_view text);

/// "4 TB", "35 MB/s", "0.75 h", "-10 %", "120"; below 1 up to eight decimals, below a millionth twenty, else
/// five.
[[nodiscard]] std::string value_text(ParameterUnit unit, const Rational& value);

}  // namespace firn::alternatives
