#include "core/restore/archive_sizes.hpp"

#include "core/restore/pacings.hpp"
#include "core/restore/peak_schedule.hpp"
#include "core/restore/timeline.hpp"
#include "tests/restore/wishes.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <functional>
#include <memory>
#include <numeric>
#include <optional>
#include <vector>

using namespace firn;
using namespace firn::restore;
using usage::RetrievalRule;

namespace {

constexpr std::int64_t kGb = std::int64_t{1} << 30;

ArchiveSizes gigabytes(const std::vector<std::int64_t>& sizes) {
    std::vector<Bytes> bytes;
    for (const std::int64_t size : sizes)
        bytes.push_back(Bytes{size * kGb});
    return ArchiveSizes{bytes};
}

/// The billable rate of a schedule that asks for so many of these archives in each hour, in their order.
Rational peak_of(const std::vector<std::int64_t>& sizes, const std::vector<std::int64_t>& requests,
                 const PeakTerms& terms, PeakWindow window) {
    std::vector<std::int64_t> pieces;
    auto next = sizes.begin();
    for (const std::int64_t n : requests) {
        pieces.push_back(std::accumulate(next, next + n, std::int64_t{0}));
        next += n;
    }
    return billable_peak(pieces, Rational{kGb}, terms, window);
}

/// The least of all schedules in that order.
Rational by_brute_force(const std::vector<std::int64_t>& sizes, const PeakTerms& terms, PeakWindow window) {
    std::vector<std::int64_t> requests(static_cast<std::size_t>(window.hours));
    std::optional<Rational> least;
    const std::function<void(std::size_t, std::int64_t)> spread = [&](std::size_t hour, std::int64_t left) {
        if (hour + 1 == requests.size()) {
            requests[hour] = left;
            const Rational peak = peak_of(sizes, requests, terms, window);
            if (!least || peak < *least) least = peak;
            return;
        }
        for (std::int64_t n = 0; n <= left; ++n) {
            requests[hour] = n;
            spread(hour + 1, left - n);
        }
    };
    spread(0, static_cast<std::int64_t>(sizes.size()));
    return *least;
}

Wish mixed_wish(const std::vector<std::int64_t>& bytes) {
    Wish wish = test::eight_tebibytes();
    std::vector<Bytes> sizes;
    for (const std::int64_t size : bytes)
        sizes.push_back(Bytes{size});
    wish.sizes = std::make_shared<const ArchiveSizes>(sizes);
    wish.archives = wish.sizes->count();
    wish.bytes = wish.sizes->bytes_before(wish.archives);
    wish.stored_bytes = wish.bytes;
    wish.stored_archives = wish.archives;
    return wish;
}

}  // namespace

TEST_CASE("archives of different sizes are found by their bytes", "[restore]") {
    const ArchiveSizes sizes{{Bytes{300}, Bytes{20}, Bytes{50}}};
    CHECK(sizes.count() == 3);
    CHECK(sizes.bytes_before(2) == Bytes{320});
    CHECK(sizes.largest() == Bytes{300});
    CHECK(sizes.common_divisor() == Bytes{10});
    CHECK(sizes.fitting(0, 3, Bytes{299}) == 0);
    CHECK(sizes.fitting(0, 3, Bytes{319}) == 1);
    CHECK(sizes.fitting(1, 3, Bytes{1000}) == 2);
    CHECK(sizes.fitting(1, 2, Bytes{1000}) == 1);
    CHECK(sizes.fitting_before(3, Bytes{69}) == 1);
    CHECK(sizes.fitting_before(3, Bytes{70}) == 2);
    CHECK(sizes.fitting_before(3, Bytes{1000}) == 3);
    CHECK(sizes.reaching(Bytes{300}) == 1);
    CHECK(sizes.reaching(Bytes{301}) == 2);
    CHECK(sizes.reaching(Bytes{1000}) == 3);
}

TEST_CASE("no other schedule in order of archives that differ has a lower peak", "[restore]") {
    const auto rule = GENERATE(RetrievalRule::first_faq, RetrievalRule::reworked_faq);
    const auto sizes = GENERATE(std::vector<std::int64_t>{6, 1, 1, 4}, std::vector<std::int64_t>{1, 5, 2},
                                std::vector<std::int64_t>{3, 1, 2, 1, 3});
    const auto hours = GENERATE(std::int64_t{1}, std::int64_t{5}, std::int64_t{6});
    const auto allowance = GENERATE(0, 1, 3);
    const auto first_hour = GENERATE(std::int64_t{0}, std::int64_t{17}, std::int64_t{19}, std::int64_t{20},
                                     std::int64_t{22}, std::int64_t{23});
    CAPTURE(sizes, hours, allowance, first_hour, rule == RetrievalRule::first_faq);
    const PeakTerms terms{.daily_allowance = Rational{kGb} * allowance, .rule = rule};
    const PeakWindow window{first_hour, hours};
    const auto requests = least_peak(gigabytes(sizes), terms, window);
    CHECK(std::accumulate(requests.begin(), requests.end(), std::int64_t{0}) ==
          static_cast<std::int64_t>(sizes.size()));
    // Rates are whole bytes an hour.
    const Rational over = peak_of(sizes, requests, terms, window) - by_brute_force(sizes, terms, window);
    CHECK(over >= 0);
    CHECK(over <= 1);
}

// Within nine hours and without an allowance: 6 GB, then 1 + 1 + 4 GB four hours later, 1.5 GB an hour.
TEST_CASE("archives of 6, 1, 1 and 4 GB come in two jobs", "[restore]") {
    const PeakTerms terms{.rule = RetrievalRule::reworked_faq};
    const auto requests = least_peak(gigabytes({6, 1, 1, 4}), terms, {0, 9});
    CHECK(peak_of({6, 1, 1, 4}, requests, terms, {0, 9}) == Rational{3 * kGb, 2});
}

TEST_CASE("archives of one size have the same schedule with their sizes as without", "[restore]") {
    const auto rule = GENERATE(RetrievalRule::first_faq, RetrievalRule::reworked_faq);
    const auto first_hour = GENERATE(std::int64_t{0}, std::int64_t{21});
    const PeakTerms terms{.daily_allowance = Rational{kGb} * 2, .rule = rule};
    CHECK(least_peak(gigabytes({1, 1, 1, 1, 1, 1, 1}), terms, {first_hour, 6}) ==
          least_peak(7, Rational{kGb}, terms, {first_hour, 6}));
}

// 450 GB an hour: by the first hour 450 GB are asked for, two archives, by the second 900 GB, all four.
TEST_CASE("in each hour as many archives are asked for as the link downloads", "[restore]") {
    const Wish wish = mixed_wish({400'000'000'000, 100'000'000'000, 390'000'000'000, 200'000'000'000});
    const std::vector<Round> rounds = rounds_by_link(wish, 0);
    REQUIRE(rounds.size() == 2);
    CHECK(rounds[0].archives == 2);
    CHECK(rounds[0].bytes == Bytes{500'000'000'000});
    CHECK(rounds[1].archives == 2);
}

// One request a second, ready after an hour each. 125 MB/s: 1 s for each of three small ones, 80 s for the
// large one. Small ones first: it is ready at 3603 s and downloaded 80 s later. Large one first: 3600 + 83 s.
TEST_CASE("a download ends when the size of each archive says", "[restore]") {
    const std::vector<storage::RetrievalTime> tiers{
        {"glacier", "", std::chrono::hours{1}, std::chrono::hours{1}, false, "", ""}};
    const auto downloaded = [&](const std::vector<std::int64_t>& sizes) {
        Wish wish = mixed_wish(sizes);
        wish.request_rate = 1;
        return timeline_of({round_of(wish, {}, 0, 0, 4)}, tiers, wish, Speed::longest).downloaded;
    };
    constexpr std::int64_t kSmall = 125'000'000;
    CHECK(downloaded({kSmall, kSmall, kSmall, 80 * kSmall}) == std::chrono::seconds{3603 + 80});
    CHECK(downloaded({80 * kSmall, kSmall, kSmall, kSmall}) == std::chrono::seconds{3600 + 83});
}

// Ready after 3600, 3700, 3800 and 3900 s. The third takes 200 s from 3800 s on, and the last, ready
// meanwhile, 1 s.
TEST_CASE("at typical times a large archive in the midst of a round decides when all are there",
          "[restore]") {
    const std::vector<storage::RetrievalTime> tiers{
        {"glacier", "", std::chrono::hours{1}, std::chrono::seconds{3900}, false, "", ""}};
    constexpr std::int64_t kSmall = 125'000'000;
    Wish wish = mixed_wish({kSmall, kSmall, 200 * kSmall, kSmall});
    wish.request_rate.reset();
    const Timeline timeline = timeline_of({round_of(wish, {}, 0, 0, 4)}, tiers, wish, Speed::typical);
    CHECK(timeline.downloaded == std::chrono::seconds{4001});
}

// Against each archive by itself, where their ready times are no whole microseconds.
TEST_CASE("at typical times no archive is downloaded before what is ready from it on", "[restore]") {
    const std::vector<storage::RetrievalTime> tiers{
        {"glacier", "", Duration{7}, Duration{107}, false, "", ""}};
    for (std::size_t large = 0; large < 13; ++large) {
        std::vector<std::int64_t> sizes(13, 125);
        sizes[large] = 125 * 60;
        Wish wish = mixed_wish(sizes);
        wish.request_rate.reset();
        Duration expected{};
        for (std::int64_t place = 0; place < 13; ++place) {
            const Bytes left = wish.bytes - wish.sizes->bytes_before(place);
            expected = std::max(expected, Duration{7 + (100 * place + 11) / 12} + time_for(left, wish.link));
        }
        CAPTURE(large);
        CHECK(timeline_of({round_of(wish, {}, 0, 0, 13)}, tiers, wish, Speed::typical).downloaded ==
              expected);
    }
}
