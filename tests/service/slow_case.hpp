#pragma once

#include "core/backup/pipeline_settings.hpp"
#include "core/backup/replay.hpp"
#include "core/service/file_traits.hpp"
#include "core/service/place_settings.hpp"
#include "tests/backup/slow_model.hpp"

#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

/// What goes into a run of the slow model, in plain numbers.
namespace firn::service::slow {

using backup::slow::Count;
using backup::slow::count_of;
using backup::slow::transfer_time;

inline constexpr Count kNotYet = std::numeric_limits<Count>::max();

inline Duration duration_of(Count count) { return Duration{static_cast<std::int64_t>(count)}; }
inline Bytes bytes_of(Count count) { return Bytes{static_cast<std::int64_t>(count)}; }

/// A file as it comes from its origin.
struct OriginFile {
    Count arrival = 0;
    Count size = 0;
    Count owner = 0;
    Count prefix = 0;
};

/// All that a run depends on.
struct Case {
    backup::PipelineSettings settings{};
    Place place{};
    FileTraits traits{};
    backup::ReplayOptions options{};
    std::uint64_t seed = 1;
    std::vector<OriginFile> live{};
    std::optional<std::vector<OriginFile>> backfill{};
};

}  // namespace firn::service::slow
