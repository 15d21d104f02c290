#include "core/restore/timeline.hpp"

#include <algorithm>
#include <numeric>

namespace firn::restore {

namespace {

/// When the first and the last archive of a round are ready.
struct ReadySpan {
    Duration first{};
    Duration last{};
};

/// The time that n requests take from the first to the last.
Duration requests_last(std::int64_t n, std::optional<std::int64_t> rate) {
    if (!rate || n < 2) return {};
    constexpr Int128 kSecond = 1'000'000;
    return Duration{static_cast<std::int64_t>(((n - 1) * kSecond + *rate - 1) / *rate)};
}

/// The time between two requests, rounded up.
Duration request_gap(std::optional<std::int64_t> rate) { return requests_last(2, rate); }

std::vector<ReadySpan> retrieve(const std::vector<Round>& rounds,
                                const std::vector<storage::RetrievalTime>& tiers, const Wish& wish,
                                Speed speed, Timeline& timeline) {
    std::vector<ReadySpan> spans;
    Duration next_request{};
    for (const Round& round : rounds) {
        const Duration begin = std::max(round.at, next_request);
        const Duration end = begin + requests_last(round.archives, wish.request_rate);
        const storage::RetrievalTime& tier = tiers[round.tier];
        const Duration shortest = speed == Speed::typical ? tier.shortest : tier.longest;
        spans.push_back({begin + shortest, end + tier.longest});
        timeline.rounds.push_back({.requested = end, .ready = spans.back().last});
        next_request = end + request_gap(wish.request_rate);
    }
    return spans;
}

std::vector<std::size_t> order_of(const std::vector<ReadySpan>& spans) {
    std::vector<std::size_t> order(spans.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return spans[a].first < spans[b].first; });
    return order;
}

/// Bytes of a round that are ready at an instant or later: at its end still one archive.
Int128 bytes_from(Duration instant, const Round& round, const ReadySpan& span, const Wish& wish) {
    if (instant <= span.first) return round.bytes.count();
    if (instant > span.last) return 0;
    const auto length = (span.last - span.first).count();
    if (wish.sizes) {
        const Int128 archives =
            (static_cast<Int128>(round.archives) * (span.last - instant).count() + length - 1) / length;
        const std::int64_t left = std::max<std::int64_t>(1, static_cast<std::int64_t>(archives));
        const std::int64_t end = round.first + round.archives;
        return (bytes_before(wish, end) - bytes_before(wish, end - left)).count();
    }
    const auto left = static_cast<Int128>(round.bytes.count()) * (span.last - instant).count() / length;
    return std::max<Int128>(left, round.bytes.count() / round.archives);
}

/// When a link that is never idle while something is ready has downloaded everything: for every instant, what
/// is ready from then on takes its time from then on, and the one that takes longest decides.
Duration downloaded_of(const std::vector<Round>& rounds, const std::vector<ReadySpan>& spans,
                       const Wish& wish) {
    Duration end{};
    const auto consider = [&](Duration instant) {
        Int128 bytes = 0;
        for (std::size_t i = 0; i < rounds.size(); ++i)
            bytes += bytes_from(instant, rounds[i], spans[i], wish);
        end = std::max(end, instant + time_for(Bytes{static_cast<std::int64_t>(bytes)}, wish.link));
    };
    for (const ReadySpan& span : spans) {
        consider(span.first);
        consider(span.last);
    }
    return end;
}

/// When the archives of a round are downloaded over a link that is free for them: for each of them, when it
/// is ready and what takes its turn from it on. Of a long round groups are taken as one: ready with the last
/// of theirs, so that it is never too early.
Duration latest_of(const Round& round, const ReadySpan& span, const Wish& wish) {
    constexpr std::int64_t kGroups = 1024;
    const std::int64_t group = (round.archives + kGroups - 1) / kGroups;
    const std::int64_t end = round.first + round.archives;
    const auto length = (span.last - span.first).count();
    Duration latest{};
    for (std::int64_t i = 0; i < round.archives; i += group) {
        const std::int64_t last = std::min(i + group, round.archives) - 1;
        const std::int64_t steps = std::max<std::int64_t>(1, round.archives - 1);
        const Int128 after = (static_cast<Int128>(length) * last + steps - 1) / steps;
        const Duration ready =
            round.archives == 1 ? span.last : span.first + Duration{static_cast<std::int64_t>(after)};
        const Bytes left = bytes_before(wish, end) - bytes_before(wish, round.first + i);
        latest = std::max(latest, ready + time_for(left, wish.link));
    }
    return latest;
}

}  // namespace

Round round_of(const Wish& wish, Duration at, std::size_t tier, std::int64_t first, std::int64_t archives) {
    return {.at = at,
            .tier = tier,
            .first = first,
            .archives = archives,
            .bytes = bytes_before(wish, first + archives) - bytes_before(wish, first)};
}

// The archives of a round become ready evenly, so the link either never runs dry after its first archive or
// waits for its last one.
Timeline timeline_of(const std::vector<Round>& rounds, const std::vector<storage::RetrievalTime>& tiers,
                     const Wish& wish, Speed speed) {
    Timeline timeline;
    const std::vector<ReadySpan> spans = retrieve(rounds, tiers, wish, speed, timeline);
    const Duration last_archive = time_for(largest_archive(wish), wish.link);
    Duration link_is_free{};
    for (const std::size_t i : order_of(spans)) {
        RoundTimes& times = timeline.rounds[i];
        times.download_begins = std::max(link_is_free, spans[i].first);
        times.downloaded = std::max(
            times.download_begins + time_for(rounds[i].bytes, wish.link),
            wish.sizes ? latest_of(rounds[i], spans[i], wish) : Duration{spans[i].last + last_archive});
        link_is_free = times.downloaded;
    }
    for (const RoundTimes& times : timeline.rounds) {
        timeline.requested = std::max(timeline.requested, times.requested);
        timeline.ready = std::max(timeline.ready, times.ready);
        timeline.downloaded = std::max(timeline.downloaded, times.downloaded);
    }
    // In typical times rounds become ready among each other: one after the other they would seem slower.
    if (speed == Speed::typical) timeline.downloaded = downloaded_of(rounds, spans, wish);
    timeline.ends = timeline.downloaded + time_for(largest_archive(wish), wish.unpack_rate);
    return timeline;
}

}  // namespace firn::restore
