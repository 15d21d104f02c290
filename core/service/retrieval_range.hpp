#pragma once

#include "core/service/stored_archive.hpp"
#include "core/units/bytes.hpp"
#include "core/units/rational.hpp"

namespace firn::service {

/// What a retrieval reads of an archive: [from, from + bytes).
struct RetrievalRange {
    Bytes from{};
    Bytes bytes{};
    bool whole = false;  ///< asked for as the archive, not as a part of it

    [[nodiscard]] static constexpr RetrievalRange of_all(Bytes archive) { return {{}, archive, true}; }

    /// The MiB that hold the file. In a compressed archive, which is smaller than its files, the file is
    /// smaller by the same share.
    ///
    ///     700,000 bytes at 1,000,000 of an archive of 25,165,824: bytes 0 to 2,097,152
    [[nodiscard]] static constexpr RetrievalRange around(const FilePlace& file, Bytes archive, Bytes raw) {
        constexpr std::int64_t kMib = std::int64_t{1} << 20U;
        const std::int64_t size = compressed(file.size.count(), archive.count(), raw.count());
        const std::int64_t from = file.offset.count() / kMib * kMib;
        const std::int64_t end = (file.offset.count() + size + kMib - 1) / kMib * kMib;
        const std::int64_t last = end < archive.count() ? end : archive.count();
        return {Bytes{from}, Bytes{last > from ? last - from : 0}, false};
    }

    /// Whether who has read this has read the other, too. A part is never the archive.
    [[nodiscard]] constexpr bool holds(const RetrievalRange& other) const {
        if (whole || other.whole) return whole;
        return from <= other.from && other.from + other.bytes <= from + bytes;
    }

    [[nodiscard]] static constexpr std::int64_t compressed(std::int64_t size, std::int64_t archive,
                                                           std::int64_t raw) {
        if (archive >= raw) return size;
        return static_cast<std::int64_t>((static_cast<Int128>(size) * archive + raw - 1) / raw);
    }

    friend constexpr bool operator==(const RetrievalRange&, const RetrievalRange&) = default;
};

}  // namespace firn::service
