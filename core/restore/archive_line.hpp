#pragma once

#include "core/restore/archive_sizes.hpp"
#include "core/units/bytes.hpp"

#include <cstdint>

namespace firn::restore {

/// From which end of a line archives are taken.
enum class Direction { forward, backward };

/// Archives in the order in which they lie, taken whole from the begin of their line or from its end, and
/// counted in pieces of one size.
class ArchiveLine {
  public:
    /// `sizes` are multiples of the piece and outlive the line.
    ArchiveLine(const ArchiveSizes& sizes, Bytes piece, Direction direction);

    /// Takes as many archives as are together at most so many pieces; gives how many pieces these are.
    std::int64_t take(std::int64_t most_pieces);

  private:
    const ArchiveSizes& sizes_;
    Bytes piece_;
    Direction direction_;
    std::int64_t first_ = 0;
    std::int64_t end_;
};

}  // namespace firn::restore
