#include "tests/service/life_case.hpp"
#include "tests/support/catch.hpp"

#include <vector>

using namespace firn;
using namespace firn::service;
using namespace firn::service::test;

TEST_CASE("a batch of all waits for retrieval, download and unpacking of whole archives", "[service]") {
    // Retrieval 4 h; 10 MB at 1 MB/s 10 s to download and 10 s to unpack: after 4 h 20 s all 30 files are
    // there.
    Life life = plain_life();
    life.restores = {batch_of_all(kDay)};
    const RestoreOutcome all = live(life, 3).restores[0];
    CHECK(all.requests == 30);
    CHECK(all.restored == 30);
    CHECK(all.retrievals == 3);
    CHECK(all.bytes_retrieved == 30'000'000);
    CHECK(all.transfer_out == 30'000'000);
    CHECK(all.time.max == kHour * 4 + kSecond * 20);
    CHECK(all.time.mean == all.time.max);
    CHECK(all.complete == kDay + kHour * 4 + kSecond * 20);
}

TEST_CASE("downloads wait for a downloader, first come first served", "[service]") {
    // One downloader: archives are there at 4 h and 10, 20, 30 s, each 10 s later unpacked.
    Life life = plain_life();
    life.retrieval.downloaders = 1;
    life.restores = {batch_of_all(kDay)};
    const RestoreOutcome all = live(life, 3).restores[0];
    CHECK(all.time.mean == kHour * 4 + kSecond * 30);
    CHECK(all.time.max == kHour * 4 + kSecond * 40);
}

TEST_CASE("to the region nothing is transferred out", "[service]") {
    Life life = plain_life();
    life.restores = {batch_of_all(kDay)};
    life.restores[0].destination = Destination::region;
    const LifeResult result = live(life, 3);
    CHECK(result.restores[0].bytes_downloaded == 30'000'000);
    CHECK(result.restores[0].transfer_out == 0);
    CHECK(result.months[0].transfer_out == 0);
}

TEST_CASE("a million requests for a thousand archives that are not ready start a thousand retrievals",
          "[service]") {
    Life life = plain_life();
    // A mean gap of 1,000 us from hour 1 on: within 1,200 s about 1.2 million, all before any is ready at 5
    // h.
    life.restores = {{.name = "rush",
                      .mean_gap = Duration{1000},
                      .from = kHour,
                      .until = kHour + kSecond * 1200,
                      .destination = Destination::region}};
    const RestoreOutcome rush = live(life, 1000).restores[0];
    CHECK(rush.requests > 1'000'000);
    CHECK(rush.retrievals == 1000);
    CHECK(rush.joined == rush.requests - 1000);
    CHECK(rush.restored == rush.requests);
}

TEST_CASE("requests at random gaps come as often as their rate says", "[service]") {
    // 31 days of 24 requests: 744, deviation 27.
    Life life = plain_life();
    life.restores = {{.name = "some", .mean_gap = kHour}};
    CHECK(live(life, 10).restores[0].requests == Approx(744).margin(110));
}

TEST_CASE("a copy that lies there serves later requests, until it expires", "[service]") {
    // Asked at 0 h, 5 h and 29 h of one archive: ready at 4 h, expired at 28 h.
    Life life = plain_life();
    life.retrieval.reuse_ready_copies = true;
    for (const std::int64_t hour : {1, 6, 30}) {
        life.restores.push_back(batch_of_all(kHour * hour));
        life.restores.back().name = "at " + std::to_string(hour);
    }
    const std::vector<RestoreOutcome> restores = live(life, 1).restores;
    CHECK(restores[0].retrievals == 1);
    CHECK(restores[1].retrievals == 0);
    CHECK(restores[1].served_by_copies == 1);
    CHECK(restores[1].time.max == kSecond * 20);
    CHECK(restores[2].retrievals == 1);
}

TEST_CASE("a copy serves whoever asks for what it holds, by whatever tier it came", "[service]") {
    // Asked for in bulk at 1 h, ready at 9 h. At 10 h it serves a request by the standard tier, and from hour
    // 11 on single files that read one MiB each: nothing else is retrieved, and only that MiB is downloaded.
    Life life = plain_life();
    life.retrieval.reuse_ready_copies = true;
    life.retrieval.tiers.push_back({"bulk", kHour * 8, kHour * 8});
    life.restores = {
        batch_of_all(kHour),
        batch_of_all(kHour * 10),
        {.name = "singles", .mean_gap = kHour, .from = kHour * 11, .until = kHour * 30, .ranges = true}};
    life.restores[0].tier = 1;
    life.restores[1].name = "standard";
    const LifeResult result = live(life, 1);
    CHECK(result.restores[1].retrievals == 0);
    CHECK(result.restores[1].served_by_copies == 1);
    CHECK(result.restores[1].bytes_downloaded == 10'000'000);
    const RestoreOutcome& singles = result.restores[2];
    CHECK(singles.requests > 0);
    CHECK(singles.served_by_copies == singles.requests);
    CHECK(singles.bytes_downloaded == static_cast<UInt128>(singles.requests) * 1'048'576);
    CHECK(result.reads.reads == 1);
}

TEST_CASE("a copy of a part serves what lies in it, not the archive", "[service]") {
    CHECK(RetrievalRange{Bytes{0}, Bytes{100}}.holds({Bytes{10}, Bytes{90}}));
    CHECK_FALSE(RetrievalRange{Bytes{0}, Bytes{100}}.holds({Bytes{10}, Bytes{91}}));
    CHECK_FALSE(RetrievalRange{Bytes{10}, Bytes{90}}.holds({Bytes{0}, Bytes{20}}));
    CHECK_FALSE(RetrievalRange{Bytes{0}, Bytes{100}}.holds(RetrievalRange::of_all(Bytes{100})));
    CHECK(RetrievalRange::of_all(Bytes{100}).holds({Bytes{0}, Bytes{100}}));
}

TEST_CASE("the service's request rate holds starts of all lines apart", "[service]") {
    // 3 a second: 333,334 us between starts. The last of 4 starts 3 gaps after the first.
    Life life = plain_life();
    life.retrieval.request_rate = 3;
    life.restores = {batch_of_all(kDay)};
    const RestoreOutcome all = live(life, 4).restores[0];
    CHECK(all.time.max == Duration{3 * 333'334} + kHour * 4 + kSecond * 20);
}

TEST_CASE("lines that wait for the service's request rate start one in turn", "[service]") {
    // A start a second, three archives by each of two tiers: one batch starts at 0, 2 and 4 s, the other at
    // 1, 3 and 5. What came last comes back 4 h, 10 s of download and 10 s of unpacking after its start.
    Life life = plain_life();
    life.retrieval.request_rate = 1;
    life.retrieval.tiers.push_back({"other", kHour * 4, kHour * 4});
    life.restores = {batch_of_all(kDay), batch_of_all(kDay)};
    life.restores[1].name = "other";
    life.restores[1].tier = 1;
    const LifeResult result = live(life, 3);
    CHECK(result.restores[0].time.max == kSecond * 4 + kHour * 4 + kSecond * 20);
    CHECK(result.restores[1].time.max == kSecond * 5 + kHour * 4 + kSecond * 20);
    CHECK(result.restores[0].retrievals == 3);
    CHECK(result.restores[1].retrievals == 3);
}

TEST_CASE("an outage holds up the start of retrievals", "[service]") {
    Life life = plain_life();
    life.restores = {batch_of_all(kHour)};
    ArchiveLife archive_life{life, kStart, kDay * 31, 1, {}, Bytes{10'000'000}};
    archive_life.set_outages([](Duration t) { return t == kHour ? kHour * 3 : t; },
                             [](Duration t, Duration length) { return t + length; });
    archive_life.store(plain_archive(Duration{0}));
    CHECK(archive_life.result().restores[0].time.max == kHour * 6 + kSecond * 20);
}

TEST_CASE("a paced batch starts a retrieval an hour", "[service]") {
    // 10 MB an hour: of 3 archives at midnight one starts at once, the others after one and two hours.
    Life life = plain_life();
    life.restores = {batch_of_all(kDay)};
    life.restores[0].pacing = Pacing::bytes_per_hour;
    life.restores[0].bytes_per_hour = Bytes{10'000'000};
    const LifeResult result = live(life, 3);
    CHECK(result.restores[0].time.max == kHour * 6 + kSecond * 20);
    REQUIRE(result.months[0].retrievals.size() == 3);
    CHECK(result.months[0].retrievals[2].hour == kStart + kDay + kHour * 2);
    CHECK(result.months[0].retrievals[2].archives == 1);
}

TEST_CASE("a batch with a deadline is asked for by then", "[service]") {
    // 8 h less 4 h of waiting: 30 MB over 4 hours, 7.5 MB each; 10 MB fit from hour 1, 20 from 2, 30 from 3
    // on.
    Life life = plain_life();
    life.restores = {batch_of_all(kDay)};
    life.restores[0].pacing = Pacing::deadline;
    life.restores[0].deadline = kHour * 8;
    CHECK(live(life, 3).restores[0].time.max == kHour * 7 + kSecond * 20);
}

TEST_CASE("retrievals of one hour and tier are metered together", "[service]") {
    Life life = plain_life();
    life.restores = {batch_of_all(kDay + Duration{1})};
    const MonthlyLife month = live(life, 3).months[0];
    REQUIRE(month.retrievals.size() == 1);
    CHECK(month.retrievals[0] == RetrievalUse{kStart + kDay, 0, 30'000'000, 3});
}

TEST_CASE("who asks at once does not wait for the pace of another line", "[service]") {
    // The first batch may have a megabyte an hour: of 20 archives of 10 MB one each ten hours, two a day. Six
    // hours later everything is asked for without a pace: it is all started then, ready 4 hours later, and
    // downloaded in 25 s by 8 downloaders. No archive is retrieved twice.
    Life life = plain_life();
    life.restores = {batch_of_all(kDay), batch_of_all(kDay + kHour * 6)};
    life.restores[0].pacing = Pacing::bytes_per_hour;
    life.restores[0].bytes_per_hour = Bytes{1'000'000};
    life.restores[1].name = "urgent";
    const LifeResult result = live(life, 20);
    CHECK(result.restores[0].open == 0);
    CHECK(result.restores[1].restored == 200);
    CHECK(result.restores[1].time.max < kHour * 5);
    CHECK(result.restores[1].batch_time == *result.restores[1].complete - (kDay + kHour * 6));
    CHECK(result.restores[0].retrievals + result.restores[1].retrievals == 20);
}

TEST_CASE("what is not back at the horizon is open", "[service]") {
    Life life = plain_life();
    life.restores = {batch_of_all(kDay * 31 - kHour)};
    const RestoreOutcome all = live(life, 3).restores[0];
    CHECK(all.open == 30);
    CHECK_FALSE(all.complete);
}

TEST_CASE("single files are in time, overdue, or open while their time is not over", "[service]") {
    // A month of 31 days in which an outage begins on day 10: of the requests before it each is back after
    // 4 h and 11 s; of the others none, and those of the last 10 hours are not overdue yet.
    Life life = plain_life();
    life.restores = {{.name = "some", .mean_gap = kHour, .within = kHour * 10}};
    ArchiveLife archive_life{life, kStart, kDay * 31, 1, {}, Bytes{10'000'000}};
    archive_life.set_outages([](Duration t) { return t < kDay * 10 ? t : kDay * 40; },
                             [](Duration t, Duration length) { return t + length; });
    archive_life.store(plain_archive(Duration{0}));
    const RestoreOutcome some = archive_life.result().restores[0];
    CHECK(some.in_time == some.restored);
    CHECK(some.restored == Approx(240).margin(50));
    CHECK(some.overdue == Approx(494).margin(70));
    CHECK(some.requests - some.not_found - some.in_time - some.overdue == Approx(10).margin(9));
    CHECK(some.last_start.value_or(Duration{}) < kDay * 10);
    CHECK(some.last_start.value_or(Duration{}) > kDay * 9);
}

TEST_CASE("a file that is deleted before its retrieval starts is not found, and not overdue", "[service]") {
    // The outage lasts until day 40; the file dies on day 2.
    Life life = plain_life();
    life.restores = {{.name = "one",
                      .origin = Restore::Origin::trace,
                      .requests = {{.at = kDay, .key = 0}},
                      .within = kHour * 10}};
    life.watched_deletions = {{.at = kDay * 2, .key = 0}};
    ArchiveLife archive_life{life, kStart, kDay * 90, 1, {}, Bytes{10'000'000}};
    archive_life.set_outages([](Duration t) { return t < kDay || t >= kDay * 40 ? t : kDay * 40; },
                             [](Duration t, Duration length) { return t + length; });
    const std::vector<WatchedFile> files{{.key = 0, .size = Bytes{1'000'000}}};
    StoredArchive archive = plain_archive(Duration{0});
    archive.files = 1;
    archive.watched = files;
    archive_life.store(archive);
    const RestoreOutcome one = archive_life.result().restores[0];
    CHECK(one.not_found == 1);
    CHECK(one.overdue == 0);
    CHECK_FALSE(one.last_start);
}

TEST_CASE("a range reads the MiB that hold the file", "[service]") {
    const FilePlace file{Bytes{1'000'000}, Bytes{700'000}};
    CHECK(RetrievalRange::around(file, Bytes{25'165'824}, Bytes{25'000'000}) ==
          RetrievalRange{Bytes{0}, Bytes{2'097'152}});
    CHECK(RetrievalRange::around(file, Bytes{1'900'000}, Bytes{1'900'000}) ==
          RetrievalRange{Bytes{0}, Bytes{1'900'000}});
    CHECK(RetrievalRange::around({Bytes{1'048'576}, Bytes{1}}, Bytes{25'165'824}, Bytes{25'000'000}) ==
          RetrievalRange{Bytes{1'048'576}, Bytes{1'048'576}});
}

TEST_CASE("in an archive compressed to half its size a file has half its size", "[service]") {
    // 3,000,000 bytes of a file from 4,000,000 on: 1,500,000 there, so from 3 MiB to the end of the MiB of
    // 5,500,000.
    const FilePlace file{Bytes{4'000'000}, Bytes{3'000'000}};
    CHECK(RetrievalRange::around(file, Bytes{12'500'000}, Bytes{25'000'000}) ==
          RetrievalRange{Bytes{3'145'728}, Bytes{3'145'728}});
}

TEST_CASE("a copy shows what was retrieved, not damage that came later", "[service]") {
    Life life = plain_life();
    life.retrieval.reuse_ready_copies = true;
    life.retrieval.copy_lies = kDay * 365;
    life.mean_time_to_damage = kDay * 60;
    life.restores = {{.name = "often", .origin = Restore::Origin::rate, .mean_gap = kHour}};
    const LifeResult result = live(life, 20, kDay * 365);
    CHECK(result.restores[0].retrievals == 20);
    CHECK(result.reads.reads == 20);
    CHECK(result.damage.happened > 10);
    CHECK(result.damage.found_by_restore < 5);
}

TEST_CASE("of a selected share as many live as of all, in the mean over archives", "[service]") {
    // 1,000 archives of 10 files, one of them selected; 8 die after 10 days. 200 of 1,000 live, one
    // deviation 12.6.
    Life life = plain_life();
    life.deletions = {{.keep = kDay * 10}};
    life.restores = {
        {.name = "one in ten", .origin = Restore::Origin::batch, .at = kDay * 20, .selection = 0}};
    ArchiveLife archive_life{life, kStart, kDay * 31, 1, {}, Bytes{10'000'000}};
    const std::vector<DyingFiles> dying{{0, 8, Bytes{8'000'000}, Duration{0}}};
    const std::vector<SelectedFiles> selected{{0, 1, Bytes{1'000'000}}};
    StoredArchive archive = plain_archive(Duration{0});
    archive.dying = dying;
    archive.selected = selected;
    for (int i = 0; i < 1'000; ++i)
        archive_life.store(archive);
    const RestoreOutcome outcome = archive_life.result().restores[0];
    CHECK(outcome.requests == outcome.restored);
    CHECK(outcome.restored > 150);
    CHECK(outcome.restored < 250);
}

TEST_CASE("a traced request finds the file of its key, unless it is not stored or deleted", "[service]") {
    Life life = plain_life();
    life.restores = {{.name = "trace",
                      .origin = Restore::Origin::trace,
                      .requests = {{kHour, 7}, {kHour * 2, 8}, {kHour * 40, 7}},
                      .ranges = true}};
    life.watched_deletions = {{kHour * 30, 7}};
    ArchiveLife archive_life{life, kStart, kDay * 31, 1, {}, Bytes{10'000'000}};
    const std::vector<WatchedFile> watched{{7, Bytes{3'000'000}, Bytes{1'000'000}}};
    StoredArchive archive = plain_archive(Duration{0});
    archive.watched = watched;
    archive_life.store(archive);
    const LifeResult result = archive_life.result();
    CHECK(result.restores[0].requests == 3);
    CHECK(result.restores[0].not_found == 2);
    CHECK(result.restores[0].restored == 1);
    // From 2 MiB to 4 MiB.
    CHECK(result.restores[0].bytes_retrieved == 2'097'152);
    CHECK(result.deletions.files_deleted == 1);
    CHECK(result.deletions.bytes_deleted == Bytes{1'000'000});
}

TEST_CASE("a traced file near the end of a compressed archive is read where it lies", "[service]") {
    // 6 MB of files in 3 MB; the second file of 3 MB lies from 1.5 MB on: from the second MiB to the end.
    Life life = plain_life();
    life.restores = {
        {.name = "trace", .origin = Restore::Origin::trace, .requests = {{kHour, 7}}, .ranges = true}};
    ArchiveLife archive_life{life, kStart, kDay * 31, 1, {}, Bytes{10'000'000}};
    const std::vector<WatchedFile> watched{{7, Bytes{1'500'000}, Bytes{3'000'000}}};
    StoredArchive archive = plain_archive(Duration{0});
    archive.bytes = Bytes{3'000'000};
    archive.raw = Bytes{6'000'000};
    archive.watched = watched;
    archive_life.store(archive);
    CHECK(archive_life.result().restores[0].bytes_retrieved == 3'000'000 - 1'048'576);
}

TEST_CASE("a batch of an owner reads only archives with that owner's files", "[service]") {
    Life life = plain_life();
    life.restores = {batch_of_all(kDay)};
    life.restores[0].selection = 2;
    ArchiveLife archive_life{life, kStart, kDay * 31, 1, {}, Bytes{10'000'000}};
    const std::vector<SelectedFiles> selected{{2, 3, Bytes{3'000'000}}, {4, 1, Bytes{1'000'000}}};
    StoredArchive archive = plain_archive(Duration{0});
    archive_life.store(archive);
    archive.selected = selected;
    archive_life.store(archive);
    const RestoreOutcome owner = archive_life.result().restores[0];
    CHECK(owner.requests == 3);
    CHECK(owner.bytes_retrieved == 10'000'000);
    // Three of its ten MB are unpacked.
    CHECK(owner.time.max == kHour * 4 + kSecond * 13);
}
