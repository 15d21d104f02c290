#pragma once

#include "core/sim/event_queue.hpp"
#include "core/sim/least_heap.hpp"
#include "core/units/byte_rate.hpp"
#include "core/units/bytes.hpp"
#include "core/units/rational.hpp"
#include "core/units/time.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

namespace firn::sim {

enum class FlowClass : std::uint8_t { upload, download };

/// A flow, as it was begun.
struct EndedFlow {
    FlowClass flow_class = FlowClass::upload;
    std::uint64_t id = 0;

    friend bool operator==(const EndedFlow&, const EndedFlow&) = default;
};

/// A line that flows share: each gets the same rate, but none more than its class may have; what one cannot
/// use the others get. Rates are whole bytes a second, rounded down, and at least 1. A flow ends with the
/// first whole microsecond at which all its bytes have moved.
///
///     link 30 MB/s, uploads up to 20 MB/s, downloads up to 5 MB/s
///     one upload                      20 MB/s
///     two uploads                     15 MB/s each
///     two uploads and a download      12.5 MB/s each, and 5 MB/s
///
/// Times never decrease from call to call, and no call is later than the next end. A call costs O(log n) of
/// the flows, whatever it changes for them: the flows of a class all have the same rate, so a clock of the
/// class counts what each of them moves, and a flow ends at a reading of it that is known from its begin.
class SharedLink {
  public:
    SharedLink(ByteRate link, ByteRate upload_limit, ByteRate download_limit);

    /// The id is the caller's own, and comes back with the flow's end. No bytes end at once.
    void begin(FlowClass flow_class, std::uint64_t id, Bytes bytes, Duration now);

    /// When the next flow ends if none begins before; Duration::max() if none does.
    [[nodiscard]] Duration next_end() const { return next_end_; }

    /// Ends the next flow, at `next_end()`. Of those that end at the same instant the one that began first.
    EndedFlow end_next(Duration now);

    /// All bytes of all flows are to be moved anew, but not of those that end now. What was moved stays
    /// counted.
    void restart_all(Duration now);

    /// No flow moves until `resume`. Those that end now, end.
    void pause(Duration now);
    void resume(Duration now);

    /// Bytes that flows of this class have moved, in vain too: the whole ones of their sum.
    [[nodiscard]] UInt128 moved(FlowClass flow_class, Duration now);

    /// The rate of each flow of this class while no flow begins or ends; there must be one.
    [[nodiscard]] ByteRate rate(FlowClass flow_class) const { return ByteRate{of(flow_class).rate}; }

    /// Flows that have not ended.
    [[nodiscard]] std::size_t flows(FlowClass flow_class) const { return of(flow_class).flows.size(); }

  private:
    /// Bytes times 10^6: what a rate in bytes a second moves in microseconds.
    using Work = UInt128;
    static constexpr std::int64_t kWorkOfByte = 1'000'000;

    struct Flow {
        Work target;  ///< it ends at this reading of its class's clock
        std::uint64_t order;
        std::uint64_t id;
        Bytes bytes;

        friend bool operator<(const Flow& a, const Flow& b) { return a.target < b.target; }
    };

    struct Class {
        std::int64_t limit;  ///< bytes a second, as is the rate
        std::int64_t rate;
        Work clock = 0;  ///< what one flow would have moved since the start
        Work moved = 0;
        LeastHeap<Flow> flows{};
    };

    [[nodiscard]] const Class& of(FlowClass flow_class) const {
        return classes_[static_cast<std::size_t>(flow_class)];
    }
    [[nodiscard]] Class& of(FlowClass flow_class) { return classes_[static_cast<std::size_t>(flow_class)]; }

    static Work work_of(Bytes bytes) { return static_cast<Work>(bytes.count()) * kWorkOfByte; }

    void advance(Duration now);
    void end_moved(FlowClass flow_class);
    void restart(Class& flows_of);
    void share();
    void foresee();
    [[nodiscard]] static std::int64_t share_of(std::int64_t rate, std::size_t flows, std::int64_t limit);
    [[nodiscard]] Duration end_of_least(const Class& flows_of) const;

    std::int64_t link_;  ///< bytes a second
    std::array<Class, 2> classes_;
    std::uint64_t begun_ = 0;
    Duration now_{};
    Duration next_end_ = Duration::max();
    bool paused_ = false;
    /// Flows that have moved all their bytes and wait for `end_next`, by order of begin.
    EventQueue<EndedFlow> moved_wholly_;
};

}  // namespace firn::sim
