#pragma once

#include "core/units/bytes.hpp"
#include "core/units/expected.hpp"

#include <cstdint>
#include <optional>

namespace firn::storage {

/// Largest archive that may go up in one request; larger ones go up in parts. The vault service's limit for
/// "Upload Archive" (docs.aws.amazon.com/amazonglacier/latest/dev/uploading-an-archive.html).
inline constexpr Bytes kLargestSingleUpload = Bytes::from_gib(4);
/// Most parts of an upload, and the largest part
/// (docs.aws.amazon.com/amazonglacier/latest/dev/uploading-archive-mpu.html).
inline constexpr std::int64_t kMostParts = 10'000;
inline constexpr Bytes kLargestPart = Bytes::from_gib(4);
/// 40,000 GiB: 10,000 parts of 4 GiB.
inline constexpr Bytes kLargestArchive = kLargestPart * kMostParts;

/// The smallest part of S3 but the last one, and the largest
/// (docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html).
inline constexpr Bytes kSmallestS3Part = Bytes::from_mib(5);
inline constexpr Bytes kLargestS3Part = Bytes::from_gib(5);

/// Which sizes of part a service takes.
enum class PartRule {
    powers_of_two,  ///< vaults: 1 MiB times a power of two
    whole_mib,      ///< S3: any size from 5 MiB; raised, where there would be too many, to a whole MiB
};

/// The archive is larger than kLargestArchive.
struct ArchiveTooLarge {
    Bytes archive;
    friend bool operator==(const ArchiveTooLarge&, const ArchiveTooLarge&) = default;
};

/// How an archive is cut for its upload: `parts` parts of `part_size` each, the last one shorter.
struct MultipartPlan {
    std::int64_t parts = 1;
    Bytes part_size;
    friend bool operator==(const MultipartPlan&, const MultipartPlan&) = default;
};

/// The parts of an upload, each of which is billed as a request.
///
/// Without a wished part size an archive of up to 4 GiB goes up in one piece. Above, or with a wish, in parts
/// of 1 MiB times a power of two: the smallest that is not below the wish and needs at most 10,000 parts.
///
///     4 GiB             1 part
///     4 GiB + 1 byte    4097 parts of 1 MiB
///     10,001 MiB        5001 parts of 2 MiB
///     16 MiB, wish 8 MiB    2 parts of 8 MiB
///
/// By the rule whole_mib a wish is taken as it is, but at least 5 MiB and, where it needs more than 10,000
/// parts, the smallest whole MiB that does not; an archive that is no larger than the wish goes up in one
/// piece.
///
///     1 TiB, wish 8 MiB     9987 parts of 105 MiB
///     1 TiB, no wish        8192 parts of 128 MiB
[[nodiscard]] Expected<MultipartPlan, ArchiveTooLarge> plan_parts(Bytes archive,
                                                                  std::optional<Bytes> wished_part_size = {},
                                                                  PartRule rule = PartRule::powers_of_two);

}  // namespace firn::storage
