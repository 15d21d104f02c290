#pragma once

#include "core/diag/diagnostic.hpp"
#include "core/units/expected.hpp"

#include <utility>

namespace firn {

/// A value, or everything that is wrong with what a person gave us.
template <class T>
using Result = Expected<T, Diagnostics>;

/// One diagnostic as the error of a Result: `return failure({.code = "...", .what = "..."});`
[[nodiscard]] inline Diagnostics failure(Diagnostic diagnostic) {
    Diagnostics diagnostics;
    diagnostics.push_back(std::move(diagnostic));
    return diagnostics;
}

}  // namespace firn
