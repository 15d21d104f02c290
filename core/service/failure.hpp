#pragma once

#include "core/units/bytes.hpp"
#include "core/units/time.hpp"

#include <cstdint>
#include <span>

namespace firn::service {

/// Something that failed, as a backup's database would record it.
struct Failure {
    enum class Kind {
        fetch_attempt,   ///< will be tried again
        fetch_given_up,  ///< was the last attempt
        vanished,        ///< the file was not there
        deleted,         ///< its retention had ended before it was fetched
        upload_attempt,  ///< will be tried again
        upload_given_up  ///< was the last attempt
    };
    Kind kind{};
    Duration at{};
    /// Of the file or the archive, from 0; those of the backfill apart.
    std::uint64_t number = 0;
    bool from_backfill = false;
    /// Attempts that failed so far.
    std::uint32_t attempts = 0;
    /// Of the file, or of the files in the archive.
    Bytes bytes{};
    /// Of an archive that was given up: the numbers of its files (File::number), where the run keeps them.
    std::span<const std::uint64_t> files{};
};

}  // namespace firn::service
