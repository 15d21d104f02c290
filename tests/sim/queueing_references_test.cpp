/// Queues whose answers are known: from theory, or from independent simulations.

#include "core/random/exponential.hpp"
#include "core/random/splitmix.hpp"
#include "core/random/stream.hpp"
#include "core/sim/event_queue.hpp"
#include "core/sim/fifo_pool.hpp"
#include "core/sim/time_series.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <deque>
#include <vector>

using namespace firn;
using namespace firn::sim;

namespace {

/// How long customers waited for one of equal workers that serve them in the order of arrival.
class Waits {
  public:
    explicit Waits(std::uint32_t workers) : pool_{workers} {}

    Duration serve(Duration arrival, Duration service) {
        const Duration start = std::max(arrival, pool_.earliest_free());
        pool_.occupy_earliest(start + service);
        const Duration wait = start - arrival;
        sum_ += static_cast<UInt128>(wait.count());
        largest_ = std::max(largest_, wait);
        delayed_ += wait > Duration{0} ? 1U : 0U;
        return wait;
    }

    [[nodiscard]] UInt128 sum() const { return sum_; }
    [[nodiscard]] Duration largest() const { return largest_; }
    [[nodiscard]] std::uint64_t delayed() const { return delayed_; }

  private:
    FifoPool pool_;
    UInt128 sum_ = 0;
    Duration largest_{};
    std::uint64_t delayed_ = 0;
};

/// The reference workload W2: M/M/4 with 3.6 arrivals a second, services of a second in the mean. Its times
/// are whole multiples of 2^-44 s here, so that 278,000 s fit and what is cut stays below the twelfth digit.
Waits reference_workload_w2(std::uint64_t customers) {
    const std::uint64_t seed = random::seed(4);
    const auto time = [seed](std::uint64_t n, double rate) {
        const double even = (static_cast<double>(random::draw(seed, n) >> 11U) + 0.5) * 0x1p-53;
        return Duration{std::llround(-std::log(even) / rate * 0x1p44)};
    };
    Waits waits{4};
    Duration arrival{};
    for (std::uint64_t n = 0; n < customers; ++n) {
        arrival += time(2 * n, 3.6);
        waits.serve(arrival, time(2 * n + 1, 1.0));
    }
    return waits;
}

double seconds_of_w2(double units) { return units * 0x1p-44; }

/// The mean of replicates, and four of its standard errors: of some thousands of means one is further from
/// the truth by chance. The draws are fixed: a test that passes once passes always.
struct Interval {
    double mean = 0;
    double width = 0;
};

Interval interval_of(const std::vector<double>& replicates) {
    const auto count = static_cast<double>(replicates.size());
    double sum = 0;
    for (const double value : replicates) {
        sum += value;
    }
    const double mean = sum / count;
    double squares = 0;
    for (const double value : replicates) {
        squares += (value - mean) * (value - mean);
    }
    return {mean, 4 * std::sqrt(squares / (count - 1) / count)};
}

void check_within(const Interval& interval, double expected, double relative_width) {
    CAPTURE(interval.mean, interval.width, expected);
    CHECK(std::abs(interval.mean - expected) <= interval.width);
    // An interval that holds everything would say nothing.
    CHECK(interval.width <= relative_width * expected);
}

constexpr Duration kServiceMean = std::chrono::seconds{1};
constexpr std::uint64_t kReplicates = 40;

/// Erlang C: the mean wait of M/M/c in mean services, with `offered` as many workers' work.
double erlang_wait(std::uint32_t workers, double offered) {
    double term = 1;
    double sum = 0;
    for (std::uint32_t k = 0; k < workers; ++k) {
        sum += term;
        term *= offered / (k + 1);
    }
    const double waiting = term * workers / (workers - offered);
    return waiting / (sum + waiting) / (workers - offered);
}

/// The mean wait of 20,000 customers after 2,000 others, in mean services.
double mean_wait(std::uint32_t workers, Duration gap_mean, std::uint64_t replicate) {
    const random::Stream gaps{replicate, "gaps"};
    const random::Stream services{replicate, "services"};
    Waits waits{workers};
    Duration arrival{};
    UInt128 before = 0;
    for (std::uint64_t n = 0; n < 22'000; ++n) {
        before = n == 2'000 ? waits.sum() : before;
        arrival += random::exponential(gaps.at(n), gap_mean);
        waits.serve(arrival, random::exponential(services.at(n), kServiceMean));
    }
    return static_cast<double>(waits.sum() - before) / 20'000 / static_cast<double>(kServiceMean.count());
}

Interval mean_waits(std::uint32_t workers, Duration gap_mean) {
    std::vector<double> replicates;
    for (std::uint64_t replicate = 0; replicate < kReplicates; ++replicate) {
        replicates.push_back(mean_wait(workers, gap_mean, replicate));
    }
    return interval_of(replicates);
}

/// Machines that work for an exponential time, fail, and are repaired by the first repairer who is free.
class RepairShop {
  public:
    RepairShop(std::uint64_t machines, std::uint64_t repairers, Duration works, Duration repair,
               std::uint64_t replicate)
        : idle_{repairers}, works_{works}, repair_{repair}, draws_{replicate, "repair-shop"} {
        for (std::uint64_t machine = 0; machine < machines; ++machine) {
            events_.push(draw(works_), event_++, Event::fails);
        }
    }

    /// How many machines were down in the mean, over so many events.
    double mean_down(std::uint64_t events) {
        const Duration begin = now_;
        down_time_ = 0;
        for (std::uint64_t n = 0; n < events; ++n) {
            step();
        }
        return static_cast<double>(down_time_) / static_cast<double>((now_ - begin).count());
    }

  private:
    enum class Event { fails, is_repaired };

    void step() {
        down_time_ += static_cast<UInt128>((events_.next_at() - now_).count()) * down_;
        now_ = events_.next_at();
        switch (events_.pop()) {
            case Event::fails:
                fail();
                break;
            case Event::is_repaired:
                be_repaired();
                break;
        }
        for (; idle_ > 0 && waiting_ > 0; --idle_, --waiting_) {
            events_.push(now_ + draw(repair_), event_++, Event::is_repaired);
        }
    }

    void fail() {
        ++down_;
        ++waiting_;
    }

    void be_repaired() {
        --down_;
        ++idle_;
        events_.push(now_ + draw(works_), event_++, Event::fails);
    }

    Duration draw(Duration mean) { return random::exponential(draws_.at(drawn_++), mean); }

    EventQueue<Event> events_;
    Duration now_{};
    std::uint64_t down_ = 0;
    std::uint64_t waiting_ = 0;
    std::uint64_t idle_;
    UInt128 down_time_ = 0;
    Duration works_;
    Duration repair_;
    random::Stream draws_;
    std::uint64_t drawn_ = 0;
    std::uint64_t event_ = 0;
};

/// The same from the closed form: births (machines - k) / works, deaths min(k, repairers) / repair.
double mean_down_in_balance(int machines, int repairers, double works, double repair) {
    double chance = 1;
    double sum = 0;
    double down = 0;
    for (int k = 0; k <= machines; ++k) {
        sum += chance;
        down += k * chance;
        chance *= (machines - k) * repair / (std::min(k + 1, repairers) * works);
    }
    return down / sum;
}

/// A queue with workers from event to event, which counts who is in it.
class CountedQueue {
  public:
    explicit CountedQueue(std::uint64_t workers) : idle_{workers} {}

    void run(std::uint64_t customers, std::uint64_t seed) {
        const random::Stream gaps{seed, "gaps"};
        Duration arrival{};
        for (std::uint64_t n = 0; n < customers; ++n) {
            arrival += random::exponential(gaps.at(n), kServiceMean / 3);
            events_.push(arrival, n, {.arrival = arrival, .arrives = true});
        }
        const random::Stream services{seed, "services"};
        for (std::uint64_t n = customers; !events_.empty(); ++n) {
            step(services, n);
        }
        inside_.finish(now_ + Duration{1});
        sojourns_.finish(now_ + Duration{1});
    }

    [[nodiscard]] UInt128 integral() const { return sum_of(inside_.buckets(Resolution::day)); }
    [[nodiscard]] UInt128 sojourns() const { return sum_of(sojourns_.buckets(Resolution::day)); }

  private:
    struct Event {
        Duration arrival{};
        bool arrives = false;
    };

    static UInt128 sum_of(const std::vector<SeriesBucket>& buckets) {
        UInt128 sum = 0;
        for (const SeriesBucket& bucket : buckets) {
            sum += bucket.sum;
        }
        return sum;
    }

    void step(const random::Stream& services, std::uint64_t n) {
        now_ = events_.next_at();
        const Event event = events_.pop();
        event.arrives ? arrive(event) : depart(event);
        if (idle_ == 0 || line_.empty()) return;
        --idle_;
        events_.push(now_ + random::exponential(services.at(n), kServiceMean), n, {.arrival = line_.front()});
        line_.pop_front();
    }

    void arrive(const Event& event) {
        inside_.change(now_, 1);
        line_.push_back(event.arrival);
    }

    void depart(const Event& event) {
        inside_.change(now_, -1);
        sojourns_.add(now_, (now_ - event.arrival).count());
        ++idle_;
    }

    EventQueue<Event> events_;
    std::deque<Duration> line_;
    std::uint64_t idle_;
    Duration now_{};
    LevelSeries inside_;
    TallySeries sojourns_;
};

}  // namespace

TEST_CASE("the reference workload W2 waits as long as in three independent simulations", "[sim]") {
    const Waits few = reference_workload_w2(1'000);
    CHECK(seconds_of_w2(static_cast<double>(few.sum())) / 1'000 == Approx(1.10668466232337).epsilon(1e-12));
    CHECK(few.delayed() == 669);
    CHECK(seconds_of_w2(static_cast<double>(few.largest().count())) ==
          Approx(5.58437976681549).epsilon(1e-12));
    const Waits many = reference_workload_w2(1'000'000);
    CHECK(seconds_of_w2(static_cast<double>(many.sum())) / 1'000'000 ==
          Approx(1.91912031142286).epsilon(1e-12));
    CHECK(many.delayed() == 785'365);
    // The references count their clock in doubles, whose last place is 3e-11 s at the time of the largest
    // wait: it is 20.0052904554759 there, and 20.0052904556482 with a clock of 113 bits.
    const double largest = seconds_of_w2(static_cast<double>(many.largest().count()));
    CHECK(largest == Approx(20.0052904554759).epsilon(1e-11));
    CHECK(largest == Approx(20.0052904556482).epsilon(1e-12));
}

TEST_CASE("Erlang's formula has the values of its tables", "[sim]") {
    // M/M/1 at 0.5: rho / (1 - rho) = 1. M/M/4 at 0.9: 1.969383 of docs and references.
    CHECK(erlang_wait(1, 0.5) == Approx(1.0));
    CHECK(erlang_wait(4, 3.6) == Approx(1.969383).epsilon(1e-6));
}

TEST_CASE("M/M/c waits as long as Erlang C says", "[sim]") {
    // Standard errors of the means: 0.0056 of 1, 0.0146 of 1.0787, 0.0018 of 0.0755.
    check_within(mean_waits(1, Duration{2'000'000}), erlang_wait(1, 0.5), 0.03);
    check_within(mean_waits(3, Duration{1'250'000} / 3), erlang_wait(3, 2.4), 0.06);
    check_within(mean_waits(16, Duration{80'000}), erlang_wait(16, 12.5), 0.1);
}

TEST_CASE("D/D/c waits by the rounds of its workers", "[sim]") {
    // A customer every 3 us, services of 17 us, 5 workers: each round of 5 adds 17 - 15 = 2 us to the wait.
    Waits busy{5};
    for (std::int64_t n = 0; n < 1'000; ++n) {
        CHECK(busy.serve(Duration{3 * n}, Duration{17}) == Duration{n / 5 * 2});
    }
    // With 15 us nobody waits.
    Waits just_enough{5};
    for (std::int64_t n = 0; n < 1'000; ++n) {
        just_enough.serve(Duration{3 * n}, Duration{15});
    }
    CHECK(just_enough.delayed() == 0);
}

TEST_CASE("as many machines are down as the balance of failures and repairs says", "[sim]") {
    // Eight machines, two repairers; 10 s until a failure, 2 s for a repair.
    std::vector<double> replicates;
    for (std::uint64_t replicate = 0; replicate < kReplicates; ++replicate) {
        RepairShop shop{8, 2, std::chrono::seconds{10}, std::chrono::seconds{2}, replicate};
        (void)shop.mean_down(2'000);
        replicates.push_back(shop.mean_down(20'000));
    }
    // The standard error of the mean: 0.0042 of 1.6648.
    check_within(interval_of(replicates), mean_down_in_balance(8, 2, 10, 2), 0.02);
}

TEST_CASE("the balance of one machine is a share of time", "[sim]") {
    // Down 2 s of every 12 s.
    CHECK(mean_down_in_balance(1, 1, 10, 2) == Approx(2.0 / 12.0));
}

TEST_CASE("Little's law holds to the microsecond", "[sim]") {
    for (std::uint64_t seed = 0; seed < 5; ++seed) {
        CAPTURE(seed);
        CountedQueue queue{4};
        queue.run(50'000, seed);
        CHECK(queue.sojourns() > 0);
        CHECK(queue.integral() == queue.sojourns());
    }
}
