#pragma once

#include "core/diag/result.hpp"
#include "tests/second_opinion/opinion.hpp"

#include <string>

namespace firn::second_opinion {

/// Reads tests/cases/second-opinion.yaml, whose head tells its layout.
[[nodiscard]] Result<Collection> read_collection(const std::string& file, const std::string& text);

}  // namespace firn::second_opinion
