#pragma once

#include "core/units/bytes.hpp"
#include "core/units/time.hpp"

#include <optional>

namespace firn::backup {

/// When a directory of files is closed: {25 MB, 30 s}, {1 GiB, none}.
struct BundlePolicy {
    /// Raw bytes at which it is full, at least 1.
    Bytes size;
    /// Age at which it is closed though it is not full, at least 1 microsecond; none closes the last one at
    /// the last fetch.
    std::optional<Duration> max_age{};

    friend bool operator==(const BundlePolicy&, const BundlePolicy&) = default;
};

}  // namespace firn::backup
