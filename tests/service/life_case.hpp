#pragma once

#include "core/service/archive_life.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace firn::service::test {

inline constexpr Duration kSecond = std::chrono::seconds{1};
inline constexpr Duration kHour = std::chrono::hours{1};
inline constexpr Duration kDay = std::chrono::hours{24};
inline constexpr Duration kYear = kDay * 365;
inline const Instant kStart = *parse_rfc3339("2026-01-01T00:00Z");

/// No latency, no lookup; retrievals take exactly 4 hours, a download a second for each MB, as does
/// unpacking.
inline Life plain_life() {
    Life life;
    life.retrieval = {.tiers = {{"standard", kHour * 4, kHour * 4}},
                      .lookup = Duration{0},
                      .download_latency = Duration{0},
                      .download_rate = ByteRate{1'000'000},
                      .unpack_rate = ByteRate{1'000'000}};
    return life;
}

/// Ten files of 1 MB in an archive of 10 MB.
inline StoredArchive plain_archive(Duration stored) {
    return {.stored = stored,
            .bytes = Bytes{10'000'000},
            .raw = Bytes{10'000'000},
            .files = 10,
            .representative = {Bytes{0}, Bytes{1'000'000}}};
}

inline Restore batch_of_all(Duration at) {
    return {.name = "all", .origin = Restore::Origin::batch, .at = at};
}

/// The life of so many plain archives that are stored at the start.
inline LifeResult live(const Life& life, std::uint64_t archives, Duration horizon = kDay * 31) {
    ArchiveLife archive_life{life, kStart, horizon, 1, {}, Bytes{10'000'000}};
    for (std::uint64_t i = 0; i < archives; ++i)
        archive_life.store(plain_archive(Duration{0}));
    return archive_life.result();
}

}  // namespace firn::service::test
