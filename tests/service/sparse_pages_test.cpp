#include "core/service/sparse_pages.hpp"

#include "core/units/bytes.hpp"
#include "tests/support/catch.hpp"

using namespace firn;
using namespace firn::service;

TEST_CASE("numbers without a value have none, whether others of their page have one or not", "[service]") {
    SparsePages<Bytes> pages;
    CHECK(pages.at(1'000'000) == Bytes{});
    pages[1'000'000] = Bytes{7};
    CHECK(pages.at(1'000'000) == Bytes{7});
    CHECK(pages.at(1'000'001) == Bytes{});
    CHECK(pages.at(0) == Bytes{});
    CHECK(pages[0] == Bytes{});
}

TEST_CASE("what is forgotten goes by whole pages, and numbers beyond all pages can follow", "[service]") {
    constexpr std::uint64_t kFar = 10'000'000;
    SparsePages<Bytes> pages;
    for (const std::uint64_t number : {std::uint64_t{1}, std::uint64_t{600'000}, std::uint64_t{1'200'000}})
        pages[number] = Bytes{static_cast<std::int64_t>(number)};
    pages.forget_before(700'000);
    CHECK(pages.at(1'200'000) == Bytes{1'200'000});
    pages.forget_before(2'000'000);
    CHECK(pages.at(2'000'000) == Bytes{});
    pages[kFar] = Bytes{5};
    CHECK(pages.at(kFar) == Bytes{5});
    pages.forget_before(kFar);
    CHECK(pages.at(kFar) == Bytes{5});
}
