#pragma once

#include "core/backup/pipeline_settings.hpp"
#include "core/backup/transfer_time.hpp"
#include "core/backup/upload_calls.hpp"
#include "core/backup/upload_stage.hpp"
#include "core/service/bundle.hpp"
#include "core/service/link_traffic.hpp"
#include "core/service/place_settings.hpp"
#include "core/service/pool_use.hpp"
#include "core/service/retries.hpp"
#include "core/service/workers.hpp"
#include "core/sim/event_queue.hpp"
#include "core/sim/outage_calendar.hpp"
#include "core/sim/ring.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace firn::service {

/// The uploaders, the two lines before them, and archives that pause after a failed attempt.
class Uploads {
  public:
    /// The calendar and the link, if there is one, outlive this and are shared with others.
    /// `latest`: attempts that would end later end then.
    Uploads(const backup::PipelineSettings& settings, const Place& place, std::uint64_t seed,
            Duration horizon, sim::OutageCalendar& outages, LinkTraffic* link, Duration latest);

    [[nodiscard]] Workers& workers() { return workers_; }
    [[nodiscard]] const Workers& workers() const { return workers_; }

    /// A closed directory joins the end of its line.
    void join(Bundle bundle);
    /// Whoever can begins.
    void begin_all(Duration now);

    /// Of attempts whose length is known: those that do not go over the link.
    [[nodiscard]] Duration next_end() const { return running_.next_at(); }
    /// What the calls of an attempt wait for is over, and its bytes go over the link.
    [[nodiscard]] Duration next_transfer() const { return calling_.next_at(); }
    void begin_transfer();

    struct Ended {
        enum class Outcome { stored, failed, given_up };
        Outcome outcome = Outcome::stored;
        backup::Upload upload;
        /// Of a failed attempt that will be tried again: empty but for what is reported.
        Bundle bundle;
    };
    [[nodiscard]] Ended end_next();
    /// The link has carried the upload with this id.
    [[nodiscard]] Ended end_transfer(std::uint64_t id, Duration now);

    [[nodiscard]] Duration next_pause_end() const { return pausing_.next_at(); }
    void end_pause() { join(take(pausing_.pop())); }

    /// How many of the attempts that run began before t.
    [[nodiscard]] std::uint64_t begun_before(Duration t) const;

    /// Whether nobody waits, pauses or is at work.
    [[nodiscard]] bool idle() const {
        return workers_.busy() == 0 && live_line_.empty() && backfill_line_.empty() && pausing_.empty();
    }
    [[nodiscard]] std::uint64_t waiting() const { return live_line_.size() + backfill_line_.size(); }
    [[nodiscard]] bool reached_latest() const { return reached_latest_; }
    /// An archive that the service does not take.
    [[nodiscard]] std::optional<Bytes> too_large() const { return too_large_; }
    [[nodiscard]] std::uint64_t attempts() const { return attempts_; }
    [[nodiscard]] std::uint64_t attempts_failed() const { return attempts_failed_; }
    [[nodiscard]] std::uint64_t calls() const { return calls_made_; }
    [[nodiscard]] std::uint64_t longest_line() const { return longest_line_; }
    [[nodiscard]] const PoolUse& use() const { return use_; }

  private:
    struct Attempt {
        Bundle bundle;
        /// Duration::max() when it has ended.
        Duration begun{};
        /// Its work that is not yet counted began then, or will.
        Duration works_from{};
        std::uint64_t calls = 1;
        std::uint64_t billed = 1;
    };

    void begin(sim::Ring<Bundle>& line, Duration now);
    [[nodiscard]] std::uint32_t keep(Attempt attempt);
    [[nodiscard]] Bundle take(std::uint32_t slot);
    [[nodiscard]] Duration waiting_of(const Attempt& attempt) const;
    [[nodiscard]] Ended end(std::uint32_t slot, Duration now);
    [[nodiscard]] Duration end_of(Duration begin, Duration length);

    Workers workers_;
    Duration latency_;
    backup::TransferTime transfer_;
    backup::UploadCalls calls_;
    Retries retries_;
    sim::OutageCalendar& outages_;
    LinkTraffic* link_;
    Duration latest_;
    PoolUse use_;

    sim::Ring<Bundle> live_line_;
    sim::Ring<Bundle> backfill_line_;
    std::vector<Attempt> attempts_at_work_;
    std::vector<std::uint32_t> free_;
    sim::EventQueue<std::uint32_t> running_;
    sim::EventQueue<std::uint32_t> calling_;
    sim::EventQueue<std::uint32_t> pausing_;

    std::uint64_t attempts_ = 0;
    std::uint64_t attempts_failed_ = 0;
    std::uint64_t calls_made_ = 0;
    std::uint64_t longest_line_ = 0;
    bool reached_latest_ = false;
    std::optional<Bytes> too_large_{};
};

}  // namespace firn::service
