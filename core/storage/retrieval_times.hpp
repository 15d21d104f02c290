#pragma once

#include "core/units/time.hpp"

#include <string_view>
#include <vector>

namespace firn::storage {

/// How quickly a tier of a storage class retrieves: between two durations, both included.
///
///     {"glacier", "standard", 3 h, 5 h}      {"deep_archive", "bulk", 36 h, 48 h}
struct RetrievalTime {
    std::string_view storage_class;
    std::string_view tier;  ///< empty where the class has no tiers
    Duration shortest;
    Duration longest;
    bool is_assumed;          ///< in part: the vendor only says when a retrieval has ended at the latest
    std::string_view source;  ///< address
    std::string_view read;    ///< day on which it was read: "2026-11-28"
};

/// From this instant on the vault has tiers; before, a retrieval takes 3 to 5 hours and has none.
inline constexpr Instant kFirstTiers{std::chrono::sys_days{std::chrono::year{2016} / 11 / 21}};

/// The tiers of a class at an instant, the usual one first; empty for a class that is not known. The vendor
/// calls its times typical: nothing is promised.
[[nodiscard]] std::vector<RetrievalTime> retrieval_times(std::string_view storage_class, Instant instant);

/// The classes whose times are known.
[[nodiscard]] std::vector<std::string_view> classes_with_retrieval_times();

/// How long a retrieved copy lies in a vault. In S3 whoever asks for it says how many days. Source: as of the
/// times of the vault, the developer guide's "Retrieving archives".
inline constexpr Duration kVaultCopyLies = std::chrono::hours{24};

/// Whether the class is that of vaults.
[[nodiscard]] constexpr bool is_vault(std::string_view storage_class) { return storage_class == "glacier"; }

}  // namespace firn::storage
