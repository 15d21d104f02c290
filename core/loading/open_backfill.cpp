#include "core/loading/open_backfill.hpp"

#include "core/io/folder_scan.hpp"
#include "core/io/inventory.hpp"
#include "core/loading/load_scenario.hpp"
#include "core/loading/workload_owners.hpp"
#include "core/units/counted_text.hpp"
#include "core/workload/drawn_stock.hpp"
#include "core/workload/standing_files.hpp"

#include <fmt/format.h>

#include <cstdint>
#include <utility>

namespace firn::loading {

namespace {

/// A folder's files come as the threads find them, unless they are sorted.
io::TraceOptions options_for(const std::string& path, const BackfillSettings& settings) {
    io::TraceOptions options;
    const bool is_scanned = io::is_folder(path) && !io::is_inventory(path);
    options.order = is_scanned ? io::RowOrder::given : io::RowOrder::any;
    options.columns.time_may_be_missing = true;
    options.strict = settings.strict;
    options.sort.folder = settings.scratch_folder;
    options.file_columns = columns_of_keys(settings.columns, settings.owners);
    return options;
}

Result<OpenedWorkload> open_ordered(const std::string& file, const io::OrderedTrace& ordered) {
    auto files = workload::standing_files(ordered.trace, Duration{0}, 1);
    if (!files) return files.error();
    OpenedWorkload opened;
    opened.files = std::move(files).value();
    opened.reading = fmt::format("backfill {} ({})", file, io::name_of(ordered.format));
    opened.notes = ordered.notes;
    opened.left_out = {.path = ordered.trace.name, .tally = ordered.tally};
    opened.again = [file, ordered] { return open_ordered(file, ordered); };
    return opened;
}

OpenedWorkload with_owners(OpenedWorkload opened, const BackfillSettings& settings) {
    if (!settings.columns.owners || !settings.owners) return opened;
    return owned(
        std::move(opened),
        {.count = *settings.owners, .seed = settings.seed, .first_file = workload::kFirstBackfillFile});
}

}  // namespace

Result<OpenedWorkload> open_backfill(const std::string& file, const std::string& folder,
                                     const BackfillSettings& settings) {
    const std::string path = resolve(folder, file);
    const auto ordered = io::order_trace(path, options_for(path, settings));
    if (!ordered) return ordered.error();
    auto opened = open_ordered(file, *ordered);
    if (!opened) return opened;
    return with_owners(std::move(opened).value(), settings);
}

Result<OpenedWorkload> draw_backfill(std::int64_t files, Bytes mean_size, const BackfillSettings& settings) {
    const auto possible =
        need_no_keys(columns_of_keys(settings.columns, settings.owners), "a drawn backfill");
    if (!possible) return possible.error();
    auto drawn = workload::drawn_stock({.files = files, .mean_size = mean_size, .seed = settings.seed});
    if (!drawn) return drawn.error();
    OpenedWorkload opened;
    opened.files = std::move(drawn).value();
    opened.reading =
        fmt::format("backfill of {} with {} in the mean, sizes lognormal",
                    counted(static_cast<std::uint64_t>(files), "file", "files"), to_rough_text(mean_size));
    return with_owners(std::move(opened), settings);
}

}  // namespace firn::loading
