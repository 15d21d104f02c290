#pragma once

#include "core/random/chance.hpp"
#include "core/random/stream.hpp"
#include "tests/service/slow_life_case.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace firn::service {

/// Archives and what is to happen to them, drawn so that everything meets everything: equal times, empty
/// files, copies that expire while they are asked for, archives that die while they stand in line.
class LifeMaker {
  public:
    explicit LifeMaker(std::uint64_t seed) : seed_{seed}, stream_{seed, "random-life"} {}

    slow_life::Case make() {
        slow_life::Case drawn;
        drawn.seed = seed_;
        drawn.start = *parse_rfc3339(one_of(std::array{"2012-11-01", "2013-02-01", "2015-12-25"}));
        drawn.horizon = kDay * one_of(std::array<std::int64_t, 4>{10, 40, 70, 500});
        size_ = one_of(std::array<std::int64_t, 3>{10, 3000, 2'000'000});
        // Some cases know whole hours alone, so that much happens at once.
        step_ = yes(3) ? kHour : Duration{1};
        drawn.bundle_size = Bytes{number(1, 30 * size_)};
        drawn.life = life();
        drawn.archives = archives(one_of(std::array<std::int64_t, 4>{0, 4, 12, 30}), drawn.life);
        if (yes(3)) drawn.link = ByteRate{number(1, size_)};
        const bool is_asked_for =
            drawn.life.audit || !drawn.life.watched_deletions.empty() || !drawn.life.restores.empty();
        if (is_asked_for && yes(2)) drawn.standing = standing();
        if (yes(2)) drawn.place = outages();
        return drawn;
    }

  private:
    static constexpr Duration kHour = std::chrono::hours{1};
    static constexpr Duration kDay = std::chrono::hours{24};
    static constexpr std::uint32_t kKeys = 40;

    std::int64_t number(std::int64_t first, std::int64_t last) {
        return stream_.between(next_++, first, last);
    }
    /// Once in so many.
    bool yes(std::int64_t in) { return number(1, in) == 1; }

    template <class T, std::size_t N>
    T one_of(const std::array<T, N>& choices) {
        return choices.at(stream_.below(next_++, N));
    }

    Duration time(Duration most) { return step_ * number(0, most / step_); }

    /// When somebody asks for something: mostly while there is time left to get it.
    Duration when() { return time(kDay * one_of(std::array<std::int64_t, 3>{2, 9, 30})); }

    random::Chance chance(std::int64_t least, std::int64_t most) {
        return random::Chance::of(Rational{number(least, most), 100});
    }

    Life life() {
        Life life;
        life.retrieval = retrieval();
        for (std::int64_t i = number(-1, 4); i > 0; --i)
            life.restores.push_back(restore(i, life.retrieval));
        if (yes(2)) life.audit = audit(life.retrieval);
        if (yes(3)) life.restore_test = restore_test(life.retrieval);
        if (yes(3)) {
            life.mean_time_to_damage = kDay * one_of(std::array<std::int64_t, 3>{1, 30, 400});
            life.full_check_months = static_cast<std::uint32_t>(number(1, 2));
        }
        if (yes(2)) life.deletions = deletions();
        if (yes(3)) life.watched_deletions = watched_deletions();
        if (yes(3)) life.overwrites = one_of(std::array{chance(1, 30), chance(100, 100)});
        if (yes(2)) life.compaction = Compaction{.dead_share = chance(0, 80), .tier = tier(life.retrieval)};
        life.minimum_duration = kDay * one_of(std::array<std::int64_t, 2>{0, 30});
        return life;
    }

    RetrievalSettings retrieval() {
        RetrievalSettings settings;
        settings.tiers = {{"standard", kHour * 3, kHour * 5}};
        if (yes(2)) settings.tiers.push_back({"bulk", kHour * 5, kHour * 5});
        if (yes(3)) settings.request_rate = one_of(std::array<std::uint32_t, 3>{1, 3, 1000});
        settings.reuse_ready_copies = yes(2);
        settings.copy_lies = kDay * number(1, 3);
        settings.lookup = one_of(std::array{Duration{0}, Duration{5000}, kHour});
        settings.downloaders = one_of(std::array<std::uint32_t, 3>{1, 2, 8});
        settings.download_latency = one_of(std::array{Duration{0}, Duration{50'000}, kHour});
        settings.download_rate = one_of(std::array{ByteRate{size_ / 10}, ByteRate{std::int64_t{1} << 40}});
        settings.unpack_rate = one_of(std::array{ByteRate{size_ / 10}, ByteRate{std::int64_t{1} << 40}});
        return settings;
    }

    std::size_t tier(const RetrievalSettings& settings) {
        return static_cast<std::size_t>(number(1, static_cast<std::int64_t>(settings.tiers.size())) - 1);
    }

    Restore restore(std::int64_t i, const RetrievalSettings& settings) {
        Restore restore{.name = "restore " + std::to_string(i)};
        restore.origin =
            one_of(std::array{Restore::Origin::rate, Restore::Origin::trace, Restore::Origin::batch});
        restore.mean_gap = kHour * one_of(std::array<std::int64_t, 3>{1, 5, 40});
        restore.from = when();
        restore.until = restore.from + kDay * number(1, 12);
        restore.at = when();
        if (yes(2)) restore.selection = static_cast<unsigned>(number(0, 2));
        if (yes(4)) restore.standing_owner = static_cast<std::uint64_t>(number(0, 2));
        if (yes(2)) restore.standing_share = one_of(std::array{chance(1, 99), chance(100, 100)});
        restore.destination = one_of(std::array{Destination::region, Destination::outside});
        if (restore.origin == Restore::Origin::trace) restore.requests = watched_requests();
        restore.tier = tier(settings);
        restore.ranges = yes(2);
        restore.pacing = one_of(std::array{Pacing::none, Pacing::none, Pacing::free_allowance,
                                           Pacing::bytes_per_hour, Pacing::deadline});
        const bool is_batch = restore.origin == Restore::Origin::batch;
        if (restore.pacing == Pacing::deadline && !is_batch) restore.pacing = Pacing::none;
        restore.bytes_per_hour = Bytes{number(1, 2 * size_)};
        restore.deadline = kHour * number(12, 200);
        if (!is_batch && yes(2)) restore.within = kHour * number(1, 60);
        return restore;
    }

    std::vector<WatchedRequest> watched_requests() {
        std::vector<WatchedRequest> requests(static_cast<std::size_t>(number(1, 20)));
        for (WatchedRequest& request : requests) {
            request = {when(), static_cast<std::uint32_t>(number(0, kKeys + 3)),
                       one_of(std::array{Destination::region, Destination::outside})};
        }
        std::sort(requests.begin(), requests.end(),
                  [](const WatchedRequest& a, const WatchedRequest& b) { return a.at < b.at; });
        return requests;
    }
    std::vector<WatchedDeletion> watched_deletions() {
        std::vector<WatchedDeletion> deletions(static_cast<std::size_t>(number(1, 20)));
        for (WatchedDeletion& deletion : deletions)
            deletion = {when(), static_cast<std::uint32_t>(number(0, kKeys + 3))};
        std::sort(deletions.begin(), deletions.end(),
                  [](const WatchedDeletion& a, const WatchedDeletion& b) { return a.at < b.at; });
        return deletions;
    }

    Audit audit(const RetrievalSettings& settings) {
        return {.share = one_of(std::array{Rational{1, 100}, Rational{1, 7}, Rational{1}}),
                .every = kHour * one_of(std::array<std::int64_t, 3>{7, 24, 200}),
                .tier = tier(settings)};
    }
    RestoreTest restore_test(const RetrievalSettings& settings) {
        return {.files = static_cast<std::uint32_t>(number(1, 7)),
                .within = kHour * one_of(std::array<std::int64_t, 2>{4, 24}),
                .tier = tier(settings)};
    }
    std::vector<Deletions> deletions() {
        std::vector<Deletions> deletions(static_cast<std::size_t>(number(1, 3)));
        for (Deletions& entry : deletions) {
            entry.share = chance(10, 33);
            if (yes(2)) {
                entry.keep = time(kDay * one_of(std::array<std::int64_t, 2>{1, 20})) + step_;
            } else {
                entry.mean_life = kDay * one_of(std::array<std::int64_t, 3>{1, 10, 100});
            }
        }
        return deletions;
    }

    std::vector<StandingArchives> standing() {
        std::vector<StandingArchives> standing(static_cast<std::size_t>(number(1, 2)));
        for (StandingArchives& some : standing) {
            some.archives = static_cast<std::uint64_t>(number(1, 6));
            some.stored = Bytes{number(1, 40 * size_)};
            some.age = time(kDay * 100);
            const auto archives = static_cast<std::int64_t>(some.archives);
            for (std::int64_t i = number(0, archives); i > 0; --i)
                some.owners.push_back(static_cast<std::uint64_t>(number(0, 2)));
            for (std::int64_t i = number(0, archives); i > 0; --i)
                some.watched.push_back(next_key_ < kKeys && yes(2) ? next_key_++ : kNotWatched);
        }
        return standing;
    }

    Place outages() {
        Place place;
        for (std::int64_t i = number(0, 4); i > 0; --i)
            place.planned_outages.push_back({resource(), when(), time(kDay * 2)});
        if (yes(2)) {
            place.random_outages.push_back({.resource = resource(),
                                            .every = kHour * number(20, 200),
                                            .lasts = kHour * number(1, 10),
                                            .exponential = yes(2)});
        }
        return place;
    }
    Resource resource() { return one_of(std::array{Resource::store, Resource::network, Resource::service}); }

    std::vector<slow_life::ArchiveToCome> archives(std::int64_t count, const Life& life) {
        std::vector<slow_life::ArchiveToCome> archives;
        Duration stored{};
        for (std::int64_t i = 0; i < count; ++i) {
            stored += time(kDay * one_of(std::array<std::int64_t, 3>{0, 1, 3}));
            archives.push_back(archive(stored, life));
        }
        return archives;
    }

    slow_life::ArchiveToCome archive(Duration stored, const Life& life) {
        slow_life::ArchiveToCome archive{.stored = stored, .from_backfill = yes(4)};
        archive.files = static_cast<std::uint32_t>(number(1, one_of(std::array<std::int64_t, 2>{1, 9})));
        std::vector<FilePlace> places;
        for (std::uint32_t i = 0; i < archive.files; ++i)
            places.push_back(add_file(archive, life));
        const std::int64_t left = number(1, 100);
        archive.bytes = yes(2) ? Bytes{(archive.raw.count() * left + 99) / 100 + 1024} : archive.raw;
        archive.representative = places[static_cast<std::size_t>(number(0, archive.files - 1))];
        return archive;
    }

    FilePlace add_file(slow_life::ArchiveToCome& archive, const Life& life) {
        const FilePlace place{archive.raw,
                              Bytes{one_of(std::array{number(0, size_), number(0, size_), size_})}};
        archive.raw += place.size;
        const Duration arrival = archive.stored - time(kHour * 5);
        const auto entries = static_cast<std::int64_t>(life.deletions.size());
        const std::int64_t entry = number(0, entries);  // the last one: it lives on
        if (next_key_ < kKeys && yes(3)) {
            archive.watched.push_back(
                {.key = next_key_++,
                 .offset = place.offset,
                 .size = place.size,
                 .arrival = arrival,
                 .entry = entry == entries ? kLivesOn : static_cast<std::uint8_t>(entry)});
        } else if (entry < entries) {
            add_dying(archive, static_cast<std::uint32_t>(entry), place.size, arrival);
        }
        for (unsigned selection = 0; selection < 3; ++selection) {
            if (yes(3)) add_selected(archive, selection, place.size);
        }
        return place;
    }
    static void add_dying(slow_life::ArchiveToCome& archive, std::uint32_t entry, Bytes size,
                          Duration arrival) {
        auto& dying = archive.dying;
        auto found = std::find_if(dying.begin(), dying.end(),
                                  [&](const DyingFiles& files) { return files.entry == entry; });
        if (found == dying.end()) found = dying.insert(found, {.entry = entry, .last_arrival = arrival});
        found->files += 1;
        found->bytes += size;
        found->last_arrival = std::max(found->last_arrival, arrival);
    }
    static void add_selected(slow_life::ArchiveToCome& archive, unsigned selection, Bytes size) {
        auto& selected = archive.selected;
        auto found = std::find_if(selected.begin(), selected.end(),
                                  [&](const SelectedFiles& files) { return files.selection == selection; });
        if (found == selected.end()) found = selected.insert(found, {.selection = selection});
        found->files += 1;
        found->bytes += size;
    }

    std::uint64_t seed_;
    random::Stream stream_;
    std::uint64_t next_ = 0;
    std::int64_t size_ = 1;
    Duration step_{1};
    std::uint32_t next_key_ = 0;
};

}  // namespace firn::service
