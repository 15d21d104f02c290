#pragma once

#include "core/service/file.hpp"
#include "core/units/bytes.hpp"
#include "core/units/time.hpp"

#include <cstdint>
#include <span>

namespace firn::service {

/// Files of one archive that fall under one entry of Life::deletions.
struct DyingFiles {
    std::uint32_t entry = 0;
    std::uint32_t files = 0;
    Bytes bytes{};
    /// The last of their arrivals: from it a `keep` counts.
    Duration last_arrival{};
};

/// Files of one archive that a batch selected (Restore::selection).
struct SelectedFiles {
    unsigned selection = 0;
    std::uint32_t files = 0;
    Bytes bytes{};
};

/// A file of the archive whose key the run watches. It is in none of the DyingFiles.
struct WatchedFile {
    std::uint32_t key = 0;
    Bytes offset{};  ///< of its content in the archive, as it is sent
    Bytes size{};
    Duration arrival{};
    std::uint8_t entry = kLivesOn;  ///< of Life::deletions
};

/// Where one file lies in its archive: from `offset` on, as the archive is sent; `size` is the file's own.
struct FilePlace {
    Bytes offset{};
    Bytes size{};

    friend bool operator==(const FilePlace&, const FilePlace&) = default;
};

/// An archive whose upload has ended. The spans are good during the call that hands it over.
struct StoredArchive {
    Duration stored{};
    Bytes bytes{};  ///< as it is sent and lies there
    Bytes raw{};    ///< of its files
    std::uint32_t files = 0;
    bool from_backfill = false;
    /// One of its files, each alike likely.
    FilePlace representative{};
    std::span<const DyingFiles> dying{};
    std::span<const SelectedFiles> selected{};
    std::span<const WatchedFile> watched{};
    /// Of its files; numbers only where the run keeps them.
    std::span<const Duration> arrivals{};
    std::span<const std::uint64_t> numbers{};
};

}  // namespace firn::service
