#pragma once

#include "core/restore/archive_sizes.hpp"
#include "core/units/byte_rate.hpp"
#include "core/units/bytes.hpp"
#include "core/units/money.hpp"
#include "core/units/rational.hpp"
#include "core/units/time.hpp"
#include "core/usage/billing_settings.hpp"
#include "core/usage/rules.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

/// Plans that bring archives back: what to ask for when, how long it takes and what it costs
/// (docs/restore-plan.md).
namespace firn::restore {

/// How the retrievals of a plan are spread over time.
enum class Pacing {
    none,      ///< all at once, as quickly as the service takes requests
    link,      ///< in each hour what the link downloads in an hour, so that copies need not lie there long
    deadline,  ///< where the largest hour makes the fee: so that it is least by the deadline
    free,      ///< where a part of what is stored is free each day: never more than that
    capacity,  ///< as many as provisioned capacity serves
};

/// "none", "link", "deadline", "free", "capacity"
[[nodiscard]] std::string_view to_text(Pacing pacing);
[[nodiscard]] std::optional<Pacing> parse_pacing(std::string_view text);

/// What a person wants back, by when, at which cost, and over which line.
struct Wish {
    std::string storage_class{};  ///< "deep_archive"
    Bytes bytes{};                ///< of all archives together, at least one
    std::int64_t archives = 0;    ///< at least 1; at most `bytes`
    /// Of just these archives; absent: all of one size to the byte.
    std::shared_ptr<const ArchiveSizes> sizes{};
    // What lies there in all, of which a share may be free to retrieve (until November 2016).
    Bytes stored_bytes{};
    std::int64_t stored_archives = 0;
    Instant start{};  ///< when the first request may be made
    ByteRate link{1};
    std::optional<std::int64_t> request_rate{};  ///< requests a second; absent: no limit
    ByteRate unpack_rate{1};
    bool stay_in_region = false;              ///< nothing is transferred out
    std::optional<std::int64_t> copy_days{};  ///< absent: as few as outlast the download
    usage::Rules rules{};                     ///< the retrieval rule absent: as the price book says
    usage::BillingSettings billing{};         ///< what-ifs, other usage and the day whose prices hold
    std::optional<Duration> within{};         ///< the deadline, counted from `start`
    std::optional<Money> budget{};
    std::optional<std::string> tier{};  ///< only this one
    std::optional<Pacing> pacing{};     ///< only this one
};

/// S3 takes so many restore requests a second and account
/// (https://docs.aws.amazon.com/AmazonS3/latest/userguide/restoring-objects.html, read 2026-11-28); for
/// vaults no limit was found.
constexpr std::int64_t kUsualRequestRate = 1000;

/// Gives a wish without a request rate the usual one of its class; vaults stay without.
void fill_request_rate(Wish& wish);

/// Bytes of the archives before the one of this number (from 0): where no sizes are known all differ by a
/// byte at most.
[[nodiscard]] Bytes bytes_before(const Wish& wish, std::int64_t archive);
/// The size of the largest archive.
[[nodiscard]] Bytes largest_archive(const Wish& wish);
/// The time that so many bytes take, rounded up to the microsecond.
[[nodiscard]] Duration time_for(Bytes bytes, ByteRate rate);

}  // namespace firn::restore
