#pragma once

#include "core/backup/pipeline_settings.hpp"
#include "core/backup/transfer_time.hpp"
#include "core/service/file.hpp"
#include "core/service/place_settings.hpp"
#include "core/service/pool_use.hpp"
#include "core/service/retries.hpp"
#include "core/service/workers.hpp"
#include "core/sim/event_queue.hpp"
#include "core/sim/outage_calendar.hpp"
#include "core/sim/slot_tree.hpp"

#include <cstdint>
#include <vector>

namespace firn::service {

/// The fetchers at work: attempts that run, and files that pause after a failed one.
class Fetches {
  public:
    /// `latest`: attempts that would end later end then.
    Fetches(const backup::PipelineSettings& settings, const Place& place, std::uint64_t seed,
            Duration horizon, sim::OutageCalendar store_outages, Duration latest);

    [[nodiscard]] Workers& workers() { return workers_; }
    [[nodiscard]] const Workers& workers() const { return workers_; }

    /// A free worker takes the file.
    void begin(const File& file, Duration now);

    [[nodiscard]] Duration next_end() {
        if (vacant_ != kNoSlot) vacate();
        const Key next = running_.least();
        return next == sim::kNobody<Key> ? Duration::max() : end_of(next);
    }
    enum class Outcome { fetched, vanished, failed, given_up };
    struct Ended {
        const File& file;  ///< good until the next attempt begins
        Outcome outcome = Outcome::fetched;
    };
    /// The attempt that ends next, as next_end() said. A file that failed pauses, with one failed attempt
    /// more.
    [[nodiscard]] Ended end_next();

    [[nodiscard]] Duration next_pause_end() const { return pausing_.next_at(); }
    /// The file whose pause ends next.
    [[nodiscard]] File end_pause() { return pausing_.pop(); }

    /// When the attempts that run end, ascending.
    [[nodiscard]] std::vector<Duration> ends() const;

    [[nodiscard]] bool idle() const { return workers_.busy() == 0 && pausing_.empty(); }
    [[nodiscard]] bool reached_latest() const { return reached_latest_; }
    [[nodiscard]] std::uint64_t attempts() const { return attempts_; }
    [[nodiscard]] std::uint64_t attempts_failed() const { return attempts_failed_; }
    [[nodiscard]] const PoolUse& use() const { return use_; }

  private:
    /// The end of an attempt, the file's number, the slot: as one number that orders like the first two.
    using Key = UInt128;
    static constexpr unsigned kSlotBits = 20;
    [[nodiscard]] static Key key_of(Duration end, std::uint64_t file, std::uint32_t slot) {
        return (static_cast<Key>(end.count()) << 64U) | (file << kSlotBits) | slot;
    }
    [[nodiscard]] static Duration end_of(Key key) { return Duration{static_cast<std::int64_t>(key >> 64U)}; }
    [[nodiscard]] static std::uint32_t slot_of(Key key) {
        return static_cast<std::uint32_t>(key) & ((1U << kSlotBits) - 1);
    }

    static constexpr std::uint32_t kNoSlot = ~std::uint32_t{0};
    [[nodiscard]] std::uint32_t free_slot();
    void vacate();
    [[nodiscard]] Outcome outcome_of(const File& file) const;

    Workers workers_;
    Duration latency_;
    backup::TransferTime transfer_;
    Retries retries_;
    sim::OutageCalendar outages_;
    Duration latest_;
    PoolUse use_;
    sim::SlotTree<Key> running_;
    /// By slot.
    std::vector<File> files_;
    std::vector<std::uint32_t> free_;
    /// Of the attempt that has just ended: who begins next takes its place in the tree as it stands.
    std::uint32_t vacant_ = kNoSlot;
    sim::EventQueue<File> pausing_;
    std::uint64_t attempts_ = 0;
    std::uint64_t attempts_failed_ = 0;
    bool reached_latest_ = false;
};

}  // namespace firn::service
