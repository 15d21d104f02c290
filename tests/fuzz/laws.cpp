#include "tests/fuzz/laws.hpp"

#include "core/units/utf8_text.hpp"

#include <algorithm>
#include <cstdlib>
#include <iostream>

namespace firn::fuzz {

void require(bool holds, const char* law) {
    if (holds) return;
    std::cerr << "does not hold: " << law << '\n';
    std::abort();
}

std::string text_of(const std::uint8_t* data, std::size_t size) { return {data, data + size}; }

void check_diagnostics(const Diagnostics& diagnostics) {
    require(has_errors(diagnostics), "what was refused has an error");
    for (const Diagnostic& diagnostic : diagnostics) {
        require(!diagnostic.code.empty() && !diagnostic.what.empty(), "a diagnostic has a code and a text");
        require(diagnostic.what.size() < 1'000, "a message is short");
    }
    std::string text = to_text(diagnostics);
    require(!find_invalid_utf8(text).has_value(), "diagnostics are UTF-8");
    std::replace(text.begin(), text.end(), '\n', ' ');
    require(printable(text) == text, "diagnostics hold no control characters");
}

}  // namespace firn::fuzz
