#pragma once

#include "tests/second_opinion/doubts.hpp"
#include "tests/second_opinion/opinion.hpp"

#include <set>
#include <string>
#include <string_view>
#include <vector>

/// The tables of the page that hold no judged numbers, in Markdown.
namespace firn::second_opinion {

/// "A slip: ..." of "a slip: ..."
[[nodiscard]] std::string with_capital(std::string sentence);

/// A part of the page with the doubts that exactly these books have.
[[nodiscard]] std::string doubts_part(std::string_view title, const std::set<std::string>& books,
                                      const std::vector<Doubt>& doubts);

[[nodiscard]] std::string questions_table(std::string_view headings,
                                          const std::vector<OpenQuestion>& questions);

/// Which of the calculators reckons with what.
[[nodiscard]] std::string calculators_table(const Collection& collection);

}  // namespace firn::second_opinion
