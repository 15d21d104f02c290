#pragma once

#include "core/backup/file_places.hpp"
#include "core/units/bytes.hpp"
#include "core/units/time.hpp"

#include <cstdint>
#include <functional>

namespace firn::backup {

/// An archive whose way up is known.
struct SentArchive {
    /// Of the archive, in order of closing, from 0.
    std::uint64_t number = 0;
    Duration closed{};
    Duration done{};
    Bytes raw{};      ///< of its files
    Bytes archive{};  ///< as it is sent
    std::uint64_t files = 0;
    /// The number of its first file in order of completion.
    std::uint64_t first = 0;
    /// Where its files lie in it; good during the call that hands it over. nullptr: a file that goes alone,
    /// as it is.
    const FilePlaces* places = nullptr;
};

/// Hears of the archives of one bundle policy, in order of closing, on any thread but one at a time.
using SentArchiveCallback = std::function<void(const SentArchive&)>;

}  // namespace firn::backup
