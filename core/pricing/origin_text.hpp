#pragma once

#include "core/pricing/price_book.hpp"
#include "core/units/billing_period.hpp"
#include "core/usage/usage.hpp"

#include <string>

/// The sentences of an explanation that say where a quantity came from.
namespace firn::pricing {

/// What was computed from an entry of storage.
struct StorageTerms {
    BillingPeriod month;
    Bytes gb{};
    Rational data{};      ///< GB-Mo
    Rational overhead{};  ///< GB-Mo
    Bytes overhead_of_archive{};
    usage::OverheadUnit overhead_unit = usage::OverheadUnit::binary;
};

/// "42,259,901,212,262,400 byte-hours / 1,073,741,824 bytes a GB / 744 hours of 2013-03 = 52,900 GB-Mo."
[[nodiscard]] std::string storage_origin(const usage::Storage& storage, const StorageTerms& terms);

/// "8,192 archives, 1 TiB in all, in parts of 8 MiB: 131,072 upload requests."
[[nodiscard]] std::string upload_origin(const usage::Upload& upload, const Rational& requests);

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
