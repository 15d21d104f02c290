#include "core/sim/fifo_round.hpp"

#include "core/random/stream.hpp"
#include "core/sim/instruction_set.hpp"
#include "core/sim/kernels.hpp"
#include "core/sim/tournament.hpp"
#include "core/units/rational.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <tuple>
#include <vector>

using namespace firn;
using namespace firn::sim;

namespace {

struct Customer {
    std::int64_t arrival = 0;
    std::int64_t service = 0;
};

/// (end of service, place)
using Served = std::pair<std::int64_t, std::size_t>;

/// A round, in plain numbers: whose services end when the round begins, and who comes.
struct Case {
    std::vector<std::int64_t> ends;
    std::vector<Customer> customers;
};

/// What becomes of it.
struct Outcome {
    std::vector<Served> ended;
    std::vector<Served> serving;
    std::int64_t waited = 0;

    friend bool operator==(const Outcome&, const Outcome&) = default;
};

/// The rules, word by word: the next customer begins when the first of all services ends, and not before he
/// comes.
Outcome by_the_rules(const Case& drawn) {
    Outcome outcome;
    for (std::size_t place = 0; place < drawn.ends.size(); ++place) {
        outcome.serving.emplace_back(drawn.ends[place], place);
    }
    for (std::size_t i = 0; i < drawn.customers.size(); ++i) {
        const auto first = std::min_element(outcome.serving.begin(), outcome.serving.end());
        const std::int64_t start = std::max(first->first, drawn.customers[i].arrival);
        outcome.ended.push_back(*first);
        outcome.waited += start - drawn.customers[i].arrival;
        *first = {start + drawn.customers[i].service, drawn.ends.size() + i};
    }
    std::sort(outcome.serving.begin(), outcome.serving.end());
    return outcome;
}

template <class Key, class Serve>
Outcome by_keys(const Case& drawn, Serve serve) {
    const std::size_t workers = drawn.ends.size();
    const auto layout = FifoKeyLayout::of(workers, workers + drawn.customers.size());
    const auto key = [&](std::int64_t time, std::size_t place) {
        return (static_cast<Key>(time) << layout.low_bits()) |
               (static_cast<Key>(place) << layout.worker_bits);
    };
    const auto served = [&](Key k) {
        const Key places = (Key{1} << layout.place_bits) - 1;
        return Served{static_cast<std::int64_t>(k >> layout.low_bits()),
                      static_cast<std::size_t>((k >> layout.worker_bits) & places)};
    };
    std::vector<Key> serving;
    std::vector<Key> arrivals;
    std::vector<Key> steps;
    for (std::size_t place = 0; place < workers; ++place) {
        serving.push_back(key(drawn.ends[place], place));
    }
    for (std::size_t i = 0; i < drawn.customers.size(); ++i) {
        arrivals.push_back(key(drawn.customers[i].arrival, 0));
        steps.push_back(key(drawn.customers[i].service, workers + i));
    }
    std::vector<Key> ended(arrivals.size());
    Outcome outcome;
    outcome.waited =
        static_cast<std::int64_t>(serve(FifoRound<Key>{layout, serving, arrivals, steps, ended}));
    std::transform(ended.begin(), ended.end(), std::back_inserter(outcome.ended), served);
    std::transform(serving.begin(), serving.end(), std::back_inserter(outcome.serving), served);
    std::sort(outcome.serving.begin(), outcome.serving.end());
    return outcome;
}

/// Few different times, so that ties are frequent; services of no length at all, or of at least as much as
/// eight customers take to come, or so long that everybody waits.
Case draw_case(std::uint64_t seed, std::size_t workers) {
    const random::Stream stream{seed, "fifo-round"};
    std::uint64_t draws = 0;
    const auto below = [&](std::uint64_t limit) {
        return static_cast<std::int64_t>(stream.below(draws++, limit));
    };
    Case drawn;
    const std::uint64_t spread = std::uint64_t{1} << below(12);
    for (std::size_t i = 0; i < workers; ++i) {
        drawn.ends.push_back(below(spread));
    }
    const std::int64_t shortest = below(2) * below(500);
    const std::uint64_t longest = std::uint64_t{1} << below(16);
    const std::uint64_t gap = std::uint64_t{1} << below(10);
    const std::int64_t customers = below(200);
    std::int64_t arrival = 0;
    for (std::int64_t i = 0; i < customers; ++i) {
        arrival += below(gap);
        drawn.customers.push_back({arrival, shortest + below(longest)});
    }
    return drawn;
}

std::vector<std::size_t> numbers_of_workers() {
    std::vector<std::size_t> numbers{100, 128, 256};
    for (std::size_t workers = 1; workers <= 70; ++workers) {
        numbers.push_back(workers);
    }
    return numbers;
}

}  // namespace

TEST_CASE("rounds are served by the rules with every instruction set of the machine", "[sim]") {
    for (const InstructionSet set : available_instruction_sets()) {
        for (const std::size_t workers : numbers_of_workers()) {
            for (std::uint64_t seed = 0; seed < 40; ++seed) {
                CAPTURE(to_text(set), workers, seed);
                const Case drawn = draw_case(seed, workers);
                const bool same = by_keys<std::int64_t>(drawn, kernels_of(set).serve) == by_the_rules(drawn);
                REQUIRE(same);
            }
        }
    }
}

TEST_CASE("rounds with keys of 128 bits are served by the rules", "[sim]") {
    for (const std::size_t workers : numbers_of_workers()) {
        const Case drawn = draw_case(7, workers);
        const bool same = by_keys<UInt128>(drawn, serve_by_tournament<UInt128>) == by_the_rules(drawn);
        CAPTURE(workers);
        REQUIRE(same);
    }
}

TEST_CASE("times of a round may fill all bits of a key", "[sim]") {
    // 32 workers and 8 customers: 6 bits for the place, 5 for the worker; 52 are left for the time.
    const std::int64_t last = (std::int64_t{1} << 52U) - 1;
    Case drawn{std::vector<std::int64_t>(32), {}};
    drawn.ends.back() = last - 1;
    drawn.customers.assign(8, {last - 10, 9});
    for (const InstructionSet set : available_instruction_sets()) {
        const bool same = by_keys<std::int64_t>(drawn, kernels_of(set).serve) == by_the_rules(drawn);
        CHECK(same);
    }
}

TEST_CASE("every machine has the portable instruction set and some widest one", "[sim]") {
    const std::vector<InstructionSet> sets = available_instruction_sets();
    CHECK(sets.front() == InstructionSet::portable);
    CHECK(sets.back() == widest_instruction_set());
    CHECK(to_text(InstructionSet::avx512) == "avx512");
}
