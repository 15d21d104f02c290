#pragma once

#include "core/sim/event_queue.hpp"
#include "core/units/time.hpp"

#include <cstdint>

namespace firn::service {

/// What can happen to stored archives. At one instant what ends comes before what begins, in this order.
enum class LifeEventKind : std::uint8_t {
    retrieval_ready,
    download_latency_ends,
    download_ends,
    copy_expires,
    files_die,
    watched_file_dies,
    compaction_reads,
    compaction_closes,
    audit_reads,
    month_begins,
    audit,
    request,
    line_may_start
};

/// `index` says which process or line, `number` which archive, retrieval or download.
struct LifeEvent {
    LifeEventKind kind{};
    std::uint32_t index = 0;
    std::uint64_t number = 0;
};

/// The events to come. Of one instant and kind, the one that was known first comes first.
class LifeQueue {
  public:
    explicit LifeQueue(Duration horizon) : horizon_{horizon} {}

    /// What would come at the horizon or later never happens.
    void push(Duration at, LifeEvent event) {
        if (at >= horizon_) return;
        events_.push(at, (static_cast<std::uint64_t>(event.kind) << kNumberBits) | ++pushed_, event);
    }

    [[nodiscard]] Duration next_at() const { return events_.next_at(); }
    LifeEvent pop() { return events_.pop(); }
    [[nodiscard]] Duration horizon() const { return horizon_; }

  private:
    static constexpr unsigned kNumberBits = 56;

    sim::EventQueue<LifeEvent> events_;
    Duration horizon_;
    std::uint64_t pushed_ = 0;
};

}  // namespace firn::service
