#pragma once

#include "core/sim/agenda.hpp"
#include "core/sim/event_queue.hpp"
#include "core/units/time.hpp"

#include <algorithm>
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
    compaction_begins,
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
///
/// Those that are known hours or days before have a queue of their own, that the many which come at once need
/// not find their way through them.
class LifeQueue {
  public:
    explicit LifeQueue(Duration horizon) : horizon_{horizon} {}

    /// What would come at the horizon or later never happens.
    void push(Duration at, LifeEvent event) {
        if (at >= horizon_) return;
        const std::uint64_t order = (static_cast<std::uint64_t>(event.kind) << kNumberBits) | ++pushed_;
        if (is_known_long_before(event.kind)) {
            late_.push(at, order, event);
        } else {
            soon_.push(at, order, event);
        }
    }

    [[nodiscard]] Duration next_at() const { return std::min(soon_.next_at(), late_.next_at()); }
    /// There must be one.
    LifeEvent pop() { return late_is_next() ? late_.pop() : soon_.pop(); }
    [[nodiscard]] Duration horizon() const { return horizon_; }

  private:
    static constexpr unsigned kNumberBits = 56;

    [[nodiscard]] static constexpr bool is_known_long_before(LifeEventKind kind) {
        switch (kind) {
            case LifeEventKind::download_latency_ends:
            case LifeEventKind::download_ends:
            case LifeEventKind::compaction_begins:
            case LifeEventKind::request:
            case LifeEventKind::line_may_start:
                return false;
            case LifeEventKind::retrieval_ready:
            case LifeEventKind::copy_expires:
            case LifeEventKind::files_die:
            case LifeEventKind::watched_file_dies:
            case LifeEventKind::compaction_reads:
            case LifeEventKind::compaction_closes:
            case LifeEventKind::audit_reads:
            case LifeEventKind::month_begins:
            case LifeEventKind::audit:
                return true;
        }
        return false;
    }

    [[nodiscard]] bool late_is_next() const {
        if (late_.empty() || soon_.empty()) return soon_.empty();
        return late_.next() < soon_.next();
    }

    sim::EventQueue<LifeEvent> soon_;
    sim::Agenda<LifeEvent> late_;
    Duration horizon_;
    std::uint64_t pushed_ = 0;
};

}  // namespace firn::service
