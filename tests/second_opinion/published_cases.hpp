#pragma once

#include "core/units/rational.hpp"
#include "tests/second_opinion/opinion.hpp"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace firn::second_opinion {

/// The numbers that stand in each case of a file of published cases, by the id of the case.
using PublishedNumbers = std::map<std::string, std::set<Rational>>;

/// Reads the cases that begin with lines "- id: a01-faq-12tb-even-day".
[[nodiscard]] PublishedNumbers published_numbers(const std::string& text);

/// What is wrong with the collection: a case that is nowhere shown, a case that does not exist, a number of
/// theirs that stands in none of the cases it is said to be of.
[[nodiscard]] std::vector<std::string> case_problems(const Collection& collection,
                                                     const PublishedNumbers& published);

}  // namespace firn::second_opinion
