#pragma once

#include "core/diag/diagnostic.hpp"
#include "core/statement/statement.hpp"

#include <string>
#include <vector>

namespace firn::statement {

/// What is wrong where every row of a statement was left out, and why they were: `statement-nothing-left`.
[[nodiscard]] Diagnostic nothing_left(const std::vector<LeftOut>& left_out, const std::string& path);

}  // namespace firn::statement
