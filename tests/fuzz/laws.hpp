#pragma once

#include "core/diag/diagnostic.hpp"

#include <cstdint>
#include <string>

namespace firn::fuzz {

/// Ends the program, so that the driver or libFuzzer keeps the input.
void require(bool holds, const char* law);

/// The input as text.
[[nodiscard]] std::string text_of(const std::uint8_t* data, std::size_t size);

/// What holds for the diagnostics of any input: there is an error among them, each says something, and as
/// text they are UTF-8 without control characters.
void check_diagnostics(const Diagnostics& diagnostics);

}  // namespace firn::fuzz
