#include "core/storage/multipart.hpp"

#include <algorithm>

namespace firn::storage {
namespace {

std::int64_t pieces(Bytes whole, Bytes piece) {
    return std::max<std::int64_t>(1, (whole.count() + piece.count() - 1) / piece.count());
}

/// 1 MiB times a power of two, at least `smallest`.
MultipartPlan by_powers_of_two(Bytes archive, Bytes smallest) {
    Bytes part = Bytes::from_mib(1);
    while (part < kLargestPart && (part < smallest || pieces(archive, part) > kMostParts))
        part = part * 2;
    return {pieces(archive, part), part};
}

MultipartPlan by_wish(Bytes archive, Bytes wish) {
    const Bytes part = std::max(wish, kSmallestS3Part);
    if (archive <= part) return {1, archive};
    if (pieces(archive, part) <= kMostParts) return {pieces(archive, part), part};
    const std::int64_t mib = Bytes::from_mib(1).count();
    const Bytes raised = Bytes::from_mib(pieces(archive, Bytes{kMostParts * mib}));
    return {pieces(archive, raised), raised};
}

}  // namespace

Expected<MultipartPlan, ArchiveTooLarge> plan_parts(Bytes archive, std::optional<Bytes> wished_part_size,
                                                    PartRule rule) {
    if (archive > kLargestArchive) return ArchiveTooLarge{archive};
    if (!wished_part_size && archive <= kLargestSingleUpload) return MultipartPlan{1, archive};
    if (rule == PartRule::powers_of_two) return by_powers_of_two(archive, wished_part_size.value_or(Bytes{}));
    return wished_part_size ? by_wish(archive, *wished_part_size)
                            : by_powers_of_two(archive, kSmallestS3Part);
}

}  // namespace firn::storage
