#pragma once

#include "tests/second_opinion/bill_answers.hpp"
#include "tests/second_opinion/opinion.hpp"

#include <string>

namespace firn::second_opinion {

/// A number of theirs beside Firn's.
struct Judged {
    Verdict verdict = Verdict::unexplained;
    std::string firn{};       ///< Firn's number as it is shown beside theirs
    std::string by_option{};  ///< option: Firn's number with it
};

/// Compares by the numbers alone, whatever verdict is stated.
[[nodiscard]] Judged judge(const Opinion& opinion, const Figure& figure, BillAnswers& answers);

/// "agrees", "by an option", "within its range", "theirs is wrong", "unexplained"
[[nodiscard]] std::string to_text(Verdict verdict);

}  // namespace firn::second_opinion
