#pragma once

#include "core/alternatives/alternative.hpp"
#include "core/diag/result.hpp"
#include "core/yaml/comparison_reader.hpp"

#include <optional>
#include <string>

namespace firn::catalogue {

/// Looks up the price books of the alternatives that have none yet. Errors, at the alternatives' places:
/// those of find_price_book().
[[nodiscard]] Result<bool> find_books(alternatives::Comparison& comparison);

/// Reads a file of alternatives and finds its price books. `year` is that in which a scenario begins; absent:
/// the file must state a demand. Errors: those of reading, of yaml::read_comparison() and of find_books().
[[nodiscard]] Result<yaml::ComparisonFile> open_comparison(const std::string& path, std::optional<int> year);

}  // namespace firn::catalogue
