#pragma once

#include "tests/second_opinion/opinion.hpp"

#include <map>
#include <memory>
#include <string>

namespace firn::second_opinion {

/// The answers of `firn bill` to the usage files of a folder, each asked once.
class BillAnswers {
  public:
    explicit BillAnswers(std::string folder);
    ~BillAnswers();
    BillAnswers(BillAnswers&&) noexcept;
    BillAnswers& operator=(BillAnswers&&) noexcept;
    BillAnswers(const BillAnswers&) = delete;
    BillAnswers& operator=(const BillAnswers&) = delete;

    /// What the bill of `usage`, made with further `arguments`, says to a figure: a decimal number, or the
    /// word that the figure asks for. Empty when the program refuses or no line fits; problem() says why.
    [[nodiscard]] std::string answer(const std::string& usage, const std::string& arguments,
                                     const Figure& figure);
    [[nodiscard]] const std::string& problem() const { return problem_; }

    /// The question that a usage file asks: its comment, before the first key.
    [[nodiscard]] std::string question(const std::string& usage);

  private:
    struct Bill;
    const Bill* bill(const std::string& usage, const std::string& arguments);

    std::string folder_;
    std::string problem_;
    std::map<std::string, std::unique_ptr<Bill>> bills_;
};

}  // namespace firn::second_opinion
