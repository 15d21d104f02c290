#pragma once

#include "core/units/bytes.hpp"
#include "core/units/rational.hpp"
#include "core/units/time.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace firn::scenario {

/// Drives on which the files of a backfill lie.
struct Drives {
    std::int64_t count = 0;
    Bytes bytes;               ///< on each
    Rational years;            ///< how old they are
    Rational yearly_failures;  ///< percent of the drives
    std::int64_t at_once = 0;
    Duration swap_time{};
};

/// When an archive of the backfill counts as verified.
enum class Verification { checksum, audit };

/// Files that lie in the old place at the start and are to be stored beside the live ones: exactly one of
/// `file`, `files` and `drives` after validate().
struct Backfill {
    std::string file;  ///< a listing or a trace; empty: none
    std::optional<std::int64_t> files;
    std::optional<Drives> drives;
    Bytes mean_size;  ///< where there is no listing
    Rational share;   ///< percent of the workers
    Verification verification = Verification::checksum;
};

/// How many files it has where no listing says so: those stated, or as many as the drives hold.
[[nodiscard]] std::int64_t files_without_listing(const Backfill& backfill);

}  // namespace firn::scenario
