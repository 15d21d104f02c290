#pragma once

#include "core/units/time.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <tuple>
#include <utility>

namespace firn::service::slow_life {

/// Of one instant in this order.
enum class Kind {
    transfer_ends,
    retrieval_ready,
    download_latency_ends,
    download_ends,
    files_die,
    traced_file_dies,
    compaction_reads,
    compaction_closes,
    audit_reads,
    month_begins,
    compaction_begins,
    audit,
    request,
    line_may_start
};

/// What will happen. Of one instant and kind, what was planned first comes first.
class Events {
  public:
    void plan(Duration at, Kind kind, std::function<void()> what) {
        events_.emplace(std::tuple{at, kind, planned_++}, std::move(what));
    }
    /// Duration::max(): nothing.
    [[nodiscard]] Duration next() const {
        return events_.empty() ? Duration::max() : std::get<Duration>(events_.begin()->first);
    }
    void happen_first() {
        const auto first = events_.extract(events_.begin());
        first.mapped()();
    }

  private:
    std::map<std::tuple<Duration, Kind, std::uint64_t>, std::function<void()>> events_;
    std::uint64_t planned_ = 0;
};

}  // namespace firn::service::slow_life
