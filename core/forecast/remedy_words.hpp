#pragma once

#include <string_view>

/// What a remedy of a forecast asks to change, each always in the same words: who knows how it is stated (a
/// command by its options) finds there what to name.
namespace firn::forecast {

inline constexpr std::string_view kLongerHistory = "a longer history";
inline constexpr std::string_view kMoreMonths = "more of its months";
inline constexpr std::string_view kBeginHistory = "begin the history";
inline constexpr std::string_view kModelOfItems = "a model of the files";
inline constexpr std::string_view kModelOfSize = "a model of the bytes per file";

}  // namespace firn::forecast
