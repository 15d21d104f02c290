#include "core/storage/retrieval_times.hpp"

#include "tests/support/catch.hpp"

using namespace firn;
using namespace firn::storage;
using std::chrono::hours;

namespace {

constexpr Instant kIn2013{std::chrono::sys_days{std::chrono::year{2013} / 1 / 1}};
constexpr Instant kIn2026{std::chrono::sys_days{std::chrono::year{2026} / 1 / 1}};

}  // namespace

TEST_CASE("before its tiers the vault retrieves in 3 to 5 hours, without a name for it", "[storage]") {
    const auto before = retrieval_times("glacier", kFirstTiers - Duration{1});
    REQUIRE(before.size() == 1);
    CHECK(before.front().tier.empty());
    CHECK(before.front().shortest == hours{3});
    CHECK(before.front().longest == hours{5});
    CHECK(retrieval_times("glacier", kIn2013).size() == 1);
    CHECK(retrieval_times("glacier", kFirstTiers).size() == 3);
}

TEST_CASE("the usual tier of a class stands first", "[storage]") {
    CHECK(retrieval_times("glacier", kIn2026).front().tier == "standard");
    CHECK(retrieval_times("flexible", kIn2026).front().tier == "standard");
    CHECK(retrieval_times("deep_archive", kIn2026).front().longest == hours{12});
    CHECK(retrieval_times("instant", kIn2026).front().longest < std::chrono::seconds{1});
}

TEST_CASE("a class that is not known has no times", "[storage]") {
    CHECK(retrieval_times("tape", kIn2026).empty());
    CHECK(classes_with_retrieval_times().size() == 5);
}

TEST_CASE("every time has its source and is a range", "[storage]") {
    for (const std::string_view name : classes_with_retrieval_times()) {
        for (const RetrievalTime& time : retrieval_times(name, kIn2026)) {
            INFO(time.storage_class << " " << time.tier);
            CHECK(time.shortest <= time.longest);
            CHECK(time.source.substr(0, 8) == "https://");
            CHECK(time.read.size() == 10);
        }
    }
}
