#pragma once

#include "core/backup/upload_calls.hpp"
#include "core/random/stream.hpp"
#include "core/service/file_traits.hpp"
#include "core/service/place_settings.hpp"
#include "core/service/service_result.hpp"
#include "tests/backup/slow_model.hpp"
#include "tests/service/slow_case.hpp"
#include "tests/service/slow_outages.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

/// The whole pipeline in its place, written for the reader, not for speed: after each event it searches all
/// there is for the next one. The engine must agree with it in every field. The rules are in
/// docs/backup-service.md; it is one file because they all meet in one state.
namespace firn::service::slow {

enum class Stage { away, in_line, at_work, in_pause, in_directory, stored, failed, vanished, lost };

struct File {
    OriginFile origin{};
    Count number = 0;
    bool backfill = false;
    Count group = 0;
    std::optional<Duration> keep{};  ///< what of its retention is known beforehand
    Count drive = 0;

    Stage stage = Stage::away;
    bool begun = false;
    Count first_begin = 0;
    Count failed_attempts = 0;
    Count until = kNotYet;  ///< end of its attempt or of its pause
    Count left = kNotYet;   ///< when it was stored, given up or found vanished
};

struct Directory {
    Count number = 0;
    Count opened = 0;
    bool backfill = false;
    Count group = 0;
    std::vector<std::size_t> files{};
};

struct Archive {
    Count number = 0;
    Count closed = 0;
    bool by_age = false;
    bool backfill = false;
    std::vector<std::size_t> files{};
    Count raw = 0;
    Count bytes = 0;
    Count billed = 0;
    Count calls = 0;

    Stage stage = Stage::in_line;
    Count failed_attempts = 0;
    Count until = kNotYet;  ///< end of its attempt or of its pause; of its calls, where it goes over the link
    bool on_link = false;
    UInt128 to_move = 0;  ///< bytes times 10^6 that are not over the link yet
    Count done = 0;
};

enum class Kind {
    workers_change,
    upload_ends,
    calls_end,
    transfer_ends,
    link_goes_out,
    link_comes_back,
    age_out,
    fetch_ends,
    file_pause_ends,
    archive_pause_ends,
    arrival
};

struct Event {
    Count at = kNotYet;
    int rank = 0;
    Count number = 0;
    Kind kind = Kind::arrival;
    std::size_t index = 0;  ///< of the file, archive or directory

    friend bool operator<(const Event& a, const Event& b) {
        return std::tie(a.at, a.rank, a.number) < std::tie(b.at, b.rank, b.number);
    }
};

class Pipeline {
  public:
    explicit Pipeline(const Case& of)
        : case_{of},
          store_outages_{of.place, {Resource::store}, of.seed},
          upload_outages_{of.place, {Resource::network, Resource::service}, of.seed} {
        for (const OriginFile& file : of.live) {
            add(file, false, files_.size());
        }
        backfill_begins_ = files_.size();
        if (of.backfill) {
            for (std::size_t i = 0; i < of.backfill->size(); ++i) {
                add((*of.backfill)[i], true, (Count{1} << 40U) + i);
            }
            put_on_drives();
        }
    }

    PipelineOutcome run() {
        settle();
        while (work_is_left()) {
            const std::optional<Event> event = next_event();
            if (!event) break;
            move_link_to(event->at);
            now_ = event->at;
            handle(*event);
            if (!concerns_the_link_alone(event->kind)) settle();
        }
        return outcome();
    }

    /// After run(): of the live files that arrived before that instant and were stored.
    backup::LatencySummary latency_of_arrivals_before(Count instant) const {
        std::vector<backup::slow::File> early = live_files(Stage::stored);
        early.erase(std::remove_if(early.begin(), early.end(),
                                   [&](const backup::slow::File& file) { return file.arrival >= instant; }),
                    early.end());
        return backup::slow::latency_of(early);
    }

  private:
    // Files as they come.

    void add(const OriginFile& origin, bool backfill, Count number) {
        File file{.origin = origin, .number = number, .backfill = backfill};
        file.keep = keep_of(number);
        file.group = group_of(file);
        if (backfill) {
            file.stage = Stage::in_line;
            backfill_line_.push_back(files_.size());
        }
        files_.push_back(file);
    }

    std::optional<Duration> keep_of(Count number) const {
        const Count draw = random::Stream{case_.seed, "deletions/entries"}.at(number) >> 32U;
        Count below = 0;
        for (const Deletions& entry : case_.traits.deletions) {
            below += entry.share.parts();
            if (draw < below) return entry.keep;
        }
        return std::nullopt;
    }

    Count group_of(const File& file) const {
        switch (case_.traits.group_by) {
            case GroupBy::arrival:
                return 0;
            case GroupBy::owner:
                return file.origin.owner;
            case GroupBy::prefix:
                return file.origin.prefix;
            case GroupBy::expiry:
                return file.keep
                           ? (file.origin.arrival + count_of(*file.keep)) / count_of(case_.traits.expiry_step)
                           : kNotYet;
        }
        return 0;
    }

    /// One drive after the other is filled in the order of the files.
    void put_on_drives() {
        if (!case_.place.drives) return;
        const Count each = count_of(case_.place.drives->each);
        Count drive = 0;
        Count filled = 0;
        for (std::size_t i = backfill_begins_; i < files_.size(); ++i) {
            File& file = files_[i];
            if (filled > 0 && file.origin.size > each - std::min(filled, each)) {
                ++drive;
                filled = 0;
            }
            filled += file.origin.size;
            file.drive = drive;
            if (!is_dead(drive)) continue;
            file.stage = Stage::lost;
            backfill_line_.erase(std::find(backfill_line_.begin(), backfill_line_.end(), i));
        }
        drives_ = drive + 1;
    }

    bool is_dead(Count drive) const {
        return case_.place.drives->dead.happens(random::Stream{case_.seed, "backfill/drives"}.at(drive));
    }

    /// Each drive takes the place that is free first. A dead one gives it back when it is mounted, another
    /// one when its files have left the line.
    Count mounted_at(Count drive) const {
        if (!case_.place.drives) return 0;
        const Count swap = count_of(case_.place.drives->swap_time);
        std::vector<Count> places(case_.place.drives->at_once);
        for (Count before = 0;; ++before) {
            Count& place = *std::min_element(places.begin(), places.end());
            if (before == drive || place == kNotYet) return place;
            const Count emptied = is_dead(before) ? place : when_left(before);
            place = emptied == kNotYet ? kNotYet : emptied + swap;
        }
    }

    Count when_left(Count drive) const {
        Count last = 0;
        for (std::size_t i = backfill_begins_; i < files_.size(); ++i) {
            const File& file = files_[i];
            if (file.drive != drive) continue;
            if (is_untouched(file)) return kNotYet;
            last = std::max(last, file.first_begin);
        }
        return last;
    }

    static bool is_untouched(const File& file) { return file.stage == Stage::in_line && !file.begun; }

    // Workers.

    Count workers(std::optional<std::uint32_t> WorkerChange::*pool, std::uint32_t at_first, Count t) const {
        const WorkerSchedule& schedule = case_.place.schedule;
        const Count time = schedule.daily ? t % kDay : t;
        std::optional<std::uint32_t> last;
        std::optional<std::uint32_t> last_of_all;
        for (const WorkerChange& change : schedule.changes) {
            if (!(change.*pool)) continue;
            last_of_all = change.*pool;
            if (count_of(change.at) <= time) last = change.*pool;
        }
        if (last) return *last;
        return schedule.daily && last_of_all ? *last_of_all : at_first;
    }
    Count fetchers(Count t) const { return workers(&WorkerChange::fetchers, case_.settings.fetchers, t); }
    Count uploaders(Count t) const { return workers(&WorkerChange::uploaders, case_.settings.uploaders, t); }

    Count next_change_of_workers() const {
        std::vector<Count> instants;
        for (const WorkerChange& change : case_.place.schedule.changes) {
            const Count at = count_of(change.at);
            instants.push_back(case_.place.schedule.daily ? now_ / kDay * kDay + at : at);
            if (case_.place.schedule.daily) instants.push_back(instants.back() + kDay);
        }
        Count next = kNotYet;
        for (const Count at : instants) {
            const bool differs = fetchers(at) != fetchers(now_) || uploaders(at) != uploaders(now_);
            if (at > now_ && differs) next = std::min(next, at);
        }
        return next;
    }

    Count share_of(Count workers_now) const {
        return std::max<Count>(1, (workers_now * case_.place.backfill_share.parts()) >> 32U);
    }

    template <class Item>
    static Count busy(const std::vector<Item>& items, bool only_backfill) {
        return static_cast<Count>(std::count_if(items.begin(), items.end(), [&](const Item& item) {
            return item.stage == Stage::at_work && (item.backfill || !only_backfill);
        }));
    }

    // The next event.

    std::optional<Event> next_event() {
        std::vector<Event> events;
        const auto add_event = [&](Count at, int rank, Count number, Kind kind, std::size_t index) {
            if (at != kNotYet) events.push_back({at, rank, number, kind, index});
        };
        add_event(next_change_of_workers(), 0, 0, Kind::workers_change, 0);
        const auto next_of_backfill = first_untouched();
        if (next_of_backfill && mounted_at(files_[*next_of_backfill].drive) > now_) {
            add_event(mounted_at(files_[*next_of_backfill].drive), 0, 1, Kind::workers_change, 0);
        }
        for (std::size_t i = 0; i < archives_.size(); ++i) {
            const Archive& archive = archives_[i];
            if (archive.stage == Stage::in_pause) {
                add_event(archive.until, 5, kNotYet, Kind::archive_pause_ends, i);
            } else if (archive.stage == Stage::at_work && archive.on_link) {
                add_event(end_on_link(archive), 2, archive.number, Kind::transfer_ends, i);
            } else if (archive.stage == Stage::at_work && case_.place.link) {
                add_event(archive.until, 2, archive.number, Kind::calls_end, i);
            } else if (archive.stage == Stage::at_work) {
                add_event(archive.until, 1, archive.number, Kind::upload_ends, i);
            }
        }
        if (on_link() > 0) {
            const Count resumed = upload_outages_.resume(now_);
            const Count out = resumed > now_ ? now_ : next_outage_of_link();
            add_event(link_is_out_ ? resumed : out, 2, kNotYet,
                      link_is_out_ ? Kind::link_comes_back : Kind::link_goes_out, 0);
        }
        for (std::size_t i = 0; i < directories_.size() && case_.settings.max_age; ++i) {
            add_event(directories_[i].opened + count_of(*case_.settings.max_age), 3, directories_[i].number,
                      Kind::age_out, i);
        }
        for (std::size_t i = 0; i < files_.size(); ++i) {
            const File& file = files_[i];
            if (file.stage == Stage::at_work) add_event(file.until, 4, file.number, Kind::fetch_ends, i);
            if (file.stage == Stage::in_pause) {
                add_event(file.until, 5, file.number, Kind::file_pause_ends, i);
            }
        }
        if (arrived_ < backfill_begins_) {
            add_event(files_[arrived_].origin.arrival, 6, arrived_, Kind::arrival, arrived_);
        }
        if (events.empty()) return std::nullopt;
        return *std::min_element(events.begin(), events.end());
    }

    bool work_is_left() const {
        return std::any_of(files_.begin(), files_.end(), [](const File& file) {
            return file.left == kNotYet && file.stage != Stage::lost;
        });
    }

    void handle(const Event& event) {
        switch (event.kind) {
            case Kind::workers_change:
                return;
            case Kind::link_comes_back:
                link_is_out_ = false;
                return;
            case Kind::upload_ends:
            case Kind::transfer_ends:
                return end_upload(archives_[event.index]);
            case Kind::calls_end:
                return begin_transfer(archives_[event.index]);
            case Kind::link_goes_out:
                return cut_transfers();
            case Kind::age_out:
                return close(event.index, true);
            case Kind::fetch_ends:
                return end_fetch(event.index);
            case Kind::file_pause_ends:
                files_[event.index].stage = Stage::in_line;
                line_of(files_[event.index].backfill).push_back(event.index);
                return;
            case Kind::archive_pause_ends:
                archives_[event.index].stage = Stage::in_line;
                upload_line_of(archives_[event.index].backfill).push_back(event.index);
                return;
            case Kind::arrival:
                files_[event.index].stage = Stage::in_line;
                live_line_.push_back(event.index);
                ++arrived_;
                return;
        }
    }

    static bool concerns_the_link_alone(Kind kind) {
        return kind == Kind::calls_end || kind == Kind::link_goes_out || kind == Kind::link_comes_back;
    }

    // After every other event: fetches, then uploads.

    void settle() {
        const bool is_held_up = begin_fetches();
        if (is_held_up && is_stuck()) make_room();
        close_what_is_complete();
        begin_uploads();
        longest_fetch_line_ = std::max(longest_fetch_line_, Count{live_line_.size()});
        longest_upload_line_ =
            std::max(longest_upload_line_, Count{live_uploads_.size() + backfill_uploads_.size()});
        note_end_of_backfill();
    }

    /// The oldest directory closes; if there is none, the first in line that lies on the disk goes ahead.
    void make_room() {
        if (!directories_.empty()) {
            ++closed_for_room_;
            return close(0, false);
        }
        for (const bool of_backfill : {false, true}) {
            for (const std::size_t i : line_of(of_backfill)) {
                if (!files_[i].begun) continue;
                leave_line(i);
                return begin_fetch(files_[i]);
            }
        }
    }

    /// Whether a fetcher is free, but the file that stands first does not fit.
    bool begin_fetches() {
        while (busy(files_, false) < fetchers(now_)) {
            const std::optional<std::size_t> first = first_in_line();
            if (!first) return false;
            File& file = files_[*first];
            if (!file.begun && file.keep && now_ >= file.origin.arrival + count_of(*file.keep)) {
                leave_line(*first);
                ++faults_.deleted_before_fetch;
                vanish(file);
                continue;
            }
            if (!file.begun && !fits(file)) return true;
            leave_line(*first);
            begin_fetch(file);
        }
        return false;
    }

    std::optional<std::size_t> first_untouched() const {
        for (const std::size_t i : backfill_line_) {
            if (is_untouched(files_[i])) return i;
        }
        return std::nullopt;
    }

    std::optional<std::size_t> first_in_line() const {
        if (!live_line_.empty()) return live_line_.front();
        if (busy(files_, true) >= share_of(fetchers(now_))) return std::nullopt;
        for (const std::size_t i : backfill_line_) {
            if (!is_untouched(files_[i]) || mounted_at(files_[i].drive) <= now_) return i;
        }
        return std::nullopt;
    }

    void leave_line(std::size_t i) {
        std::vector<std::size_t>& line = line_of(files_[i].backfill);
        line.erase(std::find(line.begin(), line.end(), i));
        if (!files_[i].begun) files_[i].first_begin = now_;
    }

    Count staging() const {
        Count used = 0;
        for (const File& file : files_) {
            used += file.begun && file.left == kNotYet ? file.origin.size : 0;
        }
        return used;
    }

    bool fits(const File& file) const {
        const Count used = staging();
        return !case_.place.staging || used == 0 || used + file.origin.size <= count_of(*case_.place.staging);
    }

    bool is_stuck() const {
        const auto is_moving = [](const auto& item) {
            return item.stage == Stage::at_work || item.stage == Stage::in_pause;
        };
        return std::none_of(files_.begin(), files_.end(), is_moving) &&
               std::none_of(archives_.begin(), archives_.end(), is_moving) && live_uploads_.empty() &&
               backfill_uploads_.empty();
    }

    // A fetch.

    bool has_vanished(const File& file) const {
        return case_.place.faults.vanished.happens(
            random::Stream{case_.seed, "backup/vanished"}.at(file.number));
    }

    void begin_fetch(File& file) {
        file.stage = Stage::at_work;
        file.begun = true;
        ++faults_.fetch_attempts;
        const Count transfer =
            has_vanished(file) ? 0 : transfer_time(file.origin.size, case_.settings.fetch_rate);
        file.until = store_outages_.end_of(now_, count_of(case_.settings.fetch_latency) + transfer);
        staging_most_ = std::max(staging_most_, staging());
    }

    void end_fetch(std::size_t i) {
        File& file = files_[i];
        if (has_vanished(file)) return vanish(file);
        const Count attempt = file.failed_attempts + 1;
        if (!fails("fetch", case_.place.faults.fetch_failure, file.number, attempt)) {
            file.stage = Stage::in_directory;
            return join_directory(i);
        }
        ++faults_.fetch_attempts_failed;
        file.failed_attempts = attempt;
        if (attempt < case_.place.faults.retry.attempts) {
            file.stage = Stage::in_pause;
            file.until = now_ + pause("fetch", file.number, attempt);
            return;
        }
        file.stage = Stage::failed;
        file.left = now_;
        ++faults_.files_given_up;
    }

    void vanish(File& file) {
        file.stage = Stage::vanished;
        file.left = now_;
        ++faults_.files_vanished;
    }

    bool fails(const std::string& what, random::Chance chance, Count number, Count attempt) const {
        return chance.happens(
            random::Stream{case_.seed, "backup/" + what + "-failures"}.at(number * 64 + attempt));
    }

    Count pause(const std::string& what, Count number, Count attempt) const {
        const RetryPolicy& retry = case_.place.faults.retry;
        const UInt128 doubled = static_cast<UInt128>(count_of(retry.pause)) << (attempt - 1);
        const Count whole = static_cast<Count>(std::min<UInt128>(doubled, count_of(retry.longest_pause)));
        const Count most_off = static_cast<Count>(static_cast<UInt128>(whole) * retry.jitter.parts() >> 32U);
        const Count draw = random::Stream{case_.seed, "backup/" + what + "-pauses"}.at(number * 64 + attempt);
        return whole - static_cast<Count>(static_cast<UInt128>(draw) * (most_off + 1) >> 64U);
    }

    // Directories.

    void join_directory(std::size_t i) {
        const File& file = files_[i];
        const bool alone = case_.settings.packing == backup::Packing::each_alone ||
                           (case_.place.bundling.alone_above &&
                            file.origin.size > count_of(*case_.place.bundling.alone_above));
        if (alone) {
            add_archive({.backfill = file.backfill, .files = {i}}, file.origin.size);
            return;
        }
        auto directory = std::find_if(directories_.begin(), directories_.end(), [&](const Directory& open) {
            return open.backfill == file.backfill && open.group == file.group;
        });
        if (directory == directories_.end()) {
            directories_.push_back({.number = directories_opened_++,
                                    .opened = now_,
                                    .backfill = file.backfill,
                                    .group = file.group});
            directory = directories_.end() - 1;
        }
        directory->files.push_back(i);
        Count raw = 0;
        for (const std::size_t other : directory->files) {
            raw += files_[other].origin.size;
        }
        if (raw >= count_of(case_.settings.bundle_size)) {
            close(static_cast<std::size_t>(directory - directories_.begin()), false);
        }
    }

    void close(std::size_t index, bool by_age) {
        const Directory directory = directories_[index];
        directories_.erase(directories_.begin() + static_cast<std::ptrdiff_t>(index));
        Count tar = 1024;
        for (const std::size_t i : directory.files) {
            tar += 512 + (files_[i].origin.size + 511) / 512 * 512;
        }
        add_archive({.by_age = by_age, .backfill = directory.backfill, .files = directory.files}, tar);
    }

    void add_archive(Archive archive, Count uncompressed) {
        const auto same_origin = [&](const Archive& other) { return other.backfill == archive.backfill; };
        archive.number = static_cast<Count>(std::count_if(archives_.begin(), archives_.end(), same_origin)) +
                         (archive.backfill ? Count{1} << 40U : 0);
        archive.closed = now_;
        for (const std::size_t i : archive.files) {
            archive.raw += files_[i].origin.size;
        }
        archive.bytes =
            static_cast<Count>(ceil_of(case_.place.bundling.compression.share() * Rational{uncompressed}));
        const backup::UploadCalls calls{case_.settings};
        archive.billed = *calls.billed(bytes_of(archive.bytes));
        archive.calls = calls.waited_for(bytes_of(archive.bytes), archive.billed);
        upload_line_of(archive.backfill).push_back(archives_.size());
        archives_.push_back(archive);
    }

    /// Without a largest age directories close when no file can come any more.
    void close_what_is_complete() {
        if (case_.settings.max_age) return;
        for (const bool of_backfill : {false, true}) {
            const bool more_may_come = std::any_of(files_.begin(), files_.end(), [&](const File& file) {
                return file.backfill == of_backfill && file.stage <= Stage::in_pause;
            });
            if (more_may_come) continue;
            for (std::size_t i = 0; i < directories_.size();) {
                if (directories_[i].backfill == of_backfill) {
                    close(i, false);
                } else {
                    ++i;
                }
            }
        }
    }

    // An upload.

    void begin_uploads() {
        while (busy(archives_, false) < uploaders(now_)) {
            const bool from_backfill = live_uploads_.empty();
            std::vector<std::size_t>& line = upload_line_of(from_backfill);
            if (line.empty()) return;
            if (from_backfill && busy(archives_, true) >= share_of(uploaders(now_))) return;
            Archive& archive = archives_[line.front()];
            line.erase(line.begin());
            begin_upload(archive);
        }
    }

    void begin_upload(Archive& archive) {
        archive.stage = Stage::at_work;
        ++faults_.upload_attempts;
        upload_requests_ += archive.calls;
        const Count waiting = archive.calls * count_of(case_.settings.upload_latency);
        const Count transfer =
            case_.place.link ? 0 : transfer_time(archive.bytes, case_.settings.upload_rate);
        archive.until = upload_outages_.end_of(now_, waiting + transfer);
    }

    void begin_transfer(Archive& archive) {
        archive.on_link = true;
        archive.to_move = static_cast<UInt128>(archive.bytes) * 1'000'000;
    }

    void cut_transfers() {
        link_is_out_ = true;
        for (Archive& archive : archives_) {
            if (archive.on_link && archive.to_move > 0) begin_transfer(archive);
        }
    }

    Count on_link() const {
        return static_cast<Count>(std::count_if(archives_.begin(), archives_.end(),
                                                [](const Archive& archive) { return archive.on_link; }));
    }

    /// Bytes a second that each of the transfers moves; 0 in an outage.
    Count link_rate() {
        if (on_link() == 0 || link_is_out_) return 0;
        const auto link = static_cast<Count>(case_.place.link->bytes_per_second());
        const auto own = static_cast<Count>(case_.settings.upload_rate.bytes_per_second());
        return std::max<Count>(1, std::min(own, link / on_link()));
    }

    void move_link_to(Count t) {
        const Count rate = link_rate();
        for (Archive& archive : archives_) {
            if (!archive.on_link) continue;
            archive.to_move -= std::min(archive.to_move, static_cast<UInt128>(rate) * (t - now_));
        }
    }

    Count end_on_link(const Archive& archive) {
        const Count rate = link_rate();
        if (archive.to_move == 0) return now_;
        return rate == 0 ? kNotYet : now_ + static_cast<Count>((archive.to_move + rate - 1) / rate);
    }

    Count next_outage_of_link() {
        Count last = now_;
        for (const Archive& archive : archives_) {
            if (archive.on_link) last = std::max(last, end_on_link(archive));
        }
        return upload_outages_.next_begin(now_, last + 1);
    }

    void end_upload(Archive& archive) {
        archive.on_link = false;
        const Count attempt = archive.failed_attempts + 1;
        if (!fails("upload", case_.place.faults.upload_failure, archive.number, attempt)) {
            archive.stage = Stage::stored;
            archive.done = now_;
            return leave_with(archive, Stage::stored);
        }
        ++faults_.upload_attempts_failed;
        archive.failed_attempts = attempt;
        if (attempt < case_.place.faults.retry.attempts) {
            archive.stage = Stage::in_pause;
            archive.until = now_ + pause("upload", archive.number, attempt);
            return;
        }
        archive.stage = Stage::failed;
        ++faults_.archives_given_up;
        faults_.files_in_archives_given_up += archive.files.size();
        leave_with(archive, Stage::failed);
    }

    void leave_with(const Archive& archive, Stage stage) {
        for (const std::size_t i : archive.files) {
            files_[i].stage = stage;
            files_[i].left = now_;
        }
    }

    void note_end_of_backfill() {
        const bool is_left = std::any_of(files_.begin(), files_.end(), [](const File& file) {
            return file.backfill && file.left == kNotYet && file.stage != Stage::lost;
        });
        if (case_.backfill && !is_left && !backfill_done_) backfill_done_ = now_;
    }

    // The result.

    std::vector<backup::slow::File> live_files(Stage stage) const {
        std::vector<backup::slow::File> chosen;
        for (const File& file : files_) {
            if (file.backfill || file.stage != stage) continue;
            chosen.push_back({.arrival = file.origin.arrival, .size = file.origin.size, .done = file.left});
        }
        return chosen;
    }

    PipelineOutcome outcome() const {
        PipelineOutcome outcome;
        outcome.replay = replay_result();
        std::tie(outcome.files, outcome.bytes) = states(false);
        outcome.faults = faults_;
        outcome.fetchers = {.workers = static_cast<std::uint32_t>(fetchers(0)),
                            .longest_line = longest_fetch_line_};
        outcome.uploaders = {.workers = static_cast<std::uint32_t>(uploaders(0)),
                             .longest_line = longest_upload_line_};
        outcome.staging_most = bytes_of(staging_most_);
        outcome.closed_for_room = closed_for_room_;
        for (const File& file : files_) {
            if (file.backfill || file.left == kNotYet) continue;
            outcome.oldest_unprotected =
                std::max(outcome.oldest_unprotected, duration_of(file.left - file.origin.arrival));
        }
        if (case_.backfill) outcome.backfill = backfill_outcome();
        return outcome;
    }

    std::pair<FileStates, ByteStates> states(bool of_backfill) const {
        FileStates files;
        ByteStates bytes;
        const auto count = [](const File& file, std::uint64_t& of_files, Bytes& of_bytes) {
            of_files += 1;
            of_bytes += bytes_of(file.origin.size);
        };
        for (const File& file : files_) {
            const bool is_not_there = file.stage == Stage::away || file.stage == Stage::lost;
            if (file.backfill != of_backfill || is_not_there) continue;
            if (file.backfill && is_untouched(file)) continue;
            count(file, files.arrived, bytes.arrived);
            if (file.stage == Stage::stored) {
                count(file, files.stored, bytes.stored);
            } else if (file.stage == Stage::failed) {
                count(file, files.failed, bytes.failed);
            } else if (file.stage == Stage::vanished) {
                count(file, files.vanished, bytes.vanished);
            } else {
                count(file, files.waiting, bytes.waiting);
            }
        }
        return {files, bytes};
    }

    backup::ReplayResult replay_result() const {
        backup::ReplayResult result;
        result.bundle_size = case_.settings.bundle_size;
        result.max_age = case_.settings.max_age;
        result.upload_requests = upload_requests_;
        result.latency = backup::slow::latency_of(live_files(Stage::stored));
        std::vector<backup::slow::File> left = live_files(Stage::stored);
        for (const Stage stage : {Stage::failed, Stage::vanished}) {
            const auto more = live_files(stage);
            left.insert(left.end(), more.begin(), more.end());
        }
        result.at_risk = backup::slow::at_risk_of(left);
        for (const File& file : files_) {
            if (!file.backfill && file.begun) result.fetch_wait_sum += file.first_begin - file.origin.arrival;
        }
        std::vector<backup::slow::Archive> stored;
        for (const Archive& archive : archives_) {
            count_closed(archive, result);
            if (archive.stage != Stage::stored) continue;
            count_stored(archive, result);
            backup::slow::Archive& usage = stored.emplace_back();
            usage.raw = archive.raw;
            usage.bytes = archive.bytes;
            usage.billed = archive.billed;
            usage.done = archive.done;
        }
        result.months = backup::slow::usage_of(case_.options, stored);
        const Duration horizon = result.months.back().month.end() - case_.options.start;
        for (const Archive& archive : archives_) {
            const bool is_past = archive.stage == Stage::stored && archive.done >= count_of(horizon);
            result.archives_past_horizon += is_past ? 1 : 0;
        }
        return result;
    }

    void count_closed(const Archive& archive, backup::ReplayResult& result) const {
        backup::HourOfDay& hour =
            result.hours.at(backup::slow::hour_of_day(case_.options.start, archive.closed));
        hour.archives += 1;
        hour.closed_by_age += archive.by_age ? 1 : 0;
        hour.raw_bytes += bytes_of(archive.raw);
    }

    static void count_stored(const Archive& archive, backup::ReplayResult& result) {
        using random::mix;
        result.files += archive.files.size();
        result.archives += 1;
        result.closed_by_age += archive.by_age ? 1 : 0;
        result.raw_bytes += bytes_of(archive.raw);
        result.archive_bytes += bytes_of(archive.bytes);
        result.billed_bytes += bytes_of(archive.bytes + 32768);
        result.makespan = std::max(result.makespan, duration_of(archive.done));
        result.fingerprint += mix(mix(mix(archive.closed) + archive.done) + archive.bytes);
        result.restore_read += static_cast<UInt128>(archive.bytes) * archive.files.size();
    }

    BackfillOutcome backfill_outcome() const {
        BackfillOutcome outcome;
        std::tie(outcome.files, outcome.bytes) = states(true);
        outcome.archives = static_cast<std::uint64_t>(std::count_if(
            archives_.begin(), archives_.end(),
            [](const Archive& archive) { return archive.backfill && archive.stage == Stage::stored; }));
        if (backfill_done_) outcome.done = duration_of(*backfill_done_);
        for (Count drive = 0; drive < drives_; ++drive) {
            outcome.dead_drives += is_dead(drive) ? 1U : 0U;
        }
        for (const File& file : files_) {
            if (file.stage != Stage::lost) continue;
            outcome.files_on_dead_drives += 1;
            outcome.bytes_on_dead_drives += bytes_of(file.origin.size);
        }
        std::vector<backup::slow::File> meanwhile;
        std::vector<backup::slow::File> afterwards;
        for (const backup::slow::File& file : live_files(Stage::stored)) {
            const bool is_early = !backfill_done_ || file.arrival < *backfill_done_;
            (is_early ? meanwhile : afterwards).push_back(file);
        }
        outcome.live_meanwhile = backup::slow::latency_of(meanwhile);
        outcome.live_afterwards = backup::slow::latency_of(afterwards);
        return outcome;
    }

    std::vector<std::size_t>& line_of(bool backfill) { return backfill ? backfill_line_ : live_line_; }
    std::vector<std::size_t>& upload_line_of(bool backfill) {
        return backfill ? backfill_uploads_ : live_uploads_;
    }

    static constexpr Count kDay = Count{86'400} * 1'000'000;

    const Case& case_;
    Outages store_outages_;
    Outages upload_outages_;
    Count now_ = 0;

    /// The live ones in order of arrival, then the backfill's.
    std::vector<File> files_;
    std::size_t backfill_begins_ = 0;
    std::size_t arrived_ = 0;
    Count drives_ = 0;
    std::vector<Directory> directories_;
    Count directories_opened_ = 0;
    std::vector<Archive> archives_;
    std::vector<std::size_t> live_line_;
    std::vector<std::size_t> backfill_line_;
    std::vector<std::size_t> live_uploads_;
    std::vector<std::size_t> backfill_uploads_;

    FaultCounts faults_;
    bool link_is_out_ = false;
    Count upload_requests_ = 0;
    Count staging_most_ = 0;
    Count closed_for_room_ = 0;
    Count longest_fetch_line_ = 0;
    Count longest_upload_line_ = 0;
    std::optional<Count> backfill_done_;
};

inline PipelineOutcome run(const Case& of) { return Pipeline{of}.run(); }

}  // namespace firn::service::slow
