#pragma once

namespace firn::workload {

/// What of the keys of its files a workload is asked to tell.
struct FileColumns {
    bool owners = false;
    /// Of how many parts of a key its prefix consists; 0: prefixes are not asked for.
    unsigned prefix_parts = 0;
    bool keys = false;

    [[nodiscard]] constexpr bool any() const { return owners || prefix_parts > 0 || keys; }

    friend constexpr bool operator==(const FileColumns&, const FileColumns&) = default;
};

}  // namespace firn::workload
