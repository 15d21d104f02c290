#pragma once

#include "core/random/stream.hpp"
#include "tests/service/slow_pipeline.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace firn::service {

/// A pipeline in its place with files for it, drawn so that everything meets everything: equal times, empty
/// files, disks that fill, shares of one worker, outages that cut nearly every attempt, pauses of nothing.
class PlaceMaker {
  public:
    explicit PlaceMaker(std::uint64_t seed) : seed_{seed}, stream_{seed, "random-place"} {}

    slow::Case make() {
        // Of one case all times and all sizes are of one scale, so that they get in each other's way.
        time_ = one_of(std::array<std::int64_t, 4>{10, 1000, 1'000'000, 3'600'000'000});
        size_ = one_of(std::array<std::int64_t, 3>{10, 3000, 2'000'000});
        slow::Case drawn;
        drawn.seed = seed_;
        drawn.settings = pipeline();
        drawn.options = options();
        drawn.live = files(one_of(std::array<std::size_t, 4>{0, 5, 30, 60}), one_of(std::array{0, 1, 1}));
        if (yes(2)) drawn.backfill = files(one_of(std::array<std::size_t, 3>{1, 10, 40}), 0);
        drawn.place = place(drawn.backfill.has_value());
        drawn.traits = traits();
        drawn.place.bundling.by = drawn.traits.group_by;
        drawn.place.bundling.expiry_step = drawn.traits.expiry_step;
        return drawn;
    }

  private:
    std::int64_t number(std::int64_t first, std::int64_t last) {
        return stream_.between(next_++, first, last);
    }
    /// Once in so many.
    bool yes(std::int64_t in) { return number(1, in) == 1; }

    template <class T, std::size_t N>
    T one_of(const std::array<T, N>& choices) {
        return choices.at(stream_.below(next_++, N));
    }

    Duration time(std::int64_t least, std::int64_t times) { return Duration{number(least, times * time_)}; }

    random::Chance chance(std::int64_t most_percent) {
        return random::Chance::of(Rational{number(0, most_percent), 100});
    }

    /// At which a file of the usual size takes about the usual time.
    ByteRate rate() {
        const std::int64_t usual = (size_ + 2000) * 1'000'000 / time_;
        return ByteRate{std::max<std::int64_t>(1, number(usual / 4, usual * 4))};
    }

    backup::PipelineSettings pipeline() {
        backup::PipelineSettings settings;
        settings.fetchers = static_cast<std::uint32_t>(number(1, one_of(std::array{1, 4, 20})));
        settings.fetch_latency = one_of(std::array{Duration{0}, time(0, 1)});
        settings.fetch_rate = yes(6) ? ByteRate{std::int64_t{1} << 50} : rate();
        settings.packing = yes(6) ? backup::Packing::each_alone : backup::Packing::bundled;
        settings.bundle_size = Bytes{number(1, one_of(std::array<std::int64_t, 3>{1, 5, 20}) * size_)};
        if (yes(4)) {
            settings.max_age = std::nullopt;
        } else {
            settings.max_age = time(1, one_of(std::array<std::int64_t, 3>{1, 5, 100}));
        }
        settings.uploaders = static_cast<std::uint32_t>(number(1, one_of(std::array{1, 4, 20})));
        settings.upload_latency = one_of(std::array{Duration{0}, time(0, 1)});
        settings.upload_rate = yes(6) ? ByteRate{std::int64_t{1} << 50} : rate();
        if (yes(3)) settings.call_size = Bytes{number(1 + size_, 10 * size_)};
        return settings;
    }

    backup::ReplayOptions options() {
        backup::ReplayOptions options;
        options.start =
            *parse_rfc3339(one_of(std::array{"2012-11-01", "2012-12-31T23:59:59.999Z", "2013-02-10T07:00Z"}));
        options.months = static_cast<int>(number(1, 3));
        options.extend_horizon = yes(2);
        return options;
    }

    std::vector<slow::OriginFile> files(std::size_t count, std::int64_t spread) {
        const std::int64_t largest_gap = spread * one_of(std::array<std::int64_t, 3>{1, 1, 10}) * time_;
        std::vector<slow::OriginFile> files(count);
        std::int64_t now = number(0, largest_gap);
        for (slow::OriginFile& file : files) {
            now += number(0, 1) * number(0, largest_gap);
            file.arrival = static_cast<std::uint64_t>(now);
            file.size = static_cast<std::uint64_t>(
                one_of(std::array<std::int64_t, 4>{0, size_, number(0, size_), number(0, size_)}));
            file.owner = static_cast<std::uint64_t>(number(1, 3));
            file.prefix = static_cast<std::uint64_t>(number(1, 10));
        }
        return files;
    }

    Place place(bool has_backfill) {
        Place place;
        if (yes(3)) place.staging = Bytes{number(1, one_of(std::array<std::int64_t, 3>{1, 4, 40}) * size_)};
        if (yes(3)) place.link = rate();
        if (yes(3)) place.schedule = schedule();
        if (yes(2)) place.faults = faults();
        for (std::int64_t i = number(-1, 3); i > 0; --i) {
            place.planned_outages.push_back({resource(), time(0, 20), time(0, 3)});
        }
        for (std::int64_t i = number(-2, 2); i > 0; --i) {
            const Resource out = resource();
            place.random_outages.push_back({.resource = out,
                                            .every = Duration{(out == Resource::store ? 20 : 1000) * time_},
                                            .lasts = time(1, 3),
                                            .exponential = yes(2)});
        }
        place.bundling = bundling();
        place.backfill_share = random::Chance::of(Rational{number(1, 100), 100});
        if (has_backfill && yes(3)) place.drives = drives();
        return place;
    }

    Resource resource() { return one_of(std::array{Resource::store, Resource::network, Resource::service}); }

    Faults faults() {
        Faults faults;
        faults.fetch_failure = one_of(std::array{chance(0), chance(30), chance(100)});
        faults.upload_failure = one_of(std::array{chance(0), chance(30), chance(100)});
        faults.vanished = one_of(std::array{chance(0), chance(30)});
        faults.retry.attempts = static_cast<std::uint32_t>(number(1, 6));
        faults.retry.pause = one_of(std::array{Duration{0}, time(0, 1)});
        faults.retry.longest_pause = time(0, 10);
        faults.retry.jitter = chance(100);
        return faults;
    }

    /// By dates it ends with somebody at work, and by hours somebody works at some hour.
    WorkerSchedule schedule() {
        WorkerSchedule schedule;
        schedule.daily = yes(2);
        std::int64_t at = number(0, 2);
        const std::int64_t step = schedule.daily ? 3'600'000'000 : time_;
        for (std::int64_t i = number(1, 4); i > 0; --i, at += number(1, 5)) {
            schedule.changes.push_back({Duration{at * step}, workers(0), workers(0)});
        }
        schedule.changes.push_back({Duration{at * step}, workers(1), workers(1)});
        return schedule;
    }

    std::optional<std::uint32_t> workers(std::int64_t least) {
        if (least == 0 && yes(4)) return std::nullopt;
        return static_cast<std::uint32_t>(number(least, 6));
    }

    BundlingPolicy bundling() {
        BundlingPolicy bundling;
        if (yes(4)) bundling.alone_above = Bytes{number(0, size_)};
        if (yes(4)) bundling.compression = Compression::of(Rational{number(1, 100), 100});
        return bundling;
    }

    Drives drives() {
        return {.each = Bytes{number(1, 10 * size_)},
                .dead = chance(40),
                .at_once = static_cast<std::uint32_t>(number(1, 3)),
                .swap_time = one_of(std::array{Duration{0}, time(0, 5)})};
    }

    FileTraits traits() {
        FileTraits traits;
        traits.group_by =
            one_of(std::array{GroupBy::arrival, GroupBy::owner, GroupBy::prefix, GroupBy::expiry});
        traits.expiry_step = time(1, 10);
        if (yes(2)) return traits;
        traits.deletions.push_back({.share = chance(50), .keep = time(1, 30)});
        traits.deletions.push_back({.share = chance(20), .mean_life = time(1, 30)});
        traits.deletions.push_back({.share = chance(30), .keep = time(1, 300)});
        return traits;
    }

    std::uint64_t seed_;
    random::Stream stream_;
    std::uint64_t next_ = 0;
    std::int64_t time_ = 1;
    std::int64_t size_ = 1;
};

}  // namespace firn::service
