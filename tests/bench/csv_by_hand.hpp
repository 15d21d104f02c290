#pragma once

#include "core/workload/file_source.hpp"

#include <string>

namespace firn::bench {

/// The files of a CSV trace with the header timestamp_utc,size_bytes, read as one would by hand:
/// std::getline, the comma looked for, std::from_chars; of a time in RFC 3339 each part. Nothing is checked.
[[nodiscard]] workload::FileSource csv_by_hand(const std::string& path);

}  // namespace firn::bench
