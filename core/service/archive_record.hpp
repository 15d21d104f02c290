#pragma once

#include "core/service/stored_archive.hpp"
#include "core/units/bytes.hpp"
#include "core/units/time.hpp"

#include <cstdint>

namespace firn::service {

/// What the catalogue knows of each archive. An archive without living files is deleted.
struct ArchiveRecord {
    /// As the index of a retrieval: there is none.
    static constexpr std::uint32_t kNoRetrieval = (1U << 27U) - 1;

    Duration stored{};  ///< negative: before the start
    Bytes bytes{};
    std::uint64_t first_file = 0;
    std::uint32_t live_files = 0;
    /// Of its retrievals that are open, or whose copies lie there, the latest.
    std::uint32_t retrieval : 27 = kNoRetrieval;
    std::uint32_t read : 1 = 0;
    std::uint32_t from_backfill : 1 = 0;
    std::uint32_t repaired : 1 = 0;
    std::uint32_t in_compaction : 1 = 0;
    /// It is one living file and nothing else: its content need not be kept.
    std::uint32_t is_one_file : 1 = 0;
};
static_assert(sizeof(ArchiveRecord) == 32);

/// What lies in an archive.
struct ArchiveContent {
    Bytes raw{};   ///< of its files, dead ones too
    Bytes live{};  ///< of its living files
    FilePlace representative{};

    /// Of an archive that is one file.
    [[nodiscard]] static ArchiveContent of_one_file(Bytes file) { return {file, file, {Bytes{0}, file}}; }

    friend bool operator==(const ArchiveContent&, const ArchiveContent&) = default;
};

}  // namespace firn::service
