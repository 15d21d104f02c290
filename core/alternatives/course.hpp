#pragma once

#include "core/alternatives/parameter.hpp"
#include "core/units/money.hpp"

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace firn::alternatives {

enum class Spending { capital, running };

/// What one month costs, and takes.
struct MonthCost {
    Money capital{};
    Money running{};
    Rational hours{};  ///< of people

    [[nodiscard]] Money cash() const { return capital + running; }
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

constexpr std::size_t kGrades = 4;

/// What becomes of the demand in one alternative.
struct Course {
    std::vector<MonthCost> months{};
    std::map<std::string, Money> by_purpose{};  ///< "drives", "labour": without exit and residual value
    std::array<Money, kGrades> by_grade{};      ///< by the weakest grade each amount rests on
    Money residual{};                           ///< what could be sold at the end
    Money exit_cost{};                          ///< to take everything out at the end
    Rational exit_hours{};
    Rational restore_file_hours{};
    Rational restore_all_hours{};
    int copies = 1;  ///< of this alternative, apart from the original
    LossAnswer loss{};
    AuditAnswer audit{};
    std::vector<std::string> notes{};
};

/// Writes down what is spent, with the parameters that each amount rests on.
class Ledger {
  public:
    Ledger(const Parameters& parameters, std::size_t months) : parameters_{parameters} {
        course_.months.resize(months);
    }
    /// Adds an amount, rounded to twelve decimals, to a month; the weakest grade of the parameters named
    /// counts.
    void spend(std::size_t month, Spending spending, const std::string& purpose, const Money& amount,
               const std::vector<std::string>& rests_on);
    /// As above, with a grade of its own.
    void spend(std::size_t month, Spending spending, const std::string& purpose, const Money& amount,
               Grade grade);
    /// Hours of people, paid at an hourly price.
    void work(std::size_t month, const Rational& hours, const Money& amount,
              std::vector<std::string> rests_on);
    [[nodiscard]] Course& course() { return course_; }

  private:
    const Parameters& parameters_;
    Course course_;
};

}  // namespace firn::alternatives
