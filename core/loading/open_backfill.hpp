#pragma once

#include "core/diag/result.hpp"
#include "core/loading/open_workload.hpp"
#include "core/units/bytes.hpp"
#include "core/workload/file_columns.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace firn::loading {

/// How the files of a backfill are opened.
struct BackfillSettings {
    /// What of the keys of the files is told.
    workload::FileColumns columns{};
    /// Of how many owners those of the files are drawn (files number from 2^40 on); none: the keys say.
    std::optional<std::uint64_t> owners{};
    std::uint64_t seed = 1;
    /// What is left out or guessed of a listing is an error.
    bool strict = false;
    /// Where rows go that do not fit into memory while they are sorted; "" is /tmp.
    std::string scratch_folder{};
};

/// The files of a trace, listing, inventory or folder, all there at the scenario's start, as they follow each
/// other; those of a folder by when they were last changed, then by their sizes. `folder` as in
/// LoadedScenario. Errors: those of io::order_trace() and of reading; `keys-missing`.
[[nodiscard]] Result<OpenedWorkload> open_backfill(const std::string& file, const std::string& folder,
                                                   const BackfillSettings& settings = {});

/// Files of which only their number and mean size are known, drawn as drawn_stock() does.
/// Errors: `too-many-bytes`; `keys-missing` where more is asked for than owners that are drawn.
[[nodiscard]] Result<OpenedWorkload> draw_backfill(std::int64_t files, Bytes mean_size,
                                                   const BackfillSettings& settings = {});

}  // namespace firn::loading
