#pragma once

#include "core/restore/wish.hpp"

namespace firn::test {

using namespace std::chrono;

/// The example of docs/restore-plan.md: 8 TiB in 32,768 archives over 1 Gbit/s, in September 2026.
inline restore::Wish eight_tebibytes() {
    return {.storage_class = "deep_archive",
            .bytes = Bytes::from_tib(8),
            .archives = 32'768,
            .stored_bytes = Bytes::from_tib(8),
            .stored_archives = 32'768,
            .start = sys_days{2026y / 9 / 1},
            .link = ByteRate{125'000'000},
            .request_rate = 1000,
            .unpack_rate = ByteRate{100'000'000}};
}

/// The reworked FAQ's example: 140 of 75 TiB in a vault, in April 2013, over a link that does not matter.
inline restore::Wish faq_2013() {
    return {.storage_class = "glacier",
            .bytes = Bytes::from_gib(140),
            .archives = 140,
            .stored_bytes = Bytes::from_tib(75),
            .stored_archives = 0,
            .start = sys_days{2013y / 4 / 5},
            .link = ByteRate{10'000'000'000},
            .unpack_rate = ByteRate{10'000'000'000},
            .stay_in_region = true};
}

}  // namespace firn::test
