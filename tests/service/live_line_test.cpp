#include "core/service/live_line.hpp"

#include "core/random/stream.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cstdint>
#include <deque>

namespace firn::service {

namespace {

/// Files that arrive one a microsecond; the first is number 0.
FileStream one_a_microsecond(std::uint64_t files, const FileTraits& traits) {
    return {[files, given = std::uint64_t{0}](workload::FileBlock& block) mutable -> Result<bool> {
                block.clear();
                for (; block.files() < 1'000 && given < files; ++given) {
                    block.arrivals.emplace_back(static_cast<std::int64_t>(given));
                    block.sizes.emplace_back(1);
                }
                return block.files() > 0;
            },
            traits, Faults{}, 1, 0};
}

/// The same as one line in which everybody stands, searched from the front.
std::uint64_t take_first_returned(std::deque<File>& line) {
    const auto first =
        std::find_if(line.begin(), line.end(), [](const File& file) { return file.failed_attempts > 0; });
    const std::uint64_t number = first->number;
    line.erase(first);
    return number;
}

}  // namespace

TEST_CASE("who comes back waits behind those that came before", "[service]") {
    const FileTraits traits;
    LiveLine line{one_a_microsecond(2, traits)};
    CHECK(line.empty());
    line.arrive();
    line.rejoin({.number = 7, .failed_attempts = 1});
    line.arrive();
    CHECK(line.size() == 3);
    for (const std::uint64_t number : {0U, 7U, 1U}) {
        CHECK(line.front().number == number);
        line.pop_front();
    }
    CHECK(line.empty());
    CHECK(line.next_arrival() == nullptr);
    CHECK(!line.take_first_returned());
}

TEST_CASE("a line of no files is empty, and nobody will come", "[service]") {
    const FileTraits traits;
    LiveLine line{one_a_microsecond(0, traits)};
    CHECK(line.empty());
    CHECK(line.next_arrival() == nullptr);
    line.rejoin({.number = 7, .failed_attempts = 1});
    CHECK(line.front().number == 7);
}

TEST_CASE("a line in two parts keeps the order of one line, whoever is taken out of it", "[service]") {
    constexpr std::uint64_t kFiles = 20'000;
    constexpr std::uint64_t kCameBack = 1'000'000;
    const random::Stream stream{1, "test"};
    const FileTraits traits;
    LiveLine line{one_a_microsecond(kFiles, traits)};
    std::deque<File> plain;
    for (std::uint64_t n = 0; line.next_arrival() != nullptr || !plain.empty(); ++n) {
        // Long lines in between, so that they reach over several pages.
        const std::uint64_t action = stream.below(n, n / 8'000 % 2 == 0 ? 8 : 12);
        const bool any_came_back = std::any_of(plain.begin(), plain.end(),
                                               [](const File& file) { return file.failed_attempts > 0; });
        if (action < 4) {
            if (line.next_arrival() == nullptr) continue;
            plain.push_back(*line.next_arrival());
            line.arrive();
        } else if (action < 5 && plain.size() < 2'000) {
            line.rejoin({.number = kCameBack + n, .failed_attempts = 1});
            plain.push_back({.number = kCameBack + n, .failed_attempts = 1});
        } else if (action < 6 && any_came_back) {
            const auto taken = line.take_first_returned();
            REQUIRE(taken);
            REQUIRE(taken->number == take_first_returned(plain));
        } else if (!plain.empty()) {
            REQUIRE(line.front().number == plain.front().number);
            line.pop_front();
            plain.pop_front();
        }
        REQUIRE(line.size() == plain.size());
        REQUIRE(line.empty() == plain.empty());
    }
    CHECK(line.files_read() == kFiles);
}

}  // namespace firn::service
