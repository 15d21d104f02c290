#pragma once

#include <optional>
#include <string_view>

namespace firn::usage {

/// How the fee for retrieving more than the free allowance follows from the hours of retrieval
/// (docs/price-model.md).
enum class RetrievalRule {
    first_faq,     ///< the allowance is shared by the peak hour's share of its day
    reworked_faq,  ///< the allowance is divided by the hours of the day with retrievals, 4 to 24
};

/// What the vendor's "32 KB" an archive are.
enum class OverheadUnit {
    binary,   ///< 32 x 1024 bytes; default, as usage reports show it
    decimal,  ///< 0.000032 GB, as the vendor's FAQ computes
};

/// How the age of a deleted archive counts.
enum class EarlyDeletionSteps {
    exact,   ///< to the microsecond; default, as real bills show it
    months,  ///< whole months of 30 days, as the calculators of 2012 do
};

/// The month by which the owed time of a deleted archive is divided.
enum class EarlyDeletionMonth {
    thirty_days,  ///< default: the minimum of 90 days is three of them
    real,         ///< the hours of the calendar month of the deletion
};

/// The named choices where the vendor's documents leave room. Each default is stated at its value above.
struct Rules {
    std::optional<RetrievalRule> retrieval{};  ///< absent: the rule that the price book has for the month
    OverheadUnit overhead_unit = OverheadUnit::binary;
    EarlyDeletionSteps early_deletion_steps = EarlyDeletionSteps::exact;
    EarlyDeletionMonth early_deletion_month = EarlyDeletionMonth::thirty_days;

    friend bool operator==(const Rules&, const Rules&) = default;
};

/// "first-faq", "reworked-faq"
[[nodiscard]] std::string_view to_text(RetrievalRule rule);
/// "binary", "decimal"
[[nodiscard]] std::string_view to_text(OverheadUnit unit);
/// "exact", "months"
[[nodiscard]] std::string_view to_text(EarlyDeletionSteps steps);
/// "30-days", "real"
[[nodiscard]] std::string_view to_text(EarlyDeletionMonth month);

}  // namespace firn::usage
