#include "core/service/directories.hpp"

#include "core/random/splitmix.hpp"
#include "core/service/deletion_entries.hpp"
#include "core/service/group_index.hpp"
#include "tests/support/catch.hpp"

#include <cstdint>
#include <map>
#include <utility>

namespace firn::service {

TEST_CASE("a file falls under an entry of the deletions as often as its share says", "[service]") {
    const std::vector<Deletions> deletions{{.share = random::Chance::of(Rational{1, 4})},
                                           {.share = random::Chance::of(Rational{1, 2})}};
    const DeletionEntries entries{deletions};
    constexpr std::uint64_t kQuarter = std::uint64_t{1} << 62U;
    CHECK(entries.entry_of(0) == 0);
    CHECK(entries.entry_of(kQuarter - 1) == 0);
    CHECK(entries.entry_of(kQuarter) == 1);
    CHECK(entries.entry_of(3 * kQuarter - 1) == 1);
    CHECK(entries.entry_of(3 * kQuarter) == kLivesOn);
    CHECK(entries.entry_of(~std::uint64_t{0}) == kLivesOn);
    CHECK(DeletionEntries{{}}.empty());
    CHECK(DeletionEntries{{}}.entry_of(0) == kLivesOn);
}

TEST_CASE("the index of groups agrees with a table, however many groups there are", "[service]") {
    GroupIndex index;
    std::map<std::pair<std::uint64_t, bool>, std::uint32_t> table;
    for (std::uint64_t n = 0; n < 50'000; ++n) {
        // Few groups at first, then a thousand, which share the places that lie ready.
        const std::uint64_t group = random::draw(1, n) % (n < 10'000 ? 8 : 1'000);
        const bool from_backfill = random::draw(2, n) % 4 == 0;
        const auto known = table.find({group, from_backfill});
        const std::uint32_t found = index.find(group, from_backfill);
        REQUIRE(found == (known == table.end() ? GroupIndex::kNone : known->second));
        if (found == GroupIndex::kNone) {
            index.add(group, from_backfill, static_cast<std::uint32_t>(n));
            table[{group, from_backfill}] = static_cast<std::uint32_t>(n);
        } else if (random::draw(3, n) % 3 == 0) {
            index.remove(group, from_backfill);
            table.erase({group, from_backfill});
        }
    }
}

TEST_CASE("a closed directory lists its dying files, who came first before the others", "[service]") {
    Directories directories{{.size = Bytes{1'000}, .max_age = Duration{60'000'000}}, {}, {}, 3};
    directories.join({.arrival = Duration{1}, .size = Bytes{100}}, Duration{10});
    directories.join({.arrival = Duration{2}, .size = Bytes{200}, .dying = 2}, Duration{20});
    directories.join({.arrival = Duration{9}, .size = Bytes{300}, .dying = 0}, Duration{30});
    directories.join({.arrival = Duration{5}, .size = Bytes{400}, .dying = 2}, Duration{40});
    REQUIRE(directories.closed().size() == 1);
    const std::vector<DyingFiles>& dying = directories.closed().front().dying;
    REQUIRE(dying.size() == 2);
    CHECK(dying[0].entry == 2);
    CHECK(dying[0].files == 2);
    CHECK(dying[0].bytes == Bytes{600});
    CHECK(dying[0].last_arrival == Duration{5});
    CHECK(dying[1].entry == 0);
    CHECK(dying[1].files == 1);
    CHECK(dying[1].bytes == Bytes{300});
}

TEST_CASE("what has a watched key is counted by its key, not among the dying", "[service]") {
    Directories directories{{.size = Bytes{1'000}, .max_age = Duration{60'000'000}}, {}, {}, 1};
    directories.join({.arrival = Duration{1}, .size = Bytes{600}, .dying = 0}, Duration{10});
    directories.join({.arrival = Duration{2}, .size = Bytes{400}, .watched = 7, .dying = 0}, Duration{20});
    REQUIRE(directories.closed().size() == 1);
    const Bundle& bundle = directories.closed().front();
    REQUIRE(bundle.dying.size() == 1);
    CHECK(bundle.dying[0].files == 1);
    REQUIRE(bundle.watched.size() == 1);
    CHECK(bundle.watched[0].key == 7);
    // Behind its own header: the first file took a header and two blocks.
    CHECK(bundle.watched[0].offset == Bytes{512 + 1024 + 512});
}

}  // namespace firn::service
