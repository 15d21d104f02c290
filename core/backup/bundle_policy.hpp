#pragma once

#include "core/units/bytes.hpp"
#include "core/units/time.hpp"

#include <optional>

namespace firn::backup {

/// How fetched files become archives.
enum class Packing {
    bundled,    ///< tar of a directory of files
    each_alone  ///< one archive a file, as it is, at its own fetch's end: what no bundling would do
};

/// When a directory of files is closed: {25 MB, 30 s}, {1 GiB, none}.
struct BundlePolicy {
    /// Raw bytes at which it is full, at least 1.
    Bytes size;
    /// Age at which it is closed though it is not full, at least 1 microsecond; none closes the last one at
    /// the last fetch.
    std::optional<Duration> max_age{};
    /// With each_alone there are no directories, and size and age mean nothing.
    Packing packing = Packing::bundled;

    friend bool operator==(const BundlePolicy&, const BundlePolicy&) = default;
};

}  // namespace firn::backup
