#pragma once

#include "core/service/life_settings.hpp"
#include "core/service/place_settings.hpp"
#include "core/service/stored_archive.hpp"
#include "core/units/byte_rate.hpp"
#include "core/units/bytes.hpp"
#include "core/units/time.hpp"

#include <cstdint>
#include <optional>
#include <vector>

/// What goes into a run of the slow model of stored archives.
namespace firn::service::slow_life {

/// An archive that the pipeline will store, with lists of its own.
struct ArchiveToCome {
    Duration stored{};
    Bytes bytes{};
    Bytes raw{};
    std::uint32_t files = 0;
    bool from_backfill = false;
    FilePlace representative{};
    std::vector<DyingFiles> dying{};
    std::vector<SelectedFiles> selected{};
    std::vector<WatchedFile> watched{};
};

/// All that a run depends on.
struct Case {
    Life life{};
    Instant start{};  ///< a midnight
    Duration horizon{};
    std::uint64_t seed = 1;
    std::vector<StandingArchives> standing{};
    Bytes bundle_size{};
    Place place{};  ///< of which only the outages count
    /// Downloads to outside of the region go over a link that moves each at this rate.
    std::optional<ByteRate> link{};
    std::vector<ArchiveToCome> archives{};  ///< by the time at which they are stored
};

}  // namespace firn::service::slow_life
