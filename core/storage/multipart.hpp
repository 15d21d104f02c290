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
[[nodiscard]] Expected<MultipartPlan, ArchiveTooLarge> plan_parts(Bytes archive,
                                                                  std::optional<Bytes> wished_part_size = {});

}  // namespace firn::storage
