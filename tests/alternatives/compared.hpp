#pragma once

#include "core/alternatives/comparison.hpp"

#include <string>

namespace firn::alternatives {

/// The results of a file of alternatives that states its demand; its price books are the shipped ones. Fails
/// the test when anything is wrong with it.
[[nodiscard]] Results compared(const std::string& text);
[[nodiscard]] Results compared_file(const std::string& path);

/// The codes of what is wrong with such a file, set apart by blanks.
[[nodiscard]] std::string codes_of_comparison(const std::string& text);

[[nodiscard]] const Outcome& outcome_of(const Results& results, const std::string& name);

}  // namespace firn::alternatives
