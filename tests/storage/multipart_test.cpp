#include "core/storage/multipart.hpp"

#include "tests/support/catch.hpp"

using namespace firn;
using namespace firn::storage;

TEST_CASE("an archive up to 4 GiB is one part", "[storage]") {
    CHECK(*plan_parts(Bytes{0}) == MultipartPlan{1, Bytes{0}});
    CHECK(*plan_parts(Bytes{25'000'000}) == MultipartPlan{1, Bytes{25'000'000}});
    CHECK(*plan_parts(Bytes::from_gib(4)) == MultipartPlan{1, Bytes::from_gib(4)});
}

TEST_CASE("a larger archive goes up in parts of 1 MiB while 10,000 of them suffice", "[storage]") {
    // 4 GiB = 4096 MiB; 10,000 MiB = 10,485,760,000 bytes.
    CHECK(*plan_parts(Bytes::from_gib(4) + Bytes{1}) == MultipartPlan{4097, Bytes::from_mib(1)});
    CHECK(*plan_parts(Bytes::from_mib(10'000)) == MultipartPlan{10'000, Bytes::from_mib(1)});
}

TEST_CASE("parts double until 10,000 of them suffice", "[storage]") {
    CHECK(*plan_parts(Bytes::from_mib(10'000) + Bytes{1}) == MultipartPlan{5001, Bytes::from_mib(2)});
    CHECK(*plan_parts(Bytes::from_gib(40'000)) == MultipartPlan{10'000, Bytes::from_gib(4)});
}

TEST_CASE("an archive above 40,000 GiB is refused", "[storage]") {
    CHECK(plan_parts(Bytes::from_gib(40'000) + Bytes{1}).error() ==
          ArchiveTooLarge{Bytes::from_gib(40'000) + Bytes{1}});
}

TEST_CASE("a wished part size is raised to a power of two MiB", "[storage]") {
    CHECK(*plan_parts(Bytes::from_mib(16), Bytes::from_mib(8)) == MultipartPlan{2, Bytes::from_mib(8)});
    CHECK(*plan_parts(Bytes::from_mib(16), Bytes::from_mib(5)) == MultipartPlan{2, Bytes::from_mib(8)});
    CHECK(*plan_parts(Bytes{100}, Bytes::from_mib(8)) == MultipartPlan{1, Bytes::from_mib(8)});
}

TEST_CASE("a wished part size is raised until 10,000 parts suffice", "[storage]") {
    // 100 GiB in parts of 8 MiB are 12,800; of 16 MiB 6400.
    CHECK(*plan_parts(Bytes::from_gib(100), Bytes::from_mib(8)) == MultipartPlan{6400, Bytes::from_mib(16)});
}
