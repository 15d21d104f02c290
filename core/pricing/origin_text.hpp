#pragma once

#include "core/pricing/price_book.hpp"
#include "core/pricing/upload_requests.hpp"
#include "core/units/billing_period.hpp"
#include "core/usage/usage.hpp"

#include <optional>
#include <string>

/// The sentences of an explanation that say where a quantity came from.
namespace firn::pricing {

/// What was computed from an entry of storage, in GB-Mo.
struct StoredQuantity {
    BillingPeriod month;
    Bytes gb{};        ///< of a GB
    Rational hours{};  ///< of the month, as the convention has it
    const ClassTerms& terms;
    usage::OverheadUnit overhead_unit = usage::OverheadUnit::binary;
    Rational data{};
    std::optional<Rational> archives{};  ///< their mean number over the month; absent: not known
    Rational padding{};                  ///< of archives below the class's minimum size
    Rational overhead{};                 ///< where it is part of the same line
};

/// "42,259,901,212,262,400 byte-hours / 1,073,741,824 bytes a GB / 744 hours of 2013-03 = 52,900 GB-Mo."
[[nodiscard]] std::string storage_origin(const usage::Storage& storage, const StoredQuantity& stored);

/// "Overhead of 1,000 archives (mean of the month), 32 KiB each: 0.030518 GB-Mo."
[[nodiscard]] std::string overhead_origin(const Rational& archives, Bytes each, const Rational& gb_months,
                                          usage::OverheadUnit unit);

/// "8,192 archives, 1 TiB in all, in parts of 8 MiB: 131,072 upload requests."
[[nodiscard]] std::string upload_origin(const usage::Upload& upload, const UploadRequests& requests);

/// "1 unit bought at 2017-08-31T10:00:00Z, at hand until 2017-09-30T10:00:00Z."
[[nodiscard]] std::string capacity_origin(const usage::Capacity& capacity);

/// What was computed from an entry of deletions.
struct DeletionTerms {
    BillingPeriod month;
    const ClassTerms& terms;
    const usage::Rules& rules;
    Rational gb{};      ///< overhead included
    Rational months{};  ///< owed
};

/// "1,000 GB deleted at the age of 45 days: 45 days are missing to 90, 1.5 months of 30 days; 1,500 GB-Mo are
/// owed."
[[nodiscard]] std::string deletion_origin(const usage::Deletion& deletion, const DeletionTerms& terms);

}  // namespace firn::pricing
