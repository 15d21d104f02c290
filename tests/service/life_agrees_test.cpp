#include "core/service/archive_life.hpp"
#include "core/service/download_link.hpp"
#include "core/service/outages.hpp"
#include "core/sim/outage_calendar.hpp"
#include "tests/service/life_checks.hpp"
#include "tests/service/random_life.hpp"
#include "tests/service/slow_life.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <utility>

namespace firn::service {

namespace {

constexpr std::uint64_t kCases = 2000;

/// Moves every download at the same rate.
class EvenLink : public DownloadLink {
  public:
    explicit EvenLink(ByteRate rate) : rate_{rate} {}

    void begin(std::uint64_t id, Bytes bytes, Duration now) override {
        const slow::Count time = slow::transfer_time(slow::count_of(bytes), rate_);
        ends_.emplace(std::pair{now + slow::duration_of(time), begun_++}, id);
    }
    [[nodiscard]] Duration next() const {
        return ends_.empty() ? Duration::max() : ends_.begin()->first.first;
    }
    void end_first(ArchiveLife& life) {
        const auto first = ends_.extract(ends_.begin());
        life.download_ended(first.mapped(), first.key().first);
    }

  private:
    ByteRate rate_;
    std::uint64_t begun_ = 0;
    std::map<std::pair<Duration, std::uint64_t>, std::uint64_t> ends_;
};

StoredArchive stored(const slow_life::ArchiveToCome& archive) {
    return {.stored = archive.stored,
            .bytes = archive.bytes,
            .raw = archive.raw,
            .files = archive.files,
            .from_backfill = archive.from_backfill,
            .representative = archive.representative,
            .dying = archive.dying,
            .selected = archive.selected,
            .watched = archive.watched};
}

void run_until(Duration end, ArchiveLife& life, EvenLink& link) {
    while (std::min(life.next(), link.next()) < end) {
        if (link.next() <= life.next()) {
            link.end_first(life);
        } else {
            life.step();
        }
    }
}

LifeResult run_engine(const slow_life::Case& of) {
    sim::OutageCalendar outages =
        outages_of(of.place, {Resource::network, Resource::service}, of.seed, Duration::max() / 2);
    EvenLink link{of.link.value_or(ByteRate{1})};
    ArchiveLife life{of.life, of.start, of.horizon, of.seed, of.standing, of.bundle_size};
    life.set_outages([&](Duration t) { return outages.resume(t); },
                     [&](Duration t, Duration length) { return outages.end_of(t, length); });
    if (of.link) life.set_link(&link);
    for (const slow_life::ArchiveToCome& archive : of.archives) {
        run_until(std::min(archive.stored, of.horizon), life, link);
        life.store(stored(archive));
    }
    run_until(of.horizon, life, link);
    return life.result();
}

}  // namespace

TEST_CASE("the life of archives agrees with the slow model, whatever meets", "[service]") {
    for (std::uint64_t seed = 0; seed < kCases; ++seed) {
        INFO("seed " << seed);
        const slow_life::Case drawn = LifeMaker{seed}.make();
        check_equal(run_engine(drawn), slow_life::run(drawn));
    }
}

}  // namespace firn::service
