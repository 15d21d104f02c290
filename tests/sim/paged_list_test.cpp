#include "core/sim/paged_list.hpp"

#include "tests/support/catch.hpp"

#include <cstdint>

using namespace firn::sim;

namespace {

/// Of numbers of 8 bytes a page of 2 MiB holds 262,144.
constexpr std::size_t kPerPage = 262'144;

PagedList<std::uint64_t> squares(std::size_t count) {
    PagedList<std::uint64_t> list;
    for (std::uint64_t n = 0; n < count; ++n)
        list.push_back(n * n);
    return list;
}

}  // namespace

TEST_CASE("a paged list keeps what is added, and where it is", "[sim]") {
    PagedList<std::uint64_t> list = squares(kPerPage);
    const std::uint64_t* first = &list[0];
    list.push_back(7);  // begins the second page
    CHECK(list.end_number() == kPerPage + 1);
    CHECK(&list[0] == first);
    CHECK(list[kPerPage - 1] == (kPerPage - 1) * (kPerPage - 1));
    CHECK(list[kPerPage] == 7);
}

TEST_CASE("values of a paged list keep their numbers when the front is forgotten", "[sim]") {
    PagedList<std::uint64_t> list = squares(3 * kPerPage);
    list.forget_before(kPerPage + 5);
    CHECK(list.begin_number() == kPerPage + 5);
    CHECK(list[kPerPage + 5] == (kPerPage + 5) * (kPerPage + 5));
    list.forget_before(3 * kPerPage);
    list.push_back(9);
    CHECK(list.begin_number() == 3 * kPerPage);
    CHECK(list[3 * kPerPage] == 9);
}
