// Restores whose lines meet: who starts what when the pace of one of them lets another go first.
#include "tests/service/life_case.hpp"
#include "tests/support/catch.hpp"

#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

namespace firn::service::test {

namespace {

constexpr Duration kMinute = std::chrono::minutes{1};
constexpr std::int64_t kGb = 1'000'000'000;

/// A restore of these files, by their keys, at a GB an hour.
Restore slow(std::vector<WatchedRequest> requests) {
    return {.name = "slow",
            .origin = Restore::Origin::trace,
            .requests = std::move(requests),
            .pacing = Pacing::bytes_per_hour,
            .bytes_per_hour = Bytes{kGb}};
}

/// Another one as soon as they are asked for.
Restore fast(std::vector<WatchedRequest> requests) {
    return {.name = "fast", .origin = Restore::Origin::trace, .requests = std::move(requests)};
}

/// From the start there is an archive of each of these sizes, a file each, whose key is its place.
/// `resume`: when an outage is over.
LifeResult restore(
    std::vector<Restore> restores, const std::vector<std::int64_t>& gigabytes,
    const std::function<Duration(Duration)>& resume = [](Duration t) { return t; }) {
    Life life = plain_life();
    life.restores = std::move(restores);
    ArchiveLife archive_life{life, kStart, kDay * 31, 1, {}, Bytes{kGb}};
    archive_life.set_outages(resume, [](Duration t, Duration length) { return t + length; });
    for (std::uint32_t key = 0; key < gigabytes.size(); ++key) {
        const Bytes size{gigabytes[key] * kGb};
        const std::vector<WatchedFile> watched{{.key = key, .offset = Bytes{0}, .size = size}};
        archive_life.store(
            {.bytes = size, .raw = size, .files = 1, .representative = {{}, size}, .watched = watched});
    }
    return archive_life.result();
}

/// In which hours of the scenario how many retrievals were started.
using Started = std::vector<std::pair<std::int64_t, std::uint64_t>>;

Started started(const LifeResult& result) {
    Started hours;
    for (const RetrievalUse& use : result.months[0].retrievals)
        hours.emplace_back((use.hour - kStart) / kHour, use.archives);
    return hours;
}

}  // namespace

TEST_CASE("what is larger than a day's amount is the only one of its day, though its line is empty",
          "[service]") {
    // 100 GB start with the second day. 1 GB that is asked for at 01:05 waits for the third.
    const LifeResult result = restore({slow({{kHour * 6, 0}, {kDay + kHour + kMinute * 5, 1}})}, {100, 1});
    CHECK(started(result) == Started{{24, 1}, {48, 1}});
    CHECK(result.restores[0].beyond_pacing == 1);
}

TEST_CASE("what is larger than a day's amount does not start at a midnight for which another one waited",
          "[service]") {
    // The first is started by another line at 02:00. The second is asked for at 06:00 of the next day.
    const LifeResult result =
        restore({slow({{kHour, 0}, {kDay + kHour * 6, 1}}), fast({{kHour * 2, 0}})}, {100, 100});
    CHECK(started(result) == Started{{2, 1}, {48, 1}});
}

TEST_CASE("what another line has started does not wait: hours since then are lost", "[service]") {
    // 6 GB that are asked for at 00:10 wait for 05:00; another line starts them at 00:20. Of ten archives of
    // a GB that are asked for at 04:30 one starts then and one with each hour.
    std::vector<WatchedRequest> requests{{kMinute * 10, 0}};
    std::vector<std::int64_t> gigabytes{6};
    Started expected{{0, 1}};
    for (std::uint32_t i = 0; i < 10; ++i) {
        requests.push_back({kHour * 4 + kMinute * 30, i + 1});
        gigabytes.push_back(1);
        expected.emplace_back(4 + i, 1);
    }
    CHECK(started(restore({slow(requests), fast({{kMinute * 20, 0}})}, gigabytes)) == expected);
}

TEST_CASE("a midnight counts for what waited then, not for what stood behind it since", "[service]") {
    // The first one is asked for on the first day, by the other line too, and the service is out from 23:00
    // to 03:00: then the other line starts it. Who has come behind it at 22:00 has waited over midnight and
    // starts with the service, who came at 02:00 waits for the next one.
    const auto with_second_at = [](Duration t) {
        return started(
            restore({slow({{kHour, 0}, {t, 1}}), fast({{kHour * 23 + kMinute * 30, 0}})}, {100, 100},
                    [](Duration now) { return now >= kHour * 23 && now < kHour * 27 ? kHour * 27 : now; }));
    };
    CHECK(with_second_at(kHour * 22) == Started{{27, 2}});
    CHECK(with_second_at(kHour * 26) == Started{{27, 1}, {48, 1}});
}

}  // namespace firn::service::test
