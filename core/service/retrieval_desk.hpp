#pragma once

#include "core/backup/transfer_time.hpp"
#include "core/random/stream.hpp"
#include "core/service/downloads.hpp"
#include "core/service/life_event.hpp"
#include "core/service/life_outages.hpp"
#include "core/service/life_settings.hpp"
#include "core/service/midnight.hpp"
#include "core/service/pacing.hpp"
#include "core/service/restore_meter.hpp"
#include "core/service/retrievals.hpp"
#include "core/service/vault.hpp"
#include "core/service/waiters.hpp"
#include "core/sim/ring.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace firn::service {

/// A line of retrievals: of a restore, or of the restore tests to one destination.
struct RetrievalLine {
    std::string name{};
    std::size_t tier = 0;
    bool ranges = false;
    Pacing pacing = Pacing::none;
    Bytes bytes_per_hour{};
    Duration deadline{};
    Reader reader = Reader::restore;
    std::optional<Duration> within{};  ///< files that take longer are overdue
};

/// Files of one archive that are asked for together.
struct FileRequest {
    Duration made{};
    std::uint64_t archive = 0;
    std::uint32_t files = 1;
    Bytes size{};                      ///< of the files
    std::optional<FilePlace> place{};  ///< of a single file
    Destination destination = Destination::outside;
};

/// Takes requests whose archive is known, and sees to it that the files come back: retrievals, copies,
/// downloads, unpacking.
class RetrievalDesk {
  public:
    RetrievalDesk(const RetrievalSettings& settings, const Midnight& midnight, std::uint64_t seed,
                  Vault& vault, LifeQueue& queue, LifeOutages& outages);
    RetrievalDesk(const RetrievalDesk&) = delete;
    RetrievalDesk& operator=(const RetrievalDesk&) = delete;
    ~RetrievalDesk() = default;

    /// Gives its index. All lines are opened before the first request.
    std::uint32_t open(const RetrievalLine& line);
    void set_link(DownloadLink* link) { downloads_.set_link(link); }

    /// Files that nobody can find.
    void not_found(std::uint32_t line, std::uint64_t files, Duration made);
    /// The archive lives. Retrievals start with the next call of start().
    void ask(std::uint32_t line, const FileRequest& request, Duration now);
    /// The batch is complete: nothing more is asked of this line.
    void all_asked(std::uint32_t line, Duration now);
    /// Starts what may start; for the rest an event is planned.
    void start(std::uint32_t line, Duration now);

    // The events.
    void line_may_start(std::uint32_t line, Duration now);
    void retrieval_ready(std::uint64_t retrieval, Duration now);
    void copy_expires(std::uint64_t retrieval);
    void begin_transfer(std::uint64_t download, Duration now) { downloads_.begin_transfer(download, now); }
    void download_ended(std::uint64_t download, Duration now);

    [[nodiscard]] RestoreOutcome outcome(std::uint32_t line) const { return lines_[line].meter.outcome(); }
    /// Files of restore tests that came from a damaged archive.
    [[nodiscard]] std::uint64_t tests_failed() const { return tests_failed_; }
    /// Retrievals that were started and are not ready.
    [[nodiscard]] std::uint64_t under_way() const { return under_way_; }

  private:
    /// A retrieval that stands in a line. It may stand in several: the one that comes to it first starts it.
    struct Standing {
        std::uint32_t retrieval = 0;
        std::uint32_t generation = 0;
        Duration since{};
    };

    struct Line {
        RetrievalLine settings;
        random::Stream times;
        RestoreMeter meter;
        std::uint64_t drawn = 0;
        sim::Ring<Standing> waiting{};
        UInt128 bytes_asked = 0;  ///< of all its retrievals
        Bytes largest_asked{};
        Pacer pacer{};
        HourAmount amount{};
        Duration planned = Duration::max();  ///< the event line_may_start
    };

    /// Waits for a retrieval that is not ready.
    void join(std::uint32_t line, const FileRequest& request, std::uint32_t retrieval, Duration now);
    [[nodiscard]] std::uint32_t add_waiter(std::uint32_t line, const FileRequest& request,
                                           std::uint32_t next = Waiters::kNobody);
    void stand_in_line(std::uint32_t line, std::uint32_t retrieval, Duration now);
    /// The line begins with one that still stands, or is empty.
    void pass_over_who_left(Line& line) const;
    /// Whether no other line has started it, and compaction has not joined it to another one.
    [[nodiscard]] bool still_stands(const Standing& standing) const;
    void release(std::uint32_t retrieval);
    /// What has become of the archive of a retrieval that stands in line.
    enum class Found { there, nowhere, with_another };
    /// Where compaction moved its files, it is of that archive from now on, or its waiters wait for a
    /// retrieval that there is of it.
    Found find_again(std::uint32_t retrieval);
    /// Compaction has moved the files of an archive with these retrievals: those in line follow at once, so
    /// that one of them is left for all that wait for the new archive.
    void follow(std::uint32_t first);
    /// Of the files that the waiters wait for at most so many live: the others are not found.
    void lose_files(const Retrieval& retrieval, std::uint32_t living);
    void move_waiters(std::uint32_t from, std::uint32_t to);
    void give_up(std::uint32_t retrieval);
    void come_again(std::uint32_t line, Duration at);
    void come_again_for_the_rest(std::uint32_t line, Duration now);
    /// When the first of the line may be started.
    [[nodiscard]] Duration earliest(Line& line, Duration now);
    [[nodiscard]] HourAmount amount_of(const Line& line, Duration now) const;
    void begin(std::uint32_t line, std::uint32_t retrieval, Duration now);
    void download(const Download& download, Duration now);

    const RetrievalSettings& settings_;
    const Midnight& midnight_;
    std::uint64_t seed_;
    Vault& vault_;
    LifeQueue& queue_;
    LifeOutages& outages_;
    Downloads downloads_;
    backup::TransferTime unpack_time_;
    Duration start_gap_{};
    Duration next_start_{};

    std::vector<Line> lines_;
    Retrievals retrievals_;
    Waiters waiters_;
    std::uint64_t tests_failed_ = 0;
    std::uint64_t under_way_ = 0;
};

}  // namespace firn::service
