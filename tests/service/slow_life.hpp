#pragma once

#include "core/random/exponential.hpp"
#include "core/random/stream.hpp"
#include "core/service/life_result.hpp"
#include "core/service/retrieval_range.hpp"
#include "core/units/billing_period.hpp"
#include "tests/service/slow_case.hpp"
#include "tests/service/slow_life_case.hpp"
#include "tests/service/slow_life_events.hpp"
#include "tests/service/slow_line.hpp"
#include "tests/service/slow_outages.hpp"
#include "tests/service/slow_vault.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

/// What happens to stored archives, written for the reader, not for speed: whoever waits, stands or lies
/// somewhere is searched for. The engine must agree with it in every figure. The rules are in
/// docs/backup-service.md; it is one file because they all meet in one state.
namespace firn::service::slow_life {

/// A file that a trace names, once it is stored.
struct Traced {
    Index archive = 0;
    FilePlace place{};
    bool lives = true;
    std::optional<Index> group{};
};

class Simulation {
  public:
    explicit Simulation(const Case& of)
        : case_{of},
          life_{of.life},
          vault_{of},
          outages_{of.place, {Resource::network, Resource::service}, of.seed} {}

    LifeResult run() {
        begin();
        for (const ArchiveToCome& archive : case_.archives) {
            if (archive.stored >= case_.horizon) break;
            run_until(archive.stored);
            pass(archive.stored);
            store(archive);
        }
        run_until(case_.horizon);
        return result();
    }

  private:
    // Events.

    void plan(Duration at, Kind kind, std::function<void()> what) { events_.plan(at, kind, std::move(what)); }
    void run_until(Duration end) {
        while (events_.next() < end) {
            pass(events_.next());
            events_.happen_first();
        }
    }
    void pass(Duration t) {
        now_ = t;
        if (t < next_midnight_) return;
        stored_at_midnight_ = vault_.bytes();
        next_midnight_ = (t / kDay + 1) * kDay;
    }
    [[nodiscard]] Duration resume(Duration t) {
        return slow::duration_of(outages_.resume(slow::count_of(t)));
    }
    [[nodiscard]] Duration end_of(Duration begin, Duration length) {
        return slow::duration_of(outages_.end_of(slow::count_of(begin), slow::count_of(length)));
    }
    [[nodiscard]] random::Stream stream(const std::string& name) const { return {case_.seed, name}; }
    [[nodiscard]] Duration wait_of(const std::string& process, std::uint64_t n, std::size_t tier) const {
        const RetrievalTier& bounds = life_.retrieval.tiers[tier];
        return Duration{stream("retrieval/" + process + "/times")
                            .between(n, bounds.shortest.count(), bounds.longest.count())};
    }

    void begin() {
        for (const Restore& restore : life_.restores) {
            Line& line = open(restore.name, restore);
            if (restore.origin == Restore::Origin::rate) plan_random(line, 0, restore.from);
            if (restore.origin == Restore::Origin::trace) plan_traced(line, 0);
            if (restore.origin != Restore::Origin::batch) continue;
            plan(restore.at + life_.retrieval.lookup, Kind::request, [this, &line] { ask_for_batch(line); });
        }
        if (life_.restore_test) {
            for (const char* const to : {"restore-test/store", "restore-test/s3"})
                open(to, {.tier = life_.restore_test->tier, .within = life_.restore_test->within}).by =
                    By::restore_test;
            lines_.back().restore.destination = Destination::region;
        }
        if (life_.audit) plan(life_.audit->every, Kind::audit, [this] { plan_audit(1); });
        for (const WatchedDeletion& deletion : life_.watched_deletions)
            plan(deletion.at, Kind::traced_file_dies, [this, &deletion] { die_by_trace(deletion.key); });
        const bool begins_with_month = BillingPeriod::containing(case_.start).begin() == case_.start;
        months_begun_ = begins_with_month ? 0 : 1;
        for (Duration t{}; t < case_.horizon; t += kDay) {
            const BillingPeriod month = BillingPeriod::containing(case_.start + t);
            if (month.begin() != case_.start + t) continue;
            plan(t, Kind::month_begins, [this] { begin_month(); });
        }
        for (const StandingArchives& standing : case_.standing)
            add_standing(standing);
    }
    Line& open(const std::string& name, const Restore& restore) {
        lines_.push_back({.name = name, .restore = restore, .counts = {.name = name}});
        if (restore.pacing == Pacing::bytes_per_hour) {
            lines_.back().hour_amount = Rational{restore.bytes_per_hour.count()};
        }
        return lines_.back();
    }

    // Archives come.

    void add_standing(const StandingArchives& standing) {
        const auto all = static_cast<std::uint64_t>(standing.stored.count());
        count_unknown(standing);
        for (std::uint64_t i = 0; i < standing.archives; ++i) {
            const bool has_one_more = i < all % standing.archives;
            const auto bytes = static_cast<std::int64_t>(all / standing.archives + (has_one_more ? 1 : 0));
            const Index at = vault_.store({.stored = -standing.age,
                                           .bytes = Bytes{bytes},
                                           .raw = Bytes{bytes},
                                           .files = 1,
                                           .representative = {Bytes{}, Bytes{bytes}}},
                                          Duration{});
            const std::uint64_t unknown = standing.archives - standing.owners.size();
            select_standing(at, Bytes{bytes},
                            i < unknown ? std::nullopt : std::optional{standing.owners[i - unknown]});
            const auto entry = entry_of(stream("deletions/standing").at(standing_++) >> 32U);
            const std::uint64_t draw = life_draws_++;
            if (i + standing.watched.size() >= standing.archives) {
                const auto key = standing.watched[i + standing.watched.size() - standing.archives];
                if (key != kNotWatched) {
                    const auto dies = static_cast<std::uint8_t>(entry.value_or(kLivesOn));
                    store_traced(at, {key, Bytes{}, Bytes{bytes}, -standing.age, dies}, draw);
                    continue;
                }
            }
            if (!entry) continue;
            add_group({.archive = at, .entry = entry, .files = 1, .bytes = Bytes{bytes}, .next_draw = draw},
                      -standing.age);
        }
    }
    void count_unknown(const StandingArchives& standing) {
        bool owners_count = false;
        bool keys_count = !life_.watched_deletions.empty();
        for (const Restore& restore : life_.restores) {
            owners_count = owners_count || restore.standing_owner;
            keys_count = keys_count || restore.origin == Restore::Origin::trace;
        }
        if (owners_count) vault_.result.standing_owners_unknown += standing.archives - standing.owners.size();
        if (keys_count) vault_.result.standing_keys_unknown += standing.archives - standing.watched.size();
    }
    /// Each restore of a share may take it; nobody else knows of the archive what it holds.
    void select_standing(Index at, Bytes bytes, std::optional<std::uint64_t> owner) {
        for (Line& line : lines_) {
            const Restore& restore = line.restore;
            const std::uint64_t draw =
                stream("restores/" + line.name + "/selection").at((std::uint64_t{1} << 41U) + standing_);
            const bool is_selected = restore.standing_owner ? owner && *owner == *restore.standing_owner
                                                            : restore.standing_share.happens(draw);
            if (restore.origin == Restore::Origin::batch && restore.selection && is_selected)
                line.standing.push_back({at, bytes});
        }
    }
    [[nodiscard]] std::optional<std::uint32_t> entry_of(std::uint64_t draw) const {
        std::uint64_t below = 0;
        for (std::uint32_t entry = 0; entry < life_.deletions.size(); ++entry) {
            below += life_.deletions[entry].share.parts();
            if (draw < below) return entry;
        }
        return std::nullopt;
    }

    void store(const ArchiveToCome& coming) {
        overwrite(coming);
        const Index at = vault_.store({.stored = coming.stored,
                                       .bytes = coming.bytes,
                                       .raw = coming.raw,
                                       .files = coming.files,
                                       .representative = coming.representative,
                                       .from_backfill = coming.from_backfill,
                                       .selected = coming.selected},
                                      now_);
        std::uint64_t draw = life_draws_;
        life_draws_ += coming.files;
        for (const DyingFiles& dying : coming.dying) {
            add_group({.archive = at,
                       .entry = dying.entry,
                       .files = dying.files,
                       .bytes = dying.bytes,
                       .next_draw = draw},
                      dying.last_arrival);
            draw += dying.files;
        }
        for (const WatchedFile& file : coming.watched)
            store_traced(at, file, draw++);
    }
    void store_traced(Index at, const WatchedFile& file, std::uint64_t draw) {
        Traced& traced = traced_[file.key] = {.archive = at, .place = {file.offset, file.size}};
        if (life_.deletions.empty()) return;
        Group group{.archive = at, .key = file.key, .files = 1, .bytes = file.size, .next_draw = draw};
        if (file.entry != kLivesOn) group.entry = file.entry;
        traced.group = vault_.groups.size();
        add_group(group, file.arrival);
    }

    // Files die.

    void add_group(const Group& group, Duration last_arrival) {
        const Index at = vault_.groups.size();
        vault_.groups.push_back(group);
        vault_.archives[group.archive].groups.push_back(at);
        if (!group.entry) return;
        const Deletions& deletion = life_.deletions[*group.entry];
        if (!deletion.keep) return plan_death(at);
        plan(std::max(now_, last_arrival + *deletion.keep), Kind::files_die,
             [this, at] { die(at, vault_.groups[at].files); });
    }
    /// The first of n exponential lives ends after an exponential time with an n-th of their mean.
    void plan_death(Index at) {
        Group& group = vault_.groups[at];
        const Duration mean =
            *life_.deletions[*group.entry].mean_life / static_cast<std::int64_t>(group.files);
        group.lived_when_planned = group.files;
        const std::uint64_t draw = stream("deletions/lives").at(group.next_draw++);
        plan(now_ + random::exponential(draw, mean), Kind::files_die, [this, at] { die_at_random(at); });
    }
    void die_at_random(Index at) {
        const std::uint64_t living = vault_.groups[at].files;
        const std::uint64_t lived = vault_.groups[at].lived_when_planned;
        if (living == 0) return;
        const bool is_of_the_living =
            living == lived || stream("deletions/living").below(living_draws_++, lived) < living;
        if (is_of_the_living) die(at, 1);
        if (vault_.groups[at].files > 0) plan_death(at);
    }
    void die(Index at, std::uint64_t files) {
        if (files == 0) return;
        const Group& group = vault_.groups[at];
        vault_.let_die_of(at, files, now_);
        if (group.key) traced_[*group.key].lives = false;
        look_whether_to_compact(group.archive);
    }
    void die_by_trace(std::uint32_t key) {
        const auto found = traced_.find(key);
        if (found == traced_.end() || !lives(found->second)) {
            ++vault_.result.deletions.unmatched;
            return;
        }
        Traced& traced = found->second;
        if (traced.group) return die(*traced.group, 1);
        traced.lives = false;
        vault_.let_die(traced.archive, 1, traced.place.size, now_);
        look_whether_to_compact(traced.archive);
    }
    /// Compaction may have brought it nearer to the begin of its archive.
    [[nodiscard]] FilePlace place_of(const Traced& traced) const {
        const FilePlace& place = traced.place;
        const Archive& archive = vault_.archives[traced.archive];
        const Bytes last = archive.bytes - left_of(place.size, archive);
        return {std::min(place.offset, std::max(Bytes{}, last)), place.size};
    }
    [[nodiscard]] bool lives(const Traced& traced) const {
        return traced.lives && vault_.archives[traced.archive].lies_there();
    }

    void overwrite(const ArchiveToCome& coming) {
        if (coming.from_backfill || life_.overwrites.is_zero()) return;
        for (std::uint32_t i = 0; i < coming.files; ++i) {
            if (!life_.overwrites.happens(stream("changes/overwritten").at(live_stored_++))) continue;
            const auto archive = vault_.random_file(stream("changes/files"), overwrites_++);
            if (!archive) continue;
            ++vault_.result.deletions.overwritten;
            overwrite_one_of(*archive);
        }
    }
    void overwrite_one_of(Index at) {
        const Archive& archive = vault_.archives[at];
        std::uint64_t others = archive.living;
        Bytes bytes = archive.live;
        if (!life_.deletions.empty()) {
            std::uint64_t place = stream("deletions/places").below(places_++, archive.living);
            for (const Index group : archive.groups) {
                const std::uint64_t files = vault_.groups[group].files;
                if (place < files) return die(group, 1);
                place -= files;
                others -= files;
                bytes -= vault_.groups[group].bytes;
            }
        }
        vault_.let_die(at, 1, Bytes{bytes.count() / static_cast<std::int64_t>(others)}, now_);
        look_whether_to_compact(at);
    }

    // Compaction.

    void look_whether_to_compact(Index at) {
        Archive& archive = vault_.archives[at];
        if (!life_.compaction || !archive.lies_there() || archive.in_compaction) return;
        const UInt128 limit = wide(archive.raw) * life_.compaction->dead_share.parts();
        if (wide(archive.dead()) << 32U <= limit) return;
        archive.in_compaction = true;
        const Duration begin = resume(now_);
        if (begin == now_) return retrieve_to_compact(at);
        plan(begin, Kind::compaction_begins, [this, at] { retrieve_to_compact(at); });
    }
    void retrieve_to_compact(Index at) {
        const Archive& archive = vault_.archives[at];
        if (!archive.lies_there()) return;
        CompactionOutcome& counts = vault_.result.compaction;
        counts.bytes_read += wide(archive.bytes);
        vault_.retrieved(life_.compaction->tier, archive.bytes, now_);
        const Duration wait = wait_of("compaction", counts.archives++, life_.compaction->tier);
        plan(now_ + wait, Kind::compaction_reads, [this, at] { read_to_compact(at); });
    }
    void read_to_compact(Index at) {
        if (!vault_.archives[at].lies_there()) return;
        vault_.read(at, By::compaction, now_);
        if (olds_.empty()) {
            plan((now_ / kDay + 1) * kDay, Kind::compaction_closes,
                 [this, directory = directory_] { close_compaction(directory); });
        }
        olds_.push_back(at);
        filled_ += vault_.archives[at].live;
        if (filled_ >= case_.bundle_size) close_compaction(directory_);
    }
    void close_compaction(std::uint64_t directory) {
        if (directory != directory_) return;
        ++directory_;
        filled_ = Bytes{};
        const std::vector<Index> olds = std::exchange(olds_, {});
        const Archive together = compacted(olds);
        if (together.files == 0) return;
        CompactionOutcome& counts = vault_.result.compaction;
        counts.new_archives += 1;
        counts.new_bytes += wide(together.bytes);
        counts.live_bytes += wide(together.raw);
        const Index to = vault_.store_compacted(together, now_);
        for (const Index old : olds) {
            if (vault_.archives[old].lies_there()) move(old, to);
        }
    }
    Archive compacted(const std::vector<Index>& olds) {
        Archive together{.stored = now_};
        for (const Index old : olds) {
            const Archive& archive = vault_.archives[old];
            if (!archive.lies_there()) continue;
            together.files += archive.living;
            const Bytes part = archive.bytes_of_living();
            if (stream("compaction/representatives").below(represented_++, together.files) < archive.living) {
                // Dead files before it are gone: at most so far into its part.
                const FilePlace& place = archive.representative;
                const Bytes within = std::max(Bytes{}, part - left_of(place.size, archive));
                together.representative = {together.bytes + std::min(place.offset, within), place.size};
            }
            together.bytes += part;
            together.raw += archive.live;
        }
        return together;
    }
    void move(Index from, Index to) {
        vault_.move(from, to, now_);
        for (auto& [key, traced] : traced_) {
            if (traced.archive == from) traced.archive = to;
        }
        const std::vector<Shared> newest_first{retrievals_.rbegin(), retrievals_.rend()};
        for (const Shared& retrieval : newest_first) {
            if (retrieval->archive == from && retrieval->stage == Stage::stands) follow(retrieval);
        }
    }
    /// A retrieval that stands in line for a part of what is another archive now.
    void follow(const Shared& retrieval) {
        const Archive& old = vault_.archives[retrieval->archive];
        for (Waiter& waiter : retrieval->waiters) {
            if (waiter.files <= old.lived_when_moved) continue;
            lose(waiter, waiter.files - old.lived_when_moved);
            waiter.bytes = narrow(wide(waiter.bytes) * old.lived_when_moved / waiter.files);
            waiter.files = old.lived_when_moved;
        }
        retrieval->archive = *old.moved_to;
        retrieval->range = {{}, vault_.archives[retrieval->archive].bytes};
        retrieval->whole = true;
        for (const Shared& other : retrievals_) {
            const bool is_same = other != retrieval && other->archive == retrieval->archive && other->whole &&
                                 other->tier == retrieval->tier;
            if (!is_same || (other->stage != Stage::stands && other->stage != Stage::started)) continue;
            for (const Waiter& waiter : retrieval->waiters) {
                waiter.line->counts.joined += 1;
                other->waiters.push_back(waiter);
            }
            retrieval->stage = Stage::given_up;
            return;
        }
    }

    // Requests.

    void plan_random(Line& line, std::uint64_t n, Duration before) {
        const Restore& restore = line.restore;
        const Duration gap =
            random::exponential(stream("restores/" + line.name + "/gaps").at(n), restore.mean_gap);
        const Duration made = before + gap;
        if (made >= restore.until.value_or(case_.horizon)) return;
        plan(made + life_.retrieval.lookup, Kind::request,
             [this, &line, n, made] { ask_at_random(line, n, made); });
    }
    void ask_at_random(Line& line, std::uint64_t n, Duration made) {
        const auto archive = vault_.random_file(stream("restores/" + line.name + "/files"), n);
        if (archive) {
            const FilePlace& place = vault_.archives[*archive].representative;
            ask(*archive, place, {&line, made, 1, place.size, line.restore.destination});
        } else {
            not_found(line, made);
        }
        plan_random(line, n + 1, made);
        start(line);
    }
    void plan_traced(Line& line, std::size_t n) {
        if (n == line.restore.requests.size()) return;
        plan(line.restore.requests[n].at + life_.retrieval.lookup, Kind::request,
             [this, &line, n] { ask_by_trace(line, n); });
    }
    void ask_by_trace(Line& line, std::size_t n) {
        const WatchedRequest& request = line.restore.requests[n];
        const auto found = traced_.find(request.key);
        if (found != traced_.end() && lives(found->second)) {
            const FilePlace place = place_of(found->second);
            ask(found->second.archive, place, {&line, request.at, 1, place.size, request.destination});
        } else {
            not_found(line, request.at);
        }
        plan_traced(line, n + 1);
        start(line);
    }
    void ask_for_batch(Line& line) {
        line.restore.selection ? ask_for_selected(line) : ask_for_all(line);
        line.last = now_;
        if (line.restore.pacing == Pacing::deadline) pace_for_deadline(line);
        start(line);
    }
    void ask_for_all(Line& line) {
        for (const Index i : vault_.there()) {
            const Archive& archive = vault_.archives[i];
            ask(i, {}, {&line, line.restore.at, archive.living, archive.live, line.restore.destination});
        }
    }
    /// The selected files of an archive are taken to have died like its others.
    void ask_for_selected(Line& line) {
        std::uint64_t draw = 0;
        for (const auto& [archive, bytes] : line.standing)
            ask_for_selected(line, archive, {.files = 1, .bytes = bytes}, draw++);
        for (Index i = 0; i < vault_.archives.size(); ++i) {
            for (const SelectedFiles& selected : vault_.archives[i].selected) {
                if (selected.selection == *line.restore.selection)
                    ask_for_selected(line, i, selected, draw++);
            }
        }
    }
    void ask_for_selected(Line& line, Index at, const SelectedFiles& selected, std::uint64_t draw) {
        const auto [archive, share] = living_share(at);
        const std::uint64_t parts = selected.files * share;
        const std::uint64_t rest = parts & 0xFFFF'FFFFU;
        const bool is_one_more = stream("restores/" + line.name + "/living").at(draw) >> 32U < rest;
        const std::uint64_t files = (parts >> 32U) + (is_one_more ? 1U : 0U);
        if (files == 0) return;
        const Bytes bytes = narrow(wide(selected.bytes) * files / selected.files);
        ask(archive, {}, {&line, line.restore.at, files, bytes, line.restore.destination});
    }
    /// Where its files are today, and how many of 2^32 live.
    [[nodiscard]] std::pair<Index, std::uint64_t> living_share(Index at) const {
        UInt128 share = UInt128{1} << 32U;
        while (vault_.archives[at].moved_to) {
            share = share * vault_.archives[at].lived_when_moved / vault_.archives[at].files;
            at = *vault_.archives[at].moved_to;
        }
        share = share * vault_.archives[at].living / vault_.archives[at].files;
        return {at, static_cast<std::uint64_t>(share)};
    }
    void begin_month() {
        const Duration made = now_;
        if (life_.restore_test) {
            plan(now_ + life_.retrieval.lookup, Kind::request, [this, made] { test(made); });
        }
        check_all();
        ++months_begun_;
    }
    void test(Duration made) {
        if (vault_.there().empty()) return;
        std::uint64_t living = 0;
        for (const Index at : vault_.there())
            living += vault_.archives[at].living;
        if (living < life_.restore_test->files) ++vault_.result.tests_short_of_files;
        for (std::uint32_t i = 0; i < life_.restore_test->files; ++i) {
            Line& line = lines_[life_.restores.size() + tested_ % 2];
            const auto archive = vault_.random_file(stream("restore-test/files"), tested_++);
            const Bytes size = vault_.archives[*archive].representative.size;
            ask(*archive, {}, {&line, made, 1, size, line.restore.destination});
        }
        for (std::size_t i = life_.restores.size(); i < lines_.size(); ++i)
            start(lines_[i]);
    }
    void check_all() {
        const bool is_due =
            life_.full_check_months && months_begun_ > 0 && months_begun_ % *life_.full_check_months == 0;
        if (!is_due) return;
        vault_.result.full_checks.push_back(
            {BillingPeriod::containing(case_.start + now_), vault_.there().size(), vault_.bytes()});
    }

    static void not_found(Line& line, Duration made) {
        line.made.push_back(made);
        line.lost.push_back(made);
        line.counts.requests += 1;
    }
    static void lose(const Waiter& waiter, std::uint64_t files) {
        waiter.line->lost.insert(waiter.line->lost.end(), files, waiter.made);
    }

    // Retrievals.

    void ask(Index at, std::optional<FilePlace> place, const Waiter& waiter) {
        Line& line = *waiter.line;
        const Archive& archive = vault_.archives[at];
        line.counts.requests += waiter.files;
        line.made.insert(line.made.end(), waiter.files, waiter.made);
        const bool whole = !line.restore.ranges || !place;
        const RetrievalRange range = whole ? RetrievalRange{{}, archive.bytes} : around(*place, archive);
        if (const Shared copy = copy_with(at, range, whole)) {
            line.counts.served_by_copies += 1;
            return download({copy, &line, waiter.destination, range, whole, {waiter}});
        }
        for (const Shared& retrieval : retrievals_) {
            const bool is_same = retrieval->archive == at && retrieval->tier == line.restore.tier &&
                                 retrieval->whole == whole && retrieval->range == range;
            if (is_same && join(retrieval, waiter)) return;
        }
        retrievals_.push_back(std::make_shared<Retrieval>(Retrieval{
            .archive = at, .tier = line.restore.tier, .whole = whole, .range = range, .waiters = {waiter}}));
        stand(line, retrievals_.back());
    }
    void stand(Line& line, const Shared& retrieval) {
        if (!anybody_stands(line)) line.pace.begin_to_wait(now_);
        line.queue.push_back(retrieval);
        line.came[retrieval] = now_;
    }
    /// What another line has started, or compaction has joined to another retrieval, no longer does.
    [[nodiscard]] static bool anybody_stands(const Line& line) {
        return std::any_of(line.queue.begin(), line.queue.end(),
                           [](const Shared& retrieval) { return retrieval->stage == Stage::stands; });
    }
    /// The latest copy that lies there with these bytes.
    [[nodiscard]] Shared copy_with(Index archive, const RetrievalRange& range, bool whole) const {
        Shared latest;
        for (const Shared& retrieval : retrievals_) {
            if (retrieval->archive != archive || retrieval->stage != Stage::ready) continue;
            if (!life_.retrieval.reuse_ready_copies || now_ >= retrieval->copy_until) continue;
            const RetrievalRange& has = retrieval->range;
            const bool is_within = range.from >= has.from && range.from + range.bytes <= has.from + has.bytes;
            if (!retrieval->whole && (whole || !is_within)) continue;
            if (!latest || latest->readied < retrieval->readied) latest = retrieval;
        }
        return latest;
    }
    /// What compression has left of a file.
    [[nodiscard]] static Bytes left_of(Bytes file, const Archive& archive) {
        if (archive.bytes >= archive.raw) return file;
        return narrow((wide(file) * wide(archive.bytes) + wide(archive.raw) - 1) / wide(archive.raw));
    }
    /// The whole MiB that hold the file, of which compression has left its part.
    [[nodiscard]] static RetrievalRange around(const FilePlace& place, const Archive& archive) {
        constexpr std::int64_t kMib = 1 << 20U;
        const std::int64_t size = left_of(place.size, archive).count();
        const std::int64_t from = place.offset.count() / kMib * kMib;
        const std::int64_t up = (place.offset.count() + size + kMib - 1) / kMib * kMib;
        const std::int64_t end = std::min(up, archive.bytes.count());
        return {Bytes{from}, Bytes{std::max<std::int64_t>(0, end - from)}};
    }
    bool join(const Shared& retrieval, const Waiter& waiter) {
        Line& line = *waiter.line;
        switch (retrieval->stage) {
            case Stage::given_up:
            case Stage::ready:
                return false;
            case Stage::stands:
                if (std::find(line.queue.begin(), line.queue.end(), retrieval) == line.queue.end()) {
                    stand(line, retrieval);
                }
                break;
            case Stage::started:
                break;
        }
        line.counts.joined += 1;
        retrieval->waiters.push_back(waiter);
        return true;
    }

    void start(Line& line) {
        for (; !line.queue.empty(); line.queue.pop_front()) {
            const Shared first = line.queue.front();
            if (first->stage != Stage::stands) continue;
            if (!vault_.archives[first->archive].lies_there()) {
                give_up(*first);
                continue;
            }
            const Duration at = earliest(line, first);
            if (at > now_) return plan_start(line, at);
            begin(line, first);
            if (life_.retrieval.request_rate) {
                line.queue.pop_front();
                return stand_behind_the_others(line);
            }
        }
    }
    /// One start, and then every other line that waits for the service has one.
    void stand_behind_the_others(Line& line) {
        line.planned.reset();
        if (anybody_stands(line)) plan_start(line, now_);
    }
    void plan_start(Line& line, Duration at) {
        if (line.planned && *line.planned <= at) return;
        line.planned = at;
        plan(at, Kind::line_may_start, [this, &line] {
            if (line.planned != now_) return;
            line.planned.reset();
            start(line);
        });
    }
    static void give_up(Retrieval& retrieval) {
        retrieval.stage = Stage::given_up;
        for (const Waiter& waiter : retrieval.waiters)
            lose(waiter, waiter.files);
    }
    void begin(Line& line, const Shared& retrieval) {
        if (line.restore.pacing != Pacing::none) {
            const bool is_beyond = Pace::exceeds_day(retrieval->range.bytes, amount_of(line));
            line.counts.beyond_pacing += is_beyond ? 1U : 0U;
            line.pace.take(retrieval->range.bytes, now_, amount_of(line));
        }
        retrieval->stage = Stage::started;
        retrieval->line = &line;
        line.counts.retrievals += 1;
        line.counts.last_start = now_;
        line.counts.bytes_retrieved += wide(retrieval->range.bytes);
        vault_.retrieved(line.restore.tier, retrieval->range.bytes, now_);
        if (life_.retrieval.request_rate) {
            const std::int64_t rate = *life_.retrieval.request_rate;
            next_start_ = now_ + Duration{(1'000'000 + rate - 1) / rate};
        }
        plan(now_ + wait_of(line.name, line.drawn++, line.restore.tier), Kind::retrieval_ready,
             [this, retrieval] { be_ready(retrieval); });
    }

    // Pacing.

    [[nodiscard]] Duration earliest(const Line& line, const Shared& first) {
        Duration at = std::max(now_, next_start_);
        if (line.restore.pacing != Pacing::none) {
            const Bytes bytes = first->range.bytes;
            at = std::max(at, line.pace.earliest(bytes, line.came.at(first), now_, amount_of(line)));
        }
        return at > now_ ? at : resume(now_);
    }
    [[nodiscard]] Rational amount_of(const Line& line) const {
        if (line.restore.pacing != Pacing::free_allowance) return line.hour_amount;
        const int days = BillingPeriod::containing(case_.start + now_).days();
        return Rational{stored_at_midnight_.count(), std::int64_t{20} * days * 24};
    }
    /// So that all that stand in the line are asked for in time.
    void pace_for_deadline(Line& line) const {
        const Duration time = line.restore.deadline - life_.retrieval.tiers[line.restore.tier].longest;
        const std::int64_t hours = std::max<std::int64_t>(1, time / kHour);
        const std::int64_t midnights =
            std::max<std::int64_t>(0, (now_ + time - Duration{1}) / kDay - now_ / kDay);
        Bytes all{};
        Bytes largest{};
        for (const Shared& retrieval : line.queue) {
            all += retrieval->range.bytes;
            largest = std::max(largest, retrieval->range.bytes);
        }
        const Bytes lost = all > largest ? largest * midnights : Bytes{};
        line.hour_amount = Rational{((all + lost).count() + hours - 1) / hours};
    }

    // Downloads.

    void be_ready(const Shared& retrieval) {
        retrieval->stage = Stage::ready;
        retrieval->readied = readied_++;
        retrieval->copy_until = now_ + life_.retrieval.copy_lies;
        for (const Destination to : {Destination::region, Destination::outside}) {
            Download all{retrieval, retrieval->line, to, retrieval->range, retrieval->whole, {}};
            for (const Waiter& waiter : retrieval->waiters) {
                if (waiter.destination == to) all.waiters.push_back(waiter);
            }
            if (!all.waiters.empty()) download(all);
        }
    }
    void download(const Download& download) {
        download_line_.push_back(download);
        begin_downloads();
    }
    void begin_downloads() {
        while (!download_line_.empty() && downloading_ < life_.retrieval.downloaders) {
            const Download first = download_line_.front();
            download_line_.pop_front();
            ++downloading_;
            const Duration latency = life_.retrieval.download_latency;
            if (case_.link && first.destination == Destination::outside) {
                plan(end_of(now_, latency), Kind::download_latency_ends, [this, first] { transfer(first); });
            } else {
                const Duration time = time_at(life_.retrieval.download_rate, first.range.bytes);
                plan(end_of(now_, latency + time), Kind::download_ends,
                     [this, first] { end_download(first); });
            }
        }
    }
    void transfer(const Download& download) {
        plan(now_ + time_at(*case_.link, download.range.bytes), Kind::transfer_ends,
             [this, download] { end_download(download); });
    }
    [[nodiscard]] static Duration time_at(ByteRate rate, Bytes bytes) {
        return slow::duration_of(slow::transfer_time(slow::count_of(bytes), rate));
    }
    void end_download(const Download& download) {
        --downloading_;
        begin_downloads();
        Retrieval& retrieval = *download.retrieval;
        download.line->counts.bytes_downloaded += wide(download.range.bytes);
        if (download.destination == Destination::outside) {
            download.line->counts.transfer_out += wide(download.range.bytes);
            vault_.month_of(now_).transfer_out += wide(download.range.bytes);
        }
        if (download.whole && !retrieval.is_read) {
            retrieval.is_read = true;
            retrieval.was_damaged = vault_.read(retrieval.archive, download.line->by, now_);
        }
        for (const Waiter& waiter : download.waiters)
            unpack(waiter, retrieval.was_damaged);
    }
    void unpack(const Waiter& waiter, bool was_damaged) {
        Line& line = *waiter.line;
        if (was_damaged && line.by == By::restore_test) vault_.result.tests_failed += waiter.files;
        const Duration time = time_at(life_.retrieval.unpack_rate, waiter.bytes);
        if (now_ + time > case_.horizon) return;
        line.restored.insert(line.restored.end(), waiter.files, {waiter.made, now_ + time - waiter.made});
        line.last = std::max(line.last.value_or(Duration{}), now_ + time);
    }

    // Audits.

    void plan_audit(std::uint64_t number) {
        plan(life_.audit->every * static_cast<std::int64_t>(number + 1), Kind::audit,
             [this, number] { plan_audit(number + 1); });
        const Duration begin = resume(now_);
        if (begin == now_) return audit(number);
        plan(begin, Kind::audit, [this, number] { audit(number); });
    }
    void audit(std::uint64_t number) {
        AuditOutcome& counts = vault_.result.audit;
        counts.audits += 1;
        for (const Index i : drawn_for(number)) {
            const Bytes bytes = vault_.archives[i].bytes;
            vault_.retrieved(life_.audit->tier, bytes, now_);
            plan(now_ + wait_of("audit", counts.looked_at++, life_.audit->tier), Kind::audit_reads,
                 [this, i] { compare(i); });
        }
    }
    [[nodiscard]] std::vector<Index> drawn_for(std::uint64_t number) const {
        const std::vector<Index> there = vault_.there();
        const Rational wanted = life_.audit->share * static_cast<std::int64_t>(there.size());
        auto files = static_cast<std::uint64_t>(floor_of(wanted));
        const Rational rest = wanted - Rational{floor_of(wanted)};
        files += random::Chance::of(rest).happens(stream("audit/extra").at(number)) ? 1U : 0U;
        const random::Stream draws = stream("audit/archives");
        std::uint64_t draw = number << 32U;
        std::vector<Index> drawn;
        if (there.empty()) return drawn;
        const std::uint64_t numbers = vault_.archives.size() - there.front();
        if (files * 4 > there.size() || there.size() * 4 < numbers) {
            for (std::size_t i = 0; drawn.size() < files; ++i) {
                if (draws.below(draw++, there.size() - i) < files - drawn.size()) drawn.push_back(there[i]);
            }
            return drawn;
        }
        while (drawn.size() < files) {
            const Index i = there.front() + draws.below(draw++, numbers);
            const bool is_new = std::find(drawn.begin(), drawn.end(), i) == drawn.end();
            if (is_new && vault_.archives[i].lies_there()) drawn.push_back(i);
        }
        return drawn;
    }
    void compare(Index at) {
        const Archive& archive = vault_.archives[at];
        if (!archive.lies_there()) return;
        AuditOutcome& counts = vault_.result.audit;
        counts.compared += 1;
        counts.bytes += wide(archive.bytes);
        counts.store_bytes += wide(archive.live);
        vault_.read(at, By::audit, now_);
    }

    // The end.

    LifeResult result() {
        vault_.finish();
        LifeResult result = vault_.result;
        result.damage.unseen = summary(vault_.unseen);
        for (std::size_t i = 0; i < life_.restores.size(); ++i)
            result.restores.push_back(outcome(lines_[i], case_.horizon));
        if (life_.restore_test) {
            result.tests_to_store = outcome(lines_[life_.restores.size()], case_.horizon);
            result.tests_to_region = outcome(lines_[life_.restores.size() + 1], case_.horizon);
        }
        return result;
    }
    const Case& case_;
    const Life& life_;
    Vault vault_;
    slow::Outages outages_;
    Events events_;
    Duration now_{};
    Duration next_midnight_{};
    Bytes stored_at_midnight_{};

    std::deque<Line> lines_;
    std::vector<Shared> retrievals_;  ///< all that there ever were
    Duration next_start_{};
    std::uint64_t readied_ = 0;
    std::deque<Download> download_line_;
    std::uint32_t downloading_ = 0;

    std::map<std::uint32_t, Traced> traced_;
    std::vector<Index> olds_;  ///< in the open directory of the compaction
    Bytes filled_{};
    std::uint64_t directory_ = 0;
    std::uint32_t months_begun_ = 0;

    // Draws so far:
    std::uint64_t standing_ = 0;
    std::uint64_t life_draws_ = 0;
    std::uint64_t living_draws_ = 0;
    std::uint64_t live_stored_ = 0;
    std::uint64_t overwrites_ = 0;
    std::uint64_t places_ = 0;
    std::uint64_t represented_ = 0;
    std::uint64_t tested_ = 0;
};

inline LifeResult run(const Case& of) { return Simulation{of}.run(); }

}  // namespace firn::service::slow_life
