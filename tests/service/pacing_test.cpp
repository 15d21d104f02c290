#include "core/service/pacing.hpp"

#include "tests/support/catch.hpp"

#include <vector>

using namespace firn;
using namespace firn::service;

namespace {

constexpr Duration kHour = std::chrono::hours{1};
constexpr HourAmount kTen{Bytes{10}, 1};

}  // namespace

TEST_CASE("in hour h of an account at most h + 1 times the hour's amount is asked for", "[service]") {
    // 10 bytes an hour, 4 bytes each: 2 fit into hour 0 (8 <= 10), 3 more into hour 1 (20 <= 20), then 2.
    Pacer pacer;
    std::vector<std::int64_t> hours;
    Duration now{0};
    for (int i = 0; i < 7; ++i) {
        now = pacer.earliest(Bytes{4}, now, now, kTen);
        CHECK_FALSE(pacer.take(Bytes{4}, now, kTen));
        hours.push_back(now / kHour);
    }
    CHECK(hours == std::vector<std::int64_t>{0, 0, 1, 1, 1, 2, 2});
}

TEST_CASE("what an hour leaves over can be asked for later on the day, not on the next, by who waits",
          "[service]") {
    Pacer pacer;
    CHECK(pacer.earliest(Bytes{40}, kHour * 3, kHour * 3, kTen) == kHour * 3);
    CHECK_FALSE(pacer.take(Bytes{40}, kHour * 3, kTen));
    CHECK(pacer.earliest(Bytes{10}, kHour * 3, kHour * 3, kTen) == kHour * 4);
    CHECK(pacer.earliest(Bytes{40}, kHour * 24, kHour * 24, kTen) == kHour * 27);
}

TEST_CASE("hours in which nobody waited are lost", "[service]") {
    // From hour 22 on, 10 bytes an hour: 20 of the day are left, not 240.
    Pacer pacer;
    pacer.begin_to_wait(kHour * 22 + std::chrono::minutes{30});
    const Duration now = kHour * 22 + std::chrono::minutes{30};
    CHECK(pacer.earliest(Bytes{10}, now, now, kTen) == now);
    CHECK_FALSE(pacer.take(Bytes{10}, now, kTen));
    CHECK(pacer.earliest(Bytes{10}, now, now, kTen) == kHour * 23);
    CHECK_FALSE(pacer.take(Bytes{10}, kHour * 23, kTen));
    CHECK(pacer.earliest(Bytes{10}, kHour * 23, kHour * 23, kTen) == kHour * 24);
    // What asks again within the hour goes on with its account, later with one of its own.
    CHECK_FALSE(pacer.take(Bytes{10}, kHour * 24, kTen));
    pacer.begin_to_wait(kHour * 24 + std::chrono::minutes{10});
    CHECK(pacer.earliest(Bytes{10}, kHour * 24 + std::chrono::minutes{10},
                         kHour * 24 + std::chrono::minutes{10}, kTen) == kHour * 25);
    pacer.begin_to_wait(kHour * 30);
    CHECK(pacer.earliest(Bytes{10}, kHour * 30, kHour * 30, kTen) == kHour * 30);
    CHECK(pacer.earliest(Bytes{11}, kHour * 30, kHour * 30, kTen) == kHour * 31);
}

TEST_CASE("what does not fit into the rest of the day waits for midnight", "[service]") {
    Pacer pacer;
    CHECK_FALSE(pacer.take(Bytes{235}, kHour * 23, kTen));
    CHECK(pacer.earliest(Bytes{5}, kHour * 23, kHour * 23, kTen) == kHour * 23);
    CHECK(pacer.earliest(Bytes{6}, kHour * 23, kHour * 23, kTen) == kHour * 24);
}

TEST_CASE("more than a day's amount is asked for alone at the day's begin", "[service]") {
    Pacer pacer;
    CHECK(pacer.earliest(Bytes{241}, kHour, kHour, kTen) == kHour * 24);
    CHECK(pacer.earliest(Bytes{241}, kHour, kHour * 24, kTen) == kHour * 24);
    CHECK(pacer.take(Bytes{241}, kHour * 24, kTen));
    CHECK(pacer.earliest(Bytes{1}, kHour * 24, kHour * 24, kTen) == kHour * 48);
}

TEST_CASE("more than a day's amount has its day to itself, also if nobody waits behind it", "[service]") {
    Pacer pacer;
    pacer.begin_to_wait(kHour);
    CHECK(pacer.take(Bytes{241}, kHour * 24, kTen));
    pacer.begin_to_wait(kHour * 25);
    CHECK(pacer.earliest(Bytes{1}, kHour * 25, kHour * 25, kTen) == kHour * 48);
    pacer.begin_to_wait(kHour * 49);
    CHECK(pacer.earliest(Bytes{10}, kHour * 49, kHour * 49, kTen) == kHour * 49);
}

TEST_CASE("more than a day's amount waits for a midnight of its own, whoever waited for one before",
          "[service]") {
    // The first one left the line without having been asked for; the second came on the next day.
    Pacer pacer;
    pacer.begin_to_wait(kHour);
    CHECK(pacer.earliest(Bytes{241}, kHour, kHour, kTen) == kHour * 24);
    pacer.begin_to_wait(kHour * 30);
    CHECK(pacer.earliest(Bytes{300}, kHour * 30, kHour * 30, kTen) == kHour * 48);
    // So it is if the second one stood behind it.
    CHECK(pacer.earliest(Bytes{241}, kHour * 31, kHour * 48, kTen) == kHour * 48);
    CHECK(pacer.earliest(Bytes{300}, kHour * 49, kHour * 50, kTen) == kHour * 72);
}

TEST_CASE("the free amount of an hour is 5 % of what is stored by the month's days and 24 hours",
          "[service]") {
    // 14,400 bytes in a month of 30 days: 720 bytes a month, 24 a day, 1 an hour.
    const HourAmount amount = HourAmount::of_free_allowance(Bytes{14'400}, 30);
    Pacer pacer;
    CHECK(pacer.earliest(Bytes{1}, Duration{0}, Duration{0}, amount) == Duration{0});
    CHECK(pacer.earliest(Bytes{2}, Duration{0}, Duration{0}, amount) == kHour);
    CHECK(pacer.earliest(Bytes{24}, Duration{0}, Duration{0}, amount) == kHour * 23);
    CHECK(pacer.earliest(Bytes{25}, kHour, kHour, amount) == kHour * 24);
}

TEST_CASE("a deadline spreads a batch over its whole hours, rounded up", "[service]") {
    CHECK(HourAmount::within(100, Bytes{100}, Duration{0}, kHour * 7).bytes == Bytes{15});
    CHECK(HourAmount::within(100, Bytes{100}, Duration{0}, -kHour).bytes == Bytes{100});
}

TEST_CASE("a deadline allows for what each day leaves over", "[service]") {
    // 3 of 250 bytes in 43 hours with one midnight: (750 + 250) / 43 = 23.3 an hour.
    CHECK(HourAmount::within(750, Bytes{250}, Duration{0}, kHour * 43).bytes == Bytes{24});
}

TEST_CASE("what waited for a midnight starts after it when another line was first", "[service]") {
    Pacer pacer;
    CHECK(pacer.earliest(Bytes{241}, kHour, kHour, kTen) == kHour * 24);
    const Duration later = kHour * 24 + std::chrono::seconds{1};
    CHECK(pacer.earliest(Bytes{241}, kHour, later, kTen) == later);
    CHECK(pacer.take(Bytes{241}, later, kTen));
    CHECK(pacer.earliest(Bytes{241}, kHour, kHour * 25, kTen) == kHour * 48);
}

TEST_CASE("what is asked for at midnight need not wait for another one", "[service]") {
    Pacer pacer;
    const Duration later = kHour * 24 + std::chrono::seconds{1};
    CHECK(pacer.earliest(Bytes{241}, kHour * 24, kHour * 24, kTen) == kHour * 24);
    CHECK(pacer.earliest(Bytes{241}, kHour * 24, later, kTen) == later);
}
