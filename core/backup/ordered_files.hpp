#pragma once

#include "core/units/bytes.hpp"
#include "core/units/time.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace firn::backup {

/// Bytes of a tar beside its files: two empty blocks at its end.
inline constexpr std::uint64_t kTarEnd = 1024;

/// Bytes of a file in a tar: a header of 512 bytes and the content, padded to a multiple of 512.
[[nodiscard]] constexpr std::uint64_t tar_bytes_of(Bytes file) {
    return 512 + ((static_cast<std::uint64_t>(file.count()) + 511) & ~std::uint64_t{511});
}

/// Files in the order in which they join a directory: by end of fetch, then by order of arrival. Columns of
/// equal length, of which the first `files` entries count; running sums have one entry more.
struct OrderedFiles {
    std::size_t files = 0;
    /// Number of files in all blocks before this one.
    std::uint64_t before = 0;
    std::vector<Duration> completions;
    std::vector<Duration> arrivals;
    /// Bytes of all files before this one, from the first of all blocks on: raw, and in a tar (header and
    /// padding).
    std::vector<std::uint64_t> raw_before{0};
    std::vector<std::uint64_t> tar_before{0};

    /// Makes room for so many files, whose columns are then written.
    void resize(std::size_t count) {
        files = count;
        if (completions.size() >= count) return;
        completions.resize(count);
        arrivals.resize(count);
        raw_before.resize(count + 1);
        tar_before.resize(count + 1);
    }

    [[nodiscard]] Bytes size(std::size_t i) const {
        return Bytes{static_cast<std::int64_t>(raw_before[i + 1] - raw_before[i])};
    }
};

}  // namespace firn::backup
