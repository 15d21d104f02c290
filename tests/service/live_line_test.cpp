#include "core/service/waiting_line.hpp"

#include "core/random/stream.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cstdint>
#include <deque>

namespace firn::service {

namespace {

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
    WaitingLine line;
    line.join({.number = 1});
    line.rejoin({.number = 2, .failed_attempts = 1});
    line.join({.number = 3});
    CHECK(line.size() == 3);
    for (std::uint64_t number = 1; number <= 3; ++number) {
        CHECK(line.front().number == number);
        line.pop_front();
    }
    CHECK(line.empty());
    CHECK(!line.take_first_returned());
}

TEST_CASE("a line in two parts keeps the order of one line, whoever is taken out of it", "[service]") {
    const random::Stream stream{1, "test"};
    WaitingLine line;
    std::deque<File> plain;
    for (std::uint64_t n = 0; n < 20'000; ++n) {
        const std::uint64_t action = stream.below(n, 8);
        const bool any_came_back = std::any_of(plain.begin(), plain.end(),
                                               [](const File& file) { return file.failed_attempts > 0; });
        if (action < 3) {
            line.join({.number = n});
            plain.push_back({.number = n});
        } else if (action < 4) {
            line.rejoin({.number = n, .failed_attempts = 1});
            plain.push_back({.number = n, .failed_attempts = 1});
        } else if (action < 5 && any_came_back) {
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
}

}  // namespace firn::service
