#include "core/sim/shared_link.hpp"

#include "core/random/splitmix.hpp"
#include "tests/sim/sim_inputs.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

using namespace firn;
using namespace firn::sim;

namespace {

constexpr auto kUpload = FlowClass::upload;
constexpr auto kDownload = FlowClass::download;

constexpr ByteRate mb_per_second(std::int64_t n) { return ByteRate{n * 1'000'000}; }
constexpr Bytes mb(std::int64_t n) { return Bytes{n * 1'000'000}; }

/// Link 30 MB/s, uploads up to 20 MB/s, downloads up to 5 MB/s.
SharedLink example() { return {mb_per_second(30), mb_per_second(20), mb_per_second(5)}; }

/// A list of flows, of which each is looked at whenever anything happens.
class SlowLink {
  public:
    SlowLink(std::int64_t link, std::int64_t upload_limit, std::int64_t download_limit)
        : link_{link}, limits_{upload_limit, download_limit} {}

    void begin(FlowClass flow_class, std::uint64_t id, Bytes bytes, Duration now) {
        advance(now);
        flows_.push_back({.flow = {flow_class, id}, .left = work_of(bytes), .bytes = bytes});
        end_moved();
    }

    [[nodiscard]] Duration next_end() const {
        if (std::any_of(flows_.begin(), flows_.end(), [](const Flow& flow) { return flow.ended; }))
            return now_;
        Duration end = Duration::max();
        const std::vector<std::int64_t> rates = shares();
        for (std::size_t i = 0; i < flows_.size() && !paused_; ++i) {
            end = std::min(end, now_ + Duration{(flows_[i].left + rates[i] - 1) / rates[i]});
        }
        return end;
    }

    EndedFlow end_next(Duration now) {
        advance(now);
        const auto first =
            std::find_if(flows_.begin(), flows_.end(), [](const Flow& flow) { return flow.ended; });
        const EndedFlow ended = first->flow;
        flows_.erase(first);
        return ended;
    }

    void restart_all(Duration now) {
        advance(now);
        for (Flow& flow : flows_) {
            flow.left = work_of(flow.bytes);
        }
    }

    void set_paused(bool paused, Duration now) {
        advance(now);
        paused_ = paused;
        end_moved();
    }

  private:
    struct Flow {
        EndedFlow flow;
        std::int64_t left = 0;  ///< bytes times 10^6
        Bytes bytes;
        bool ended = false;
    };

    static std::int64_t work_of(Bytes bytes) { return bytes.count() * 1'000'000; }
    static bool moves(const Flow& flow) { return !flow.ended; }

    /// Those that may have less than an even share get what they may have, until all others get an even one.
    [[nodiscard]] std::vector<std::int64_t> shares() const {
        std::vector<std::int64_t> rates(flows_.size(), 0);
        std::int64_t link = link_;
        auto waiting = std::count_if(flows_.begin(), flows_.end(), moves);
        for (bool any_bounded = true; any_bounded && waiting > 0;) {
            any_bounded = false;
            const std::int64_t even = link / waiting;
            for (std::size_t i = 0; i < flows_.size(); ++i) {
                const std::int64_t limit = limit_of(flows_[i]);
                if (!moves(flows_[i]) || rates[i] != 0 || limit > even) continue;
                rates[i] = limit;
                link -= limit;
                --waiting;
                any_bounded = true;
            }
        }
        for (std::int64_t& rate : rates) {
            rate = rate == 0 ? std::max<std::int64_t>(1, link / std::max<std::int64_t>(waiting, 1)) : rate;
        }
        return rates;
    }

    [[nodiscard]] std::int64_t limit_of(const Flow& flow) const {
        return limits_[flow.flow.flow_class == kUpload ? 0 : 1];
    }

    void advance(Duration now) {
        const std::vector<std::int64_t> rates = shares();
        for (std::size_t i = 0; i < flows_.size(); ++i) {
            flows_[i].left -= paused_ ? 0 : rates[i] * (now - now_).count();
        }
        now_ = now;
        end_moved();
    }

    void end_moved() {
        for (Flow& flow : flows_) {
            flow.ended = flow.ended || (!paused_ && flow.left <= 0);
        }
    }

    std::int64_t link_;
    std::int64_t limits_[2];
    std::vector<Flow> flows_;
    Duration now_{};
    bool paused_ = false;
};

/// What happens next on both links: an end, or what a seed draws.
class Comparison {
  public:
    explicit Comparison(std::uint64_t seed)
        : seed_{seed},
          link_{below(400) + 1},
          limits_{below(200) + 1, below(200) + 1},
          fast_{ByteRate{link_}, ByteRate{limits_[0]}, ByteRate{limits_[1]}},
          slow_{link_, limits_[0], limits_[1]} {}

    void run(int events) {
        for (int n = 0; n < events; ++n) {
            const Duration next = now_ + Duration{below(n % 10 == 0 ? 9'000'000 : 300'000)};
            while (slow_.next_end() <= next) {
                end_next();
            }
            now_ = next;
            act();
        }
        set_paused(false);
        while (slow_.next_end() != Duration::max()) {
            end_next();
        }
        REQUIRE(fast_.next_end() == Duration::max());
    }

    [[nodiscard]] UInt128 moved() { return fast_.moved(kUpload, now_) + fast_.moved(kDownload, now_); }
    [[nodiscard]] UInt128 begun() const { return begun_; }

    bool with_outages = false;

  private:
    std::int64_t below(std::uint64_t bound) {
        return static_cast<std::int64_t>(random::draw(seed_, drawn_++) % bound);
    }

    void act() {
        const std::int64_t what = with_outages ? below(12) : 0;
        switch (what) {
            case 10:
                set_paused(!paused_);
                break;
            case 11:
                fast_.restart_all(now_);
                slow_.restart_all(now_);
                break;
            default:
                begin();
        }
    }

    void begin() {
        const FlowClass flow_class = below(2) == 0 ? kUpload : kDownload;
        const Bytes bytes{below(3) == 0 ? below(3) : below(100)};
        begun_ += static_cast<UInt128>(bytes.count());
        fast_.begin(flow_class, id_, bytes, now_);
        slow_.begin(flow_class, id_, bytes, now_);
        ++id_;
    }

    void end_next() {
        now_ = slow_.next_end();
        REQUIRE(fast_.next_end() == now_);
        REQUIRE(fast_.end_next(now_) == slow_.end_next(now_));
    }

    void set_paused(bool paused) {
        paused_ = paused;
        paused ? fast_.pause(now_) : fast_.resume(now_);
        slow_.set_paused(paused, now_);
    }

    std::uint64_t seed_;
    std::uint64_t drawn_ = 0;
    std::int64_t link_;
    std::int64_t limits_[2];
    SharedLink fast_;
    SlowLink slow_;
    Duration now_{};
    std::uint64_t id_ = 0;
    UInt128 begun_ = 0;
    bool paused_ = false;
};

}  // namespace

TEST_CASE("flows share a link, and what one cannot use the others get", "[sim]") {
    SharedLink link = example();
    link.begin(kUpload, 1, mb(1'000), Duration{0});
    CHECK(link.rate(kUpload) == mb_per_second(20));
    link.begin(kUpload, 2, mb(1'000), Duration{0});
    CHECK(link.rate(kUpload) == mb_per_second(15));
    link.begin(kDownload, 3, mb(1'000), Duration{0});
    CHECK(link.rate(kUpload) == ByteRate{12'500'000});
    CHECK(link.rate(kDownload) == mb_per_second(5));
}

TEST_CASE("a flow goes faster as soon as another has ended", "[sim]") {
    SharedLink link = example();
    link.begin(kUpload, 1, mb(60), Duration{0});
    link.begin(kUpload, 2, mb(30), Duration{0});
    // 15 MB/s each: the second ends at 2 s. The first has 30 MB left, at 20 MB/s for 1.5 s.
    CHECK(link.next_end() == seconds(2));
    CHECK(link.end_next(seconds(2)) == EndedFlow{kUpload, 2});
    CHECK(link.flows(kUpload) == 1);
    CHECK(link.next_end() == Duration{3'500'000});
    CHECK(link.end_next(Duration{3'500'000}) == EndedFlow{kUpload, 1});
    CHECK(link.next_end() == Duration::max());
}

TEST_CASE("a flow ends with a whole microsecond, and moves no byte more than it has", "[sim]") {
    // 100 bytes at 3 bytes a second: 33.3333333... s.
    SharedLink link{ByteRate{10}, ByteRate{3}, ByteRate{3}};
    link.begin(kUpload, 1, Bytes{100}, Duration{0});
    CHECK(link.next_end() == Duration{33'333'334});
    CHECK(link.moved(kUpload, seconds(1)) == 3);
    CHECK(link.end_next(Duration{33'333'334}) == EndedFlow{kUpload, 1});
    CHECK(link.moved(kUpload, seconds(40)) == 100);
    CHECK(link.moved(kDownload, seconds(40)) == 0);
}

TEST_CASE("of flows that end at one instant the one that began first comes first", "[sim]") {
    SharedLink link{ByteRate{4}, ByteRate{1}, ByteRate{1}};
    link.begin(kDownload, 8, Bytes{2}, Duration{0});
    link.begin(kUpload, 9, Bytes{2}, Duration{0});
    link.begin(kDownload, 7, Bytes{1}, seconds(1));
    CHECK(link.end_next(seconds(2)) == EndedFlow{kDownload, 8});
    CHECK(link.next_end() == seconds(2));
    CHECK(link.end_next(seconds(2)) == EndedFlow{kUpload, 9});
    CHECK(link.end_next(seconds(2)) == EndedFlow{kDownload, 7});
}

TEST_CASE("no bytes are moved at once, but not while nothing moves", "[sim]") {
    SharedLink link = example();
    link.begin(kUpload, 1, Bytes{0}, seconds(1));
    CHECK(link.next_end() == seconds(1));
    CHECK(link.end_next(seconds(1)) == EndedFlow{kUpload, 1});
    link.pause(seconds(2));
    link.begin(kUpload, 2, Bytes{0}, seconds(3));
    CHECK(link.next_end() == Duration::max());
    link.resume(seconds(4));
    CHECK(link.next_end() == seconds(4));
}

TEST_CASE("an outage cuts all flows, and they begin anew at its end", "[sim]") {
    SharedLink link = example();
    link.begin(kUpload, 1, mb(40), Duration{0});
    // 20 MB until 1 s, in vain. Out until 5 s, then 2 s for all 40 MB.
    link.restart_all(seconds(1));
    link.pause(seconds(1));
    CHECK(link.next_end() == Duration::max());
    link.resume(seconds(5));
    CHECK(link.next_end() == seconds(7));
    CHECK(link.end_next(seconds(7)) == EndedFlow{kUpload, 1});
    CHECK(link.moved(kUpload, seconds(7)) == 60'000'000);
}

TEST_CASE("a flow that ends with the begin of an outage has ended", "[sim]") {
    SharedLink link = example();
    link.begin(kUpload, 1, mb(40), Duration{0});
    link.restart_all(seconds(2));
    link.pause(seconds(2));
    CHECK(link.next_end() == seconds(2));
    CHECK(link.end_next(seconds(2)) == EndedFlow{kUpload, 1});
}

TEST_CASE("a link with less than a byte a second for each flow gives each one", "[sim]") {
    SharedLink link{ByteRate{2}, ByteRate{5}, ByteRate{1}};
    for (std::uint64_t id = 0; id < 3; ++id) {
        link.begin(kUpload, id, Bytes{10}, Duration{0});
        link.begin(kDownload, id, Bytes{10}, Duration{0});
    }
    CHECK(link.rate(kUpload) == ByteRate{1});
    CHECK(link.rate(kDownload) == ByteRate{1});
    CHECK(link.next_end() == seconds(10));
}

TEST_CASE("a link agrees with one that looks at every flow, and loses no byte", "[sim]") {
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
        CAPTURE(seed);
        Comparison comparison{seed};
        comparison.run(300);
        CHECK(comparison.moved() == comparison.begun());
    }
}

TEST_CASE("a link with outages agrees with one that looks at every flow", "[sim]") {
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
        CAPTURE(seed);
        Comparison comparison{seed};
        comparison.with_outages = true;
        comparison.run(300);
        CHECK(comparison.moved() >= comparison.begun());
    }
}
