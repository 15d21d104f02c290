#pragma once

#include "core/alternatives/parameter.hpp"
#include "core/alternatives/product.hpp"
#include "core/units/money.hpp"
#include "core/units/rational.hpp"

#include <array>
#include <cstddef>
#include <functional>
#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace firn::alternatives {

enum class Spending { capital, running };

/// What one month costs, and takes.
struct MonthCost {
    Money capital{};
    Money running{};
    Rational hours{};  ///< of people

    [[nodiscard]] Money cash() const { return capital.is_zero() ? running : capital + running; }
};

/// Whether everything can be read and checked as often as is asked.
struct AuditAnswer {
    bool possible = true;
    std::string reason{};
};

/// What may be lost in a year, and by which model.
struct LossAnswer {
    double yearly_chance = 0;  ///< that any given byte is lost within a year
    std::string model{};
};

inline constexpr std::size_t kGradeCount = pricing::kGrades.size();

/// What becomes of the demand in one alternative.
struct Course {
    std::vector<MonthCost> months{};
    std::map<std::string, Money> by_purpose{};  ///< "drives", "labour": without exit and residual value
    std::array<Money, kGradeCount> by_grade{};  ///< by the weakest grade each amount rests on
    Money residual{};                           ///< what could be sold at the end
    Money exit_cost{};                          ///< to take everything out at the end
    Rational exit_hours{};
    Rational restore_file_hours{};
    Rational restore_all_hours{};
    int copies = 1;  ///< of this alternative, apart from the original
    LossAnswer loss{};
    AuditAnswer audit{};
    std::vector<std::string> notes{};
    bool is_too_large = false;  ///< an amount was more than can be added up: the sums are without it
};

/// Writes down what is spent, with the parameters that each amount rests on. Every amount is rounded to
/// twelve decimals, half-up, and the sums are whole numbers of 10^-12.
class Ledger {
  public:
    using Keys = std::initializer_list<std::string_view>;

    Ledger(const Parameters& parameters, std::size_t months) : parameters_{parameters}, booked_(months) {
        course_.months.resize(months);
    }
    /// Adds an amount to a month; the weakest grade of the parameters named counts.
    void spend(std::size_t month, Spending spending, std::string_view purpose, const Product& amount,
               Keys rests_on);
    /// As above, with a grade of its own.
    void spend(std::size_t month, Spending spending, std::string_view purpose, const Product& amount,
               Grade grade);
    /// Hours of people, paid at an hourly price.
    void work(std::size_t month, const Rational& hours, const Product& amount, Keys rests_on);
    /// What is written down so far.
    [[nodiscard]] Course& course();

  private:
    struct Booked {
        Int128 capital = 0;
        Int128 running = 0;
    };

    [[nodiscard]] Grade weakest_of(Keys keys) const;

    const Parameters& parameters_;
    std::vector<Booked> booked_;
    std::map<std::string, Int128, std::less<>> by_purpose_;
    std::array<Int128, kGradeCount> by_grade_{};
    Course course_;
};

}  // namespace firn::alternatives
