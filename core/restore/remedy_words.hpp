#pragma once

#include <string_view>

/// What a remedy of a plan asks to change of the wish, each always in the same words: who knows how a wish is
/// stated (a command by its options, a window by its fields) finds there what to name.
namespace firn::restore {

inline constexpr std::string_view kMoreTime = "more time";
inline constexpr std::string_view kMoreMoney = "more money";
inline constexpr std::string_view kOtherTier = "another tier";
inline constexpr std::string_view kOtherPacing = "another pacing";
inline constexpr std::string_view kPacedByLink = "only for what the link takes";
inline constexpr std::string_view kFasterLink = "a faster link";
inline constexpr std::string_view kFewerBytes = "fewer bytes";
inline constexpr std::string_view kWithinRegion = "within the region";
inline constexpr std::string_view kLongerCopies = "copies lie longer";
inline constexpr std::string_view kTheBytes = "the bytes";
inline constexpr std::string_view kTheArchives = "the number of archives";
inline constexpr std::string_view kLinkRate = "the rate of the link";
inline constexpr std::string_view kRequestRate = "the rate of requests";
inline constexpr std::string_view kUnpackRate = "the rate of unpacking";
inline constexpr std::string_view kOtherDate = "another date";
inline constexpr std::string_view kOwnPriceBook = "a price book of your own";

}  // namespace firn::restore
