#pragma once

#include "core/backup/arrival_history.hpp"
#include "core/backup/at_risk_meter.hpp"
#include "core/backup/file_places.hpp"
#include "core/backup/ordered_files.hpp"
#include "core/units/time.hpp"

#include <optional>

namespace firn::backup {

/// What all bundle sizes of a replay share in a round.
struct FetchedFiles {
    OrderedFiles ordered;
    ArrivalHistory arrivals;
    ArrivedBytes arrived;
    /// Filled where somebody hears of the archives.
    std::optional<FilePlaces> places;
    /// All that happens up to this instant can be known from the files so far.
    Duration settled_until{};
};

}  // namespace firn::backup
