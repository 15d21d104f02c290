#include "core/service/life_meter.hpp"

#include "tests/service/life_case.hpp"
#include "tests/support/catch.hpp"

using namespace firn;
using namespace firn::service;
using namespace firn::service::test;

namespace {

ArchiveRecord stored_at(Duration stored, Bytes bytes) { return {.stored = stored, .bytes = bytes}; }

std::vector<std::uint64_t> archives_of(const std::vector<DeletedArchives>& groups) {
    std::vector<std::uint64_t> archives;
    for (const DeletedArchives& group : groups)
        archives.push_back(group.archives);
    return archives;
}

}  // namespace

TEST_CASE("early deletions of an hour are summed up where they owe alike", "[service]") {
    // On day 80, within an hour: ages of 10, 20 and 29 days; 30 and 59; 60. A minute into the next hour: 10.
    LifeMeter meter{kStart, kDay * 90, kDay * 90, Bytes{}};
    for (const int age : {10, 30, 20, 60, 59, 29})
        CHECK(meter.removed(stored_at(kDay * (80 - age), Bytes{age}), Bytes{age}, kDay * 80));
    CHECK(meter.removed(stored_at(kDay * 70, Bytes{1}), Bytes{1}, kDay * 80 + kHour));
    const std::vector<DeletedArchives>& groups = meter.months()[2].deleted_early;
    CHECK(archives_of(groups) == std::vector<std::uint64_t>{3, 2, 1, 1});
    CHECK(groups[0].bytes == Bytes{59});
    CHECK(groups[0].archive_microseconds == static_cast<UInt128>(Duration{kDay * 59}.count()));
    CHECK(groups[0].byte_time == Bytes{10 * 10 + 20 * 20 + 29 * 29} * kDay);
    CHECK(groups[3].at == kStart + kDay * 80 + kHour);
}

TEST_CASE("archives that are padded are summed up apart from others", "[service]") {
    LifeMeter meter{kStart, kDay * 31, kDay * 90, Bytes{100}};
    for (const int bytes : {99, 100, 1, 200})
        CHECK(meter.removed(stored_at(Duration{0}, Bytes{bytes}), Bytes{bytes}, kDay));
    const std::vector<DeletedArchives>& groups = meter.months()[0].deleted_early;
    CHECK(archives_of(groups) == std::vector<std::uint64_t>{2, 2});
    CHECK(groups[0].bytes == Bytes{100});
    CHECK(groups[1].bytes == Bytes{300});
}
