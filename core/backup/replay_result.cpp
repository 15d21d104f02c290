#include "core/backup/replay_result.hpp"

namespace firn::backup {

namespace {

Bytes mean_bundle(Bytes raw, std::uint64_t archives) {
    if (archives == 0) return Bytes{};
    return Bytes{static_cast<std::int64_t>(static_cast<std::uint64_t>(raw.count()) / archives)};
}

}  // namespace

Bytes mean_restore_read(const ReplayResult& result) {
    if (result.files == 0) return Bytes{};
    return Bytes{static_cast<std::int64_t>(result.restore_read / result.files)};
}

Bytes mean_bundle(const ReplayResult& result) { return mean_bundle(result.raw_bytes, result.archives); }

Bytes mean_bundle(const HourOfDay& hour) { return mean_bundle(hour.raw_bytes, hour.archives); }

}  // namespace firn::backup
