#pragma once

#include "core/units/bytes.hpp"
#include "core/units/time.hpp"

#include <cstdint>

namespace firn::service {

/// Something that failed, as a backup's database would record it.
struct Failure {
    enum class Kind {
        fetch_attempt,      ///< will be tried again
        fetch_given_up,     ///< was the last attempt
        vanished,           ///< the file was not there
        deleted,            ///< its retention had ended before it was fetched
        upload_attempt,     ///< will be tried again
        upload_given_up,    ///< was the last attempt
        restore_not_found,  ///< nobody has stored a file of that key
        damage_found        ///< what was read is not what was stored
    };
    Kind kind{};
    Duration at{};
    /// Of the file or the archive.
    std::uint64_t number = 0;
    bool from_backfill = false;
    /// Attempts that failed so far.
    std::uint32_t attempts = 0;
    /// Of the file, or of the files in the archive.
    Bytes bytes{};
};

}  // namespace firn::service
