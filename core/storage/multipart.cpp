#include "core/storage/multipart.hpp"

#include <algorithm>

namespace firn::storage {
namespace {

std::int64_t pieces(Bytes whole, Bytes piece) {
    return std::max<std::int64_t>(1, (whole.count() + piece.count() - 1) / piece.count());
}

}  // namespace

Expected<MultipartPlan, ArchiveTooLarge> plan_parts(Bytes archive, std::optional<Bytes> wished_part_size) {
    if (archive > kLargestArchive) return ArchiveTooLarge{archive};
    if (!wished_part_size && archive <= kLargestSingleUpload) return MultipartPlan{1, archive};
    Bytes part = Bytes::from_mib(1);
    while (part < kLargestPart &&
           (part < wished_part_size.value_or(Bytes{}) || pieces(archive, part) > kMostParts)) {
        part = part * 2;
    }
    return MultipartPlan{pieces(archive, part), part};
}

}  // namespace firn::storage
