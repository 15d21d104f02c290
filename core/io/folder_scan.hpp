#pragma once

#include "core/diag/result.hpp"
#include "core/workload/trace_source.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <string>

namespace firn::io {

/// What a scan met. Complete when its rows have been read to their end.
struct ScanTally {
    std::int64_t files = 0;    ///< each is a row
    std::int64_t folders = 0;  ///< that were read, the first included
    /// Left out:
    std::int64_t links = 0;          ///< symbolic ones, which are not followed
    std::int64_t special_files = 0;  ///< devices, pipes, sockets
    std::int64_t other_names = 0;    ///< of files that have several (hard links): each file counts once
    std::int64_t foreign_times = 0;  ///< files last changed before 1970 or after 9999
    std::int64_t vanished = 0;       ///< removed while the scan ran
    std::int64_t not_readable = 0;   ///< folders, and files whose size the system does not tell
    /// The first of what is not readable by their paths, at most kShownUnreadable, and what the system says.
    std::map<std::string, std::string> first_not_readable{};
};

inline constexpr std::size_t kShownUnreadable = 3;

/// Whether the path is that of a folder.
[[nodiscard]] bool is_folder(const std::string& path);

/// The files below a folder as rows: when each was last changed, its size, and of its path from the folder on
/// what `columns` ask for. The rows come in no order, as the threads find them; sorted with Ties::by_size
/// they are the same each time. Memory: 64 bytes for each file that has several names, and the names of
/// folders that wait. `threads` is how many threads read at most: with none, or where the system has none
/// left, who asks for rows reads, a folder at a time.
///
/// Errors: `file-missing`, `file-not-readable`, `file-read-failed` for the folder itself. What is below it
/// and cannot be read is counted.
[[nodiscard]] Result<workload::TraceSource> scan_folder(const std::string& path, unsigned threads,
                                                        std::shared_ptr<ScanTally> tally,
                                                        const workload::FileColumns& columns = {});

}  // namespace firn::io
