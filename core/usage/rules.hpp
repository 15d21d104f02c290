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

/// The hours of a month.
enum class MonthHours {
    real,  ///< 672 to 744, as the calendar has it; default, as real bills show it
    h720,  ///< 30 days, as the vendor's FAQ and calculators of 2012
    h730,  ///< a twelfth of a year of 365 days, as calculators of today
};

/// Bytes of a GB, and so of byte-hours, retrievals and transfers.
enum class GbUnit {
    binary,   ///< as the price book says: 2^30 bytes; default, as usage reports show it
    decimal,  ///< 10^9 bytes, as some calculators compute
};

/// The TB in which bands are stated.
enum class BandUnit {
    binary,   ///< as the price book says: 10 TB are 10,240 GB; default, as price lists show it
    decimal,  ///< 10 TB are 10,000 GB, as some calculators compute
};

/// The named choices where the vendor's documents leave room. Each default is stated at its value above.
struct Rules {
    std::optional<RetrievalRule> retrieval{};  ///< absent: the rule that the price book has for the month
    OverheadUnit overhead_unit = OverheadUnit::binary;
    EarlyDeletionSteps early_deletion_steps = EarlyDeletionSteps::exact;
    EarlyDeletionMonth early_deletion_month = EarlyDeletionMonth::thirty_days;
    MonthHours month_hours = MonthHours::real;
    GbUnit gb_unit = GbUnit::binary;
    BandUnit band_unit = BandUnit::binary;

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
/// "real", "720", "730"
[[nodiscard]] std::string_view to_text(MonthHours hours);
/// "binary", "decimal"
[[nodiscard]] std::string_view to_text(GbUnit unit);
/// "binary", "decimal"
[[nodiscard]] std::string_view to_text(BandUnit unit);

}  // namespace firn::usage
