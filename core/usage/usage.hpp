#pragma once

#include "core/diag/source_location.hpp"
#include "core/units/billing_period.hpp"
#include "core/units/byte_time.hpp"
#include "core/units/bytes.hpp"
#include "core/units/money.hpp"
#include "core/units/rational.hpp"
#include "core/units/time.hpp"
#include "core/usage/billing_settings.hpp"
#include "core/usage/charge_type.hpp"
#include "core/usage/rules.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// How much of what was used in which month: the seam between simulation and price. It knows no money but the
/// what-if prices that a person writes beside it. Its text form is the usage file (docs/price-model.md).
///
/// Amounts of bytes that a person may state as a mean ("0.1 GiB") are exact fractions. Each entry knows the
/// place where it was read; what the simulator makes has none.
namespace firn::usage {

/// The mean over all hours of the month: `average: 12 TiB`.
struct AverageBytes {
    Rational bytes;
};
/// `bytes: 100 GiB, for: 15 days`
struct BytesFor {
    Rational bytes;
    Duration duration{};
};
/// `byte_hours: 42259901212262400`, as a usage report prints it.
struct ByteHours {
    Rational byte_hours;
};
/// What lay there; ByteTime (`byte_microseconds: ...`) is what the simulator counts, without rounding.
using StoredAmount = std::variant<AverageBytes, BytesFor, ByteHours, ByteTime>;

/// `archives: 1000`, as many for the same time as the bytes.
struct ArchiveCount {
    std::int64_t count = 0;
};
/// `archive_size: 25 MiB`: as many archives as hold the bytes, rounded up.
struct ArchiveSize {
    Rational bytes;
};
/// `archive_microseconds: ...`: the number of archives times the time they lay there.
struct ArchiveTime {
    UInt128 archive_microseconds = 0;
};
/// How many archives it is; unknown (monostate) means that no overhead can be billed.
using ArchiveAmount = std::variant<std::monostate, ArchiveCount, ArchiveSize, ArchiveTime>;

/// What lay in a storage class during the month, without the overhead an archive, which pricing adds.
struct Storage {
    std::string storage_class{};  ///< "glacier"
    StoredAmount amount{};
    ArchiveAmount archives{};
    SourceLocation where{};
};

/// Archives sent, from which the billed requests follow: `bytes` spread over `archives` as evenly as whole
/// bytes allow.
struct Upload {
    std::string storage_class{};
    Bytes bytes{};
    std::int64_t archives = 0;
    std::optional<Bytes> part_size{};
    SourceLocation where{};
};

/// Requests of a kind of the price book: "upload", "retrieval", "put".
struct Requests {
    std::string storage_class{};
    std::string kind{};
    std::string tier{};  ///< of retrievals; empty where there are no tiers
    std::int64_t count = 0;
    SourceLocation where{};
};

/// One job, its bytes a quarter in the hour of `instant` and in each of the next three.
struct AtOnce {
    Instant instant{};
};
/// Bytes spread evenly over clock hours, beginning with that of `from`.
struct OverHours {
    Instant from{};
    std::int64_t hours = 1;
};
/// When data was retrieved; unknown (monostate) where the fee does not depend on the hour.
using RetrievalTime = std::variant<std::monostate, AtOnce, OverHours>;

struct Retrieval {
    std::string storage_class{};
    std::string tier{};  ///< "bulk"; empty where there are no tiers
    RetrievalTime time{};
    Rational bytes{};
    std::optional<std::int64_t>
        archives{};  ///< so many requests of the kind "retrieval"; absent: none are billed
    std::optional<std::int64_t> copy_days{};  ///< a copy of what is retrieved lies there so long
    SourceLocation where{};
};

/// A restored copy lying beside its archives between two instants of the month.
struct Copy {
    std::string storage_class{};  ///< of the archives
    Rational bytes{};
    Instant from{};
    Instant until{};
    SourceLocation where{};
};

/// What ended the life of an archive in its class before the minimum: all three owe the rest of it.
enum class DeletionCause { deletion, overwrite, transition };

/// "delete", "overwrite", "transition"
[[nodiscard]] std::string_view to_text(DeletionCause cause);

/// Archives of different ages, in place of one age for all: their bytes, and their number, times the age of
/// each. They owe what they would owe one by one if all of them are as many whole spans of 30 days old, none
/// older than the minimum of their class, and all or none of them smaller than its minimum size.
struct SummedAges {
    ByteTime bytes{};
    UInt128 archive_microseconds = 0;
};

/// Of an archive, whole microseconds rounded down; 0 of none.
[[nodiscard]] Duration mean_age(const SummedAges& ages, std::int64_t archives);

struct Deletion {
    std::string storage_class{};
    Rational bytes{};
    std::optional<std::int64_t> archives{};  ///< absent: no overhead
    /// Age at the deletion, from the end of the upload; of summed ages the mean of an archive.
    Duration stored_for{};
    std::optional<SummedAges> summed{};  ///< only with a number of archives
    std::optional<Instant> at{};
    DeletionCause cause = DeletionCause::deletion;
    SourceLocation where{};
};

/// Provisioned retrieval capacity.
struct Capacity {
    Instant bought{};
    std::int64_t units = 0;
    SourceLocation where{};
};

/// Parts of uploads that are not complete.
struct Staging {
    std::string storage_class{};
    Rational bytes{};
    Duration duration{};
    SourceLocation where{};
};

/// Bytes sent out of the region.
struct TransferOut {
    Rational bytes{};
    SourceLocation where{};
};

/// A quantity as a receipt prints it, in the billing unit of the charge.
struct Metered {
    ChargeType charge = ChargeType::other;
    std::string storage_class{};  ///< may be empty where the charge has no class or only one
    std::string kind{};
    std::string tier{};
    Rational quantity{};
    SourceLocation where{};
};

/// A what-if price, or that of an old receipt, in place of the price book's.
struct PriceOverride {
    std::optional<ChargeType> charge{};
    std::string storage_class{};  ///< empty: of every class
    std::string kind{};           ///< empty: of every kind
    std::string tier{};           ///< empty: of every tier
    std::optional<UnitPrice> price{};
    std::optional<Rational> free{};  ///< bytes of a charge by the byte, otherwise pieces
    SourceLocation where{};
};

/// One month. Entries of a list add up.
struct Period {
    BillingPeriod month;
    std::vector<Storage> storage{};
    std::vector<Upload> uploads{};
    std::vector<Requests> requests{};
    std::vector<Retrieval> retrievals{};
    std::vector<Copy> copies{};
    std::vector<Deletion> deletions{};
    std::vector<Capacity> capacity{};
    std::vector<Staging> staging{};
    std::optional<TransferOut> transfer_out{};
    std::vector<Metered> metered{};
    std::vector<PriceOverride> prices{};
    SourceLocation where{};
};

/// A usage file: months of one region, to be priced with one price book.
struct Usage {
    std::string price_book = "aws-glacier";
    std::string region = "us-east-1";
    Rules rules{};
    BillingSettings billing{};
    std::vector<Period> periods{};
    SourceLocation where{};
};

}  // namespace firn::usage
