#pragma once

#include "core/diag/result.hpp"

#include <string>
#include <vector>

/// The codes of the diagnostics, in their order.
inline std::vector<std::string> codes_of(const firn::Diagnostics& diagnostics) {
    std::vector<std::string> codes;
    for (const firn::Diagnostic& diagnostic : diagnostics)
        codes.push_back(diagnostic.code);
    return codes;
}

/// The codes of a result that must be an error; {"no error"} when it is none.
template <class T>
std::vector<std::string> codes_of(const firn::Result<T>& result) {
    return result ? std::vector<std::string>{"no error"} : codes_of(result.error());
}

using Codes = std::vector<std::string>;
