#include "core/backup/replay_result.hpp"

namespace firn::backup {

Bytes mean_restore_read(const ReplayResult& result) {
    if (result.files == 0) return Bytes{};
    return Bytes{static_cast<std::int64_t>(result.restore_read / result.files)};
}

}  // namespace firn::backup
