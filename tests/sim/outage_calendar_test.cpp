#include "core/sim/outage_calendar.hpp"

#include "core/random/splitmix.hpp"
#include "tests/support/catch.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

using namespace firn;
using namespace firn::sim;

namespace {

constexpr Duration kLatest{1'000'000};

OutageOrigin origin(std::vector<Outage> outages) {
    return [outages = std::move(outages), next = std::size_t{0}]() mutable -> std::optional<Outage> {
        if (next == outages.size()) return std::nullopt;
        return outages[next++];
    };
}

Outage outage(std::int64_t begin, std::int64_t end) { return {Duration{begin}, Duration{end}}; }

OutageCalendar calendar(std::vector<Outage> outages) {
    return OutageCalendar{{origin(std::move(outages))}, kLatest};
}

/// Microsecond by microsecond: whether it is out.
using Microseconds = std::vector<bool>;

Duration resume_slowly(const Microseconds& out, Duration t) {
    while (out[static_cast<std::size_t>(t.count())]) {
        ++t;
    }
    return t;
}

Duration end_slowly(const Microseconds& out, Duration start, Duration length) {
    Duration begin = resume_slowly(out, start);
    for (Duration t = begin; t < begin + length; ++t) {
        const bool cut = out[static_cast<std::size_t>(t.count())];
        begin = cut ? resume_slowly(out, t) : begin;
        t = cut ? begin : t;
    }
    return begin + length;
}

/// Outages that may overlap, touch and be empty, drawn from a seed, within the first 3000 us.
std::vector<Outage> random_outages(std::uint64_t seed) {
    std::vector<Outage> outages;
    std::int64_t begin = 0;
    for (std::uint64_t n = 0; n < 40; ++n) {
        begin += static_cast<std::int64_t>(random::draw(seed, 2 * n) % 70);
        outages.push_back(
            outage(begin, begin + static_cast<std::int64_t>(random::draw(seed, 2 * n + 1) % 60)));
    }
    return outages;
}

void mark(Microseconds& out, const std::vector<Outage>& outages) {
    for (const Outage& outage : outages) {
        for (Duration t = outage.begin; t < outage.end; ++t) {
            out[static_cast<std::size_t>(t.count())] = true;
        }
    }
}

}  // namespace

TEST_CASE("a fetch that two outages cut begins anew after each", "[sim]") {
    // 10 s from 5 s; out from 12 s to 20 s and from 25 s to 26 s: anew at 20 s and at 26 s, until 36 s.
    OutageCalendar outages = calendar({outage(12, 20), outage(25, 26)});
    CHECK(outages.end_of(Duration{5}, Duration{10}) == Duration{36});
}

TEST_CASE("an attempt that ends with the begin of an outage has ended", "[sim]") {
    OutageCalendar outages = calendar({outage(12, 20)});
    CHECK(outages.end_of(Duration{2}, Duration{10}) == Duration{12});
    CHECK(outages.end_of(Duration{2}, Duration{11}) == Duration{31});
}

TEST_CASE("an attempt that begins in an outage begins at its end", "[sim]") {
    OutageCalendar outages = calendar({outage(12, 20)});
    CHECK(outages.end_of(Duration{11}, Duration{0}) == Duration{11});
    CHECK(outages.end_of(Duration{12}, Duration{0}) == Duration{20});
    CHECK(outages.end_of(Duration{12}, Duration{3}) == Duration{23});
    CHECK(outages.end_of(Duration{19}, Duration{3}) == Duration{23});
    CHECK(outages.end_of(Duration{20}, Duration{3}) == Duration{23});
    CHECK(outages.end_of(Duration{20}, Duration{0}) == Duration{20});
}

TEST_CASE("what is out resumes at the end of the outage", "[sim]") {
    OutageCalendar outages = calendar({outage(12, 20)});
    CHECK(outages.resume(Duration{0}) == Duration{0});
    CHECK(outages.resume(Duration{12}) == Duration{20});
    CHECK(outages.resume(Duration{19}) == Duration{20});
    CHECK(outages.resume(Duration{20}) == Duration{20});
}

TEST_CASE("the next outage is the first that begins then or later", "[sim]") {
    OutageCalendar outages = calendar({outage(12, 20), outage(30, 40)});
    CHECK(outages.next_begin(Duration{0}) == Duration{12});
    CHECK(outages.next_begin(Duration{12}) == Duration{12});
    CHECK(outages.next_begin(Duration{13}) == Duration{30});
    CHECK(outages.next_begin(Duration{31}) == Duration::max());
    CHECK(outages.next_begin(Duration{50}) == Duration::max());
}

TEST_CASE("outages of all origins that overlap or touch are one, and an empty one is none", "[sim]") {
    OutageCalendar outages{{origin({outage(10, 20), outage(40, 50)}),
                            origin({outage(15, 30), outage(35, 35)}), origin({outage(30, 32)})},
                           kLatest};
    CHECK(outages.next_begin(Duration{0}) == Duration{10});
    CHECK(outages.resume(Duration{10}) == Duration{32});
    CHECK(outages.next_begin(Duration{11}) == Duration{40});
    CHECK(outages.resume(Duration{35}) == Duration{35});
}

TEST_CASE("a calendar without outages cuts nothing", "[sim]") {
    OutageCalendar never;
    CHECK(never.resume(Duration{7}) == Duration{7});
    CHECK(never.end_of(Duration{7}, Duration{5}) == Duration{12});
    CHECK(never.next_begin(Duration{7}) == Duration::max());
    CHECK(never.end_of(Duration{7}, Duration::max()) == Duration::max());
}

TEST_CASE("an attempt that never fits between endless outages ends with the latest instant", "[sim]") {
    // Out for 3 us of every 10: 7 us are left, 8 us never fit.
    const OutageOrigin endless = [begin = std::int64_t{0}]() mutable -> std::optional<Outage> {
        begin += 10;
        return outage(begin, begin + 3);
    };
    OutageCalendar outages{{endless}, kLatest};
    CHECK(outages.end_of(Duration{0}, Duration{11}) == kLatest);
    CHECK(outages.end_of(Duration{1}, Duration{8}) == Duration{9});
    CHECK(outages.end_of(Duration{11}, Duration{7}) == Duration{20});
    CHECK(outages.end_of(Duration{11}, Duration{8}) == kLatest);
    CHECK(outages.resume(kLatest + Duration{5}) == kLatest);
    CHECK(outages.next_begin(kLatest) == Duration::max());
}

TEST_CASE("endless outages are asked for no earlier than needed", "[sim]") {
    std::int64_t asked = 0;
    const OutageOrigin endless = [&asked]() -> std::optional<Outage> {
        ++asked;
        return outage(100 * asked, 100 * asked + 1);
    };
    OutageCalendar outages{{endless}, kLatest};
    CHECK(outages.end_of(Duration{250}, Duration{10}) == Duration{260});
    // The one at 300, and one more to see that it lies apart.
    CHECK(asked == 4);
}

TEST_CASE("random outages of three origins agree with a calendar of single microseconds", "[sim]") {
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        CAPTURE(seed);
        Microseconds out(10'000);
        std::vector<OutageOrigin> origins;
        for (std::uint64_t i = 0; i < 1 + seed % 3; ++i) {
            const std::vector<Outage> outages = random_outages(seed * 8 + i);
            mark(out, outages);
            origins.push_back(origin(outages));
        }
        OutageCalendar outages{origins, kLatest};
        Duration t{};
        for (std::uint64_t n = 0; n < 400; ++n) {
            const Duration length{static_cast<std::int64_t>(random::draw(seed, 1000 + n) % 50)};
            REQUIRE(outages.resume(t) == resume_slowly(out, t));
            REQUIRE(outages.end_of(t, length) == end_slowly(out, t, length));
            t += Duration{static_cast<std::int64_t>(random::draw(seed, 2000 + n) % 15)};
        }
    }
}
