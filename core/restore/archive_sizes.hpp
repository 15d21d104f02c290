#pragma once

#include "core/units/bytes.hpp"

#include <cstdint>
#include <vector>

namespace firn::restore {

/// The sizes of archives that differ, in the order in which they lie.
///
///     ArchiveSizes{{Bytes{300}, Bytes{20}, Bytes{50}}}     bytes_before(2) is 320
class ArchiveSizes {
  public:
    /// At least one; together below 2^63 bytes.
    explicit ArchiveSizes(const std::vector<Bytes>& sizes);

    [[nodiscard]] std::int64_t count() const { return static_cast<std::int64_t>(before_.size()) - 1; }
    /// Of the archives before the one of this number, from 0 to count().
    [[nodiscard]] Bytes bytes_before(std::int64_t archive) const;
    [[nodiscard]] Bytes largest() const { return largest_; }
    /// The largest number that divides all sizes; at least 1.
    [[nodiscard]] Bytes common_divisor() const;

    /// The most archives from `first` on that are together at most so large; at most up to `end`.
    [[nodiscard]] std::int64_t fitting(std::int64_t first, std::int64_t end, Bytes bytes) const;
    /// The most archives just before `end` that are together at most so large.
    [[nodiscard]] std::int64_t fitting_before(std::int64_t end, Bytes bytes) const;
    /// The fewest archives from the first on that are together at least so large; all where none are.
    [[nodiscard]] std::int64_t reaching(Bytes bytes) const;

  private:
    std::vector<std::int64_t> before_;  ///< ascending, from 0 to the sum of all
    Bytes largest_{};
};

}  // namespace firn::restore
