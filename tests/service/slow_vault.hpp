#pragma once

#include "core/random/exponential.hpp"
#include "core/random/stream.hpp"
#include "core/service/life_result.hpp"
#include "tests/service/slow_life_case.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

/// What lies in the vault, and what it comes to, written for the reader, not for speed: nothing is counted on
/// the way that can be counted when somebody asks. The rules are in docs/backup-service.md.
namespace firn::service::slow_life {

using Index = std::size_t;

inline UInt128 wide(Bytes bytes) { return static_cast<UInt128>(bytes.count()); }
inline Bytes narrow(UInt128 bytes) { return Bytes{static_cast<std::int64_t>(bytes)}; }

/// Files of an archive that end by one rule, or one file that a trace names.
struct Group {
    Index archive = 0;
    std::optional<std::uint32_t> entry{};  ///< of Life::deletions; none: they live on
    std::optional<std::uint32_t> key{};    ///< of the file that a trace names
    std::uint64_t files = 0;               ///< that live
    Bytes bytes{};
    std::uint64_t lived_when_planned = 0;
    std::uint64_t next_draw = 0;
};

struct Archive {
    Duration stored{};
    Bytes bytes{};
    Bytes raw{};
    Bytes live{};
    std::uint64_t files = 0;  ///< that it was stored with
    std::uint64_t living = 0;
    FilePlace representative{};
    std::uint64_t first_file = 0;
    bool from_backfill = false;
    bool was_read = false;
    bool in_compaction = false;
    std::vector<Index> groups{};
    std::vector<SelectedFiles> selected{};

    std::uint64_t damage_number = 0;
    Duration whole_since{};
    std::uint64_t repairs = 0;

    std::optional<Index> moved_to{};
    std::uint64_t lived_when_moved = 0;

    [[nodiscard]] bool lies_there() const { return living > 0; }
    [[nodiscard]] Bytes dead() const { return raw - live; }
    /// What its living files take in an archive of their own.
    [[nodiscard]] Bytes bytes_of_living() const {
        if (raw == Bytes{}) return bytes;
        return narrow((wide(bytes) * wide(live) + wide(raw) - 1) / wide(raw));
    }
};

enum class By { audit, restore, restore_test, compaction };

class Vault {
  public:
    explicit Vault(const Case& of) : case_{of} {}

    std::vector<Archive> archives{};  ///< all that were ever stored
    std::vector<Group> groups{};
    LifeResult result{};  ///< of what happens in the vault, as far as it is counted here

    [[nodiscard]] std::vector<Index> there() const {
        std::vector<Index> there;
        for (Index i = 0; i < archives.size(); ++i) {
            if (archives[i].lies_there()) there.push_back(i);
        }
        return there;
    }
    [[nodiscard]] Bytes bytes() const {
        Bytes sum{};
        for (const Index i : there())
            sum += archives[i].bytes;
        return sum;
    }
    [[nodiscard]] Bytes dead() const {
        Bytes sum{};
        for (const Index i : there())
            sum += archives[i].dead();
        return sum;
    }

    /// From the pipeline or the stock.
    Index store(Archive archive, Duration now) {
        archive.damage_number = stored_++;
        result.deletions.files += archive.files;
        result.deletions.bytes += archive.raw;
        result.reads.backfill_unread += archive.from_backfill ? 1U : 0U;
        return add(std::move(archive), now);
    }
    Index store_compacted(Archive archive, Duration now) {
        archive.damage_number = (std::uint64_t{1} << 40U) + compacted_++;
        change(&MonthlyLife::added, archive, now);
        return add(std::move(archive), now);
    }
    /// Its living files are in another one now.
    void move(Index from, Index to, Duration now) {
        archives[from].moved_to = to;
        archives[from].lived_when_moved = archives[from].living;
        for (const Index group : archives[from].groups) {
            groups[group].archive = to;
            archives[to].groups.push_back(group);
        }
        remove(archives[from], now);
    }

    /// So many of its files die.
    void let_die(Index at, std::uint64_t files, Bytes bytes, Duration now) {
        Archive& archive = archives[at];
        if (!archive.lies_there() || files == 0) return;
        const bool are_all = files >= archive.living;
        const std::uint64_t dying = std::min(files, archive.living);
        const Bytes dead = are_all ? archive.live : std::min(bytes, archive.live);
        result.deletions.files_deleted += dying;
        result.deletions.bytes_deleted += dead;
        if (are_all) return remove(archive, now);
        archive.living -= dying;
        archive.live -= dead;
        result.deletions.dead_most = std::max(result.deletions.dead_most, this->dead());
    }
    /// So many of a group die, each with the mean of what is left.
    void let_die_of(Index at, std::uint64_t files, Duration now) {
        Group& group = groups[at];
        const Bytes dying = files == group.files
                                ? group.bytes
                                : Bytes{group.bytes.count() / static_cast<std::int64_t>(group.files)};
        group.files -= files;
        group.bytes -= dying;
        let_die(group.archive, files, dying, now);
    }

    /// Somebody reads the whole archive; gives whether it was damaged.
    bool read(Index at, By by, Duration now) {
        Archive& archive = archives[at];
        if (!archive.lies_there()) return false;
        result.reads.reads += 1;
        note_read(archive, now);
        const std::optional<Duration> damaged = damaged_before(archive, now);
        if (!damaged) return false;
        count_damaged(*damaged);
        DamageOutcome& damage = result.damage;
        switch (by) {
            case By::audit:
                damage.found_by_audit += 1;
                break;
            case By::restore:
                damage.found_by_restore += 1;
                break;
            case By::restore_test:
                damage.found_by_restore_test += 1;
                break;
            case By::compaction:
                damage.found_by_compaction += 1;
                break;
        }
        unseen.push_back(now - *damaged);
        if (is_year_old(*damaged) && unseen.back() <= kYear) damage.found_within_year += 1;
        archive.whole_since = now;
        archive.repairs += 1;
        return true;
    }
    std::vector<Duration> unseen{};  ///< times from a damage to its finding

    /// An archive of a random file: each that lives is alike likely.
    [[nodiscard]] std::optional<Index> random_file(const random::Stream& stream, std::uint64_t n) const {
        constexpr std::uint64_t kAttempts = 64;
        const std::vector<Index> there = this->there();
        if (there.empty()) return std::nullopt;
        const std::uint64_t first = archives[there.front()].first_file;
        for (std::uint64_t attempt = 0; attempt < kAttempts; ++attempt) {
            const std::uint64_t file = first + stream.below((n << 20U) + attempt, files_ - first);
            for (const Index i : there) {
                const Archive& archive = archives[i];
                if (file >= archive.first_file && file - archive.first_file < archive.living) return i;
            }
        }
        std::uint64_t living = 0;
        for (const Index i : there)
            living += archives[i].living;
        std::uint64_t file = stream.below((n << 20U) + kAttempts, living);
        for (const Index i : there) {
            if (file < archives[i].living) return i;
            file -= archives[i].living;
        }
        return std::nullopt;
    }

    [[nodiscard]] MonthlyLife& month_of(Duration now) {
        const BillingPeriod month = BillingPeriod::containing(case_.start + now);
        const auto found = std::find_if(result.months.begin(), result.months.end(),
                                        [&](const MonthlyLife& other) { return other.month == month; });
        if (found != result.months.end()) return *found;
        return result.months.emplace_back(MonthlyLife{.month = month});
    }
    void retrieved(std::size_t tier, Bytes bytes, Duration now) {
        const Instant hour = std::chrono::floor<std::chrono::hours>(case_.start + now);
        std::vector<RetrievalUse>& uses = month_of(now).retrievals;
        auto use = std::find_if(uses.begin(), uses.end(), [&](const RetrievalUse& other) {
            return other.hour == hour && other.tier == tier;
        });
        if (use == uses.end()) use = uses.insert(use, {.hour = hour, .tier = tier});
        use->bytes += wide(bytes);
        use->archives += 1;
    }

    /// What can only be said at the end.
    void finish() {
        for (Duration t{}; t < case_.horizon; t += std::chrono::hours{24})
            static_cast<void>(month_of(t));
        std::sort(result.months.begin(), result.months.end(),
                  [](const MonthlyLife& a, const MonthlyLife& b) { return a.month < b.month; });
        result.deletions.dead_now = dead();
        result.bytes = bytes();
        for (const Index i : there())
            finish(archives[i]);
        result.damage.happened += result.damage.unseen_now;
    }

  private:
    static constexpr Duration kYear = std::chrono::hours{365 * 24};

    Index add(Archive archive, Duration now) {
        archive.first_file = files_;
        archive.living = archive.files;
        archive.live = archive.raw;
        archive.whole_since = now;
        files_ += archive.files;
        result.reads.archive_microseconds += static_cast<UInt128>((case_.horizon - now).count());
        archives.push_back(std::move(archive));
        return archives.size() - 1;
    }

    void remove(Archive& archive, Duration now) {
        result.deletions.archives_deleted += 1;
        result.reads.archive_microseconds -= static_cast<UInt128>((case_.horizon - now).count());
        change(&MonthlyLife::removed, archive, now);
        if (now - archive.stored < case_.life.minimum_duration) {
            result.deletions.archives_deleted_early += 1;
            DeletedArchives& deleted = month_of(now).deleted_early.emplace_back();
            deleted.at = case_.start + now;
            deleted.archives = 1;
            deleted.bytes = archive.bytes;
            deleted.archive_microseconds = static_cast<UInt128>((now - archive.stored).count());
            deleted.byte_time = archive.bytes * (now - archive.stored);
        }
        if (const auto damaged = damaged_before(archive, now)) {
            count_damaged(*damaged);
            result.damage.gone += 1;
        }
        note_read(archive, now);
        archive.living = 0;
        archive.live = Bytes{};
    }

    void change(VaultChange MonthlyLife::*which, const Archive& archive, Duration now) {
        MonthlyLife& month = month_of(now);
        const Duration rest = std::min(month.month.end() - case_.start, case_.horizon) - now;
        VaultChange& change = month.*which;
        change.archives += 1;
        change.bytes += archive.bytes;
        change.payload += archive.raw;
        change.stored += archive.bytes * rest;
        change.payload_time += archive.raw * rest;
        change.archive_microseconds += static_cast<UInt128>(rest.count());
    }

    /// One of the backfill that goes unread counts as read then.
    void note_read(Archive& archive, Duration now) {
        if (!archive.was_read && archive.from_backfill) {
            result.reads.backfill_unread -= 1;
            result.reads.backfill_read = now;
        }
        archive.was_read = true;
    }

    [[nodiscard]] std::optional<Duration> damaged_before(const Archive& archive, Duration now) const {
        if (!case_.life.mean_time_to_damage) return std::nullopt;
        const random::Stream times{case_.seed, "damage/times"};
        const std::uint64_t draw = times.at((archive.damage_number << 16U) + archive.repairs);
        const Duration damaged =
            archive.whole_since + random::exponential(draw, *case_.life.mean_time_to_damage);
        return damaged < now ? std::optional{damaged} : std::nullopt;
    }
    [[nodiscard]] bool is_year_old(Duration damaged) const { return case_.horizon - damaged >= kYear; }
    void count_damaged(Duration damaged) {
        result.damage.happened += 1;
        result.damage.year_old += is_year_old(damaged) ? 1U : 0U;
    }

    void finish(const Archive& archive) {
        result.archives += 1;
        result.deletions.files_living += archive.living;
        result.deletions.bytes_living += archive.live;
        result.reads.never_read += archive.was_read ? 0U : 1U;
        const std::optional<Duration> damaged = damaged_before(archive, case_.horizon);
        if (!damaged) return;
        result.damage.unseen_now += 1;
        result.damage.year_old += is_year_old(*damaged) ? 1U : 0U;
    }

    const Case& case_;
    std::uint64_t files_ = 0;
    std::uint64_t stored_ = 0;
    std::uint64_t compacted_ = 0;
};

}  // namespace firn::service::slow_life
