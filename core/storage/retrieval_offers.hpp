#pragma once

#include "core/storage/retrieval_times.hpp"
#include "core/units/time.hpp"

#include <string_view>

namespace firn::storage {

/// From this day on parts of an archive can be retrieved from a vault. Source: history of the developer
/// guide, "range retrievals"; the day is recalled, not confirmed.
inline constexpr Instant kFirstRanges{std::chrono::sys_days{std::chrono::year{2012} / 11 / 13}};

/// Whether parts of an archive can be retrieved from some day on. S3 restores whole objects: "You cannot use
/// the S3 API to initiate a range retrieval"
/// (https://aws.amazon.com/blogs/aws/new-range-retrieval-for-amazon-glacier, update of October 2019).
[[nodiscard]] constexpr bool ever_offers_ranges(std::string_view storage_class) {
    return is_vault(storage_class);
}

[[nodiscard]] constexpr bool offers_ranges(std::string_view storage_class, Instant instant) {
    return ever_offers_ranges(storage_class) && instant >= kFirstRanges;
}

/// Whose retrievals were free up to 5 % of what was stored a month, until tiers came.
[[nodiscard]] constexpr bool ever_had_allowance(std::string_view storage_class) {
    return is_vault(storage_class) || storage_class == "flexible";
}

}  // namespace firn::storage
