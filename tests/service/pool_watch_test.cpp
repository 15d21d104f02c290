// What a run sees of its pools: their work, and what an outage leaves behind.
#include "core/service/pool_watch.hpp"

#include "core/service/service_run.hpp"
#include "tests/service/life_case.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace firn::service::test {

namespace {

constexpr Duration kMinute = std::chrono::minutes{1};

/// Files of so many bytes, each an archive; fetches take a second for each MB, uploads likewise.
struct PoolCase {
    ServiceSettings settings;
    std::vector<Duration> arrivals;
    Bytes size{1'000'000};
};

PoolCase one_second_for_a_mb() {
    PoolCase of;
    of.settings.life = plain_life();
    backup::PipelineSettings& pipeline = of.settings.pipeline;
    pipeline.packing = backup::Packing::each_alone;
    pipeline.fetch_latency = pipeline.upload_latency = Duration{0};
    pipeline.fetch_rate = pipeline.upload_rate = ByteRate{1'000'000};
    return of;
}

/// 1 GB an hour from `first` on, which is fetched in a second and uploaded in 1,000; eight uploaders; the
/// service is out from 06:00 to 10:00 of the first day.
PoolCase big_file_each_hour(Duration first) {
    PoolCase of = one_second_for_a_mb();
    of.size = Bytes{1'000'000'000};
    of.settings.pipeline.fetch_rate = ByteRate{1'000'000'000};
    of.settings.pipeline.uploaders = 8;
    of.settings.place.planned_outages = {{Resource::service, kHour * 6, kHour * 4}};
    for (int hour = 0; hour < 24; ++hour)
        of.arrivals.push_back(first + kHour * hour);
    return of;
}

/// A file of 4 MB, fetched in 4 s, each second for so long; the store is out from 1,000 s to 1,600 s.
PoolCase small_file_each_second(std::uint32_t fetchers, int seconds) {
    PoolCase of = one_second_for_a_mb();
    of.size = Bytes{4'000'000};
    of.settings.pipeline.fetchers = fetchers;
    of.settings.pipeline.upload_rate = ByteRate{1'000'000'000};
    of.settings.place.planned_outages = {{Resource::store, kSecond * 1'000, kSecond * 600}};
    for (int second = 0; second < seconds; ++second)
        of.arrivals.push_back(kSecond * second);
    return of;
}

workload::FileSource source_of(const PoolCase& of) {
    return [&of, given = false](workload::FileBlock& block) mutable -> Result<bool> {
        block.clear();
        if (std::exchange(given, true)) return false;
        block.arrivals = of.arrivals;
        block.sizes.assign(of.arrivals.size(), of.size);
        return true;
    };
}

PipelineOutcome run(const PoolCase& of, PoolWatch* watch = nullptr) {
    const backup::ReplayOptions options{.start = kStart, .months = 1};
    auto outcome = run_service(of.settings, options, {.live = source_of(of), .pools = watch});
    REQUIRE(outcome);
    return std::move(outcome).value().pipeline;
}

/// With its outage watched.
PoolSight sight_of(const PoolCase& of) {
    const PlannedOutage& outage = of.settings.place.planned_outages.front();
    PoolWatch watch{WatchedTime{outage.begin, outage.begin + outage.length, outage.resource},
                    {kDay * 31},
                    backup::Quantiles::exact};
    run(of, &watch);
    return watch.sight();
}

/// Four files of 1 GB at 05:50, with an outage of this resource from 06:00 to 09:00.
PoolCase four_files_before_an_outage(Resource resource) {
    PoolCase of = one_second_for_a_mb();
    of.size = Bytes{1'000'000'000};
    of.arrivals.assign(4, kHour * 6 - kMinute * 10);
    of.settings.place.planned_outages = {{resource, kHour * 6, kHour * 3}};
    return of;
}

/// Without an outage.
PoolSight calm_sight_of(const PoolCase& of) {
    PoolWatch watch{std::nullopt, {kDay * 31}, backup::Quantiles::exact};
    run(of, &watch);
    return watch.sight();
}

/// Its work from hour `first` to before hour `end`.
std::uint64_t in_hours(const PoolOutcome& pool, std::size_t first, std::size_t end) {
    std::uint64_t work = 0;
    for (std::size_t hour = first; hour < std::min(end, pool.busy_by_hour.size()); ++hour)
        work += pool.busy_by_hour[hour];
    return work;
}

constexpr std::uint64_t kSecondsOfFour = 4'000'000;

}  // namespace

TEST_CASE("an outage of the store is no work of the fetchers", "[service]") {
    // Cut at 06:00 after ten minutes, the fetches of 1,000 s begin anew at 09:00.
    const PoolOutcome fetchers = run(four_files_before_an_outage(Resource::store)).fetchers;
    CHECK(in_hours(fetchers, 5, 9) == 0);
    CHECK(in_hours(fetchers, 9, 10) == 1'000 * kSecondsOfFour);
}

TEST_CASE("an outage of the service is no work of the uploaders", "[service]") {
    // Fetched in a second; a call of 100 s and 1,000 s of bytes, which are one attempt: all of it anew at
    // 09:00.
    PoolCase of = four_files_before_an_outage(Resource::service);
    of.settings.pipeline.fetch_rate = ByteRate{1'000'000'000};
    of.settings.pipeline.upload_latency = kSecond * 100;
    const PoolOutcome uploaders = run(of).uploaders;
    CHECK(in_hours(uploaders, 5, 9) == 0);
    CHECK(in_hours(uploaders, 9, 10) == 1'100 * kSecondsOfFour);
}

TEST_CASE("an outage of a link is no work of the uploaders either", "[service]") {
    // The call of 100 s is over at 05:51:41, the bytes are cut at 06:00 and begin anew at 09:00. The link has
    // a megabyte a second for each.
    PoolCase of = four_files_before_an_outage(Resource::network);
    of.settings.pipeline.fetch_rate = ByteRate{1'000'000'000};
    of.settings.pipeline.upload_latency = kSecond * 100;
    of.settings.place.link = ByteRate{4'000'000};
    const PoolOutcome uploaders = run(of).uploaders;
    CHECK(in_hours(uploaders, 5, 6) == 100 * kSecondsOfFour);
    CHECK(in_hours(uploaders, 6, 9) == 0);
    CHECK(in_hours(uploaders, 9, 10) == 1'000 * kSecondsOfFour);
}

TEST_CASE("an outage is over for a pool when the last upload that it held up ends", "[service]") {
    // Four archives wait for 10:00 and are sent by 10:16:40, whenever the next file comes.
    for (const int minute : {1, 10, 25, 40}) {
        INFO(minute);
        const PoolSight sight = sight_of(big_file_each_hour(kMinute * minute));
        CHECK(sight.drained == kHour * 10 + kSecond * 1'000);
        CHECK(sight.most_archives == 4);
        CHECK(sight.most_files == 0);
        CHECK(sight.at_outage_end.held_archives == 4);
    }
}

TEST_CASE("an upload that an outage cut is held up like one that could not begin", "[service]") {
    // The file of 05:50 is cut too: five.
    const PoolSight sight = sight_of(big_file_each_hour(kMinute * 50));
    CHECK(sight.drained == kHour * 10 + kSecond * 1'000);
    CHECK(sight.most_archives == 5);
}

TEST_CASE("with a link too an outage is over when the last upload that it held up ends", "[service]") {
    // The four archives share 2 MB/s: 2,000 s. The fifth comes at 10:59.
    PoolCase of = big_file_each_hour(kMinute * 59);
    of.settings.place.link = ByteRate{2'000'000};
    of.settings.place.planned_outages.front().begin = kHour * 6 + kMinute * 30;
    of.settings.place.planned_outages.front().length = kHour * 3 + kMinute * 45;
    const PoolSight sight = sight_of(of);
    CHECK(sight.drained == kHour * 10 + kMinute * 15 + kSecond * 2'000);
    CHECK(sight.most_archives == 4);
}

TEST_CASE("an outage that holds nobody up is over at its end", "[service]") {
    // The file of 05:30 is stored by 05:47, the next one comes at 12:00.
    PoolCase of = big_file_each_hour(kMinute * 30);
    of.arrivals = {kHour * 5 + kMinute * 30, kHour * 12};
    CHECK(sight_of(of).drained == kHour * 10);
    of.arrivals.pop_back();
    CHECK(sight_of(of).drained == kHour * 10);
}

TEST_CASE("the backlog of the fetchers is worked off in the time that arithmetic says", "[service]") {
    // Eight fetchers, of which four are enough. At 1,600 s the files of 997 s to 1,004 s are held up and 595
    // wait. They end at 1,604 s; until then three more came, with the one of 1,600 s four: 607 wait or are
    // held up. From then on eight go and four come each 4 s: 592 wait after 1,604 s, nobody after 1,604 s +
    // 148 * 4 s.
    const PoolSight sight = sight_of(small_file_each_second(8, 7'200));
    CHECK(sight.at_outage_end.files == 595);
    CHECK(sight.at_outage_end.held_files == 8);
    CHECK(sight.most_files == 607);
    CHECK(sight.drained == kSecond * 2'196);
    CHECK(sight.last_arrival == kSecond * 7'199);
}

TEST_CASE("what arrives last leaves a pool that is exactly full with the backlog it had", "[service]") {
    // Four fetchers: 599 wait at 1,600 s. Each 4 s four go and four come: at 7,199 s, 5,599 s later, it is
    // three more and the one of 1,600 s. Then four go each 4 s; 599 are left at 7,200 s and nobody at 7,800
    // s.
    const PoolSight sight = sight_of(small_file_each_second(4, 7'200));
    CHECK(sight.at_outage_end.files == 599);
    CHECK(sight.at_last_arrival.files == 603);
    CHECK(sight.at_last_arrival.held_files == 0);
    CHECK(sight.drained == kSecond * 7'800);
}

TEST_CASE("a line is empty until somebody comes, not only from when the last one left", "[service]") {
    // A fetcher that needs a second a file. Nobody is there for ten days, then a hundred files come at once.
    PoolCase of = one_second_for_a_mb();
    of.settings.pipeline.fetchers = 1;
    of.arrivals.assign(100, kDay * 10);
    const PoolSight sight = calm_sight_of(of);
    CHECK(sight.last_arrival == kDay * 10);
    CHECK(sight.at_last_arrival.files == 99);
    CHECK(sight.fetch_line_empty == kDay * 10);
    CHECK(sight.upload_line_empty == kDay * 10);
}

TEST_CASE("of a line in which somebody is at the last arrival it is known when it was empty last",
          "[service]") {
    // A millisecond a fetch, a second an upload, one worker each: the second archive is the first that waits
    // for its upload, after 2 ms. The file that comes 50 s later finds 49 uploads done, one under way and a
    // free fetcher.
    PoolCase of = one_second_for_a_mb();
    of.settings.pipeline.fetchers = of.settings.pipeline.uploaders = 1;
    of.settings.pipeline.fetch_rate = ByteRate{1'000'000'000};
    of.arrivals.assign(100, kDay * 10);
    of.arrivals.push_back(kDay * 10 + kSecond * 50);
    const PoolSight sight = calm_sight_of(of);
    CHECK(sight.at_last_arrival.archives == 50);
    CHECK(sight.upload_line_empty == kDay * 10 + Duration{2'000});
    CHECK(sight.fetch_line_empty == kDay * 10 + kSecond * 50);
}

}  // namespace firn::service::test
