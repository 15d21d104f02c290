#include "core/service/catalogue.hpp"

#include "tests/support/catch.hpp"

#include <array>

using namespace firn;
using namespace firn::service;

namespace {

/// 10 bytes for each file of 8.
std::uint64_t add(Catalogue& catalogue, std::uint32_t files) {
    return catalogue.add({.bytes = Bytes{files * 10}, .live_files = files},
                         {.raw = Bytes{files * 8}, .live = Bytes{files * 8}});
}

}  // namespace

TEST_CASE("each living file is alike likely to be asked for", "[service]") {
    // Archives of 1, 2, 3 and 4 files; 2 of the last have died: 8 files, of 8,000 draws 1,000 each.
    Catalogue catalogue;
    for (std::uint32_t files = 1; files <= 4; ++files)
        add(catalogue, files);
    catalogue.let_die(3, 2, Bytes{16});
    const random::Stream stream{1, "test"};
    std::array<int, 4> asked{};
    for (std::uint64_t n = 0; n < 8000; ++n)
        asked.at(*catalogue.random_file(stream, n)) += 1;
    CHECK(asked[0] == Approx(1000).margin(120));
    CHECK(asked[1] == Approx(2000).margin(160));
    CHECK(asked[2] == Approx(3000).margin(180));
    CHECK(asked[3] == Approx(2000).margin(160));
}

TEST_CASE("the catalogue adds up what lives and what is dead", "[service]") {
    Catalogue catalogue;
    add(catalogue, 5);
    add(catalogue, 7);
    catalogue.let_die(0, 3, Bytes{20});
    CHECK(catalogue.files() == 9);
    CHECK(catalogue.live() == Bytes{76});
    CHECK(catalogue.dead() == Bytes{20});
    catalogue.remove(0);
    CHECK(catalogue.find(0) == nullptr);
    CHECK(catalogue.archives() == 1);
    CHECK(catalogue.bytes() == Bytes{70});
    CHECK(catalogue.dead() == Bytes{0});
}

TEST_CASE("deleted archives at the front are forgotten, and the others keep their numbers", "[service]") {
    Catalogue catalogue;
    for (std::uint32_t n = 0; n < 5000; ++n) {
        CHECK(add(catalogue, n % 3 + 1) == n);
    }
    for (std::uint64_t n = 0; n < 4000; ++n)
        catalogue.remove(n);
    CHECK(catalogue.begin_number() == 4000);
    CHECK(catalogue.find(3999) == nullptr);
    CHECK(catalogue.find(4000)->live_files == 4000 % 3 + 1);
    const random::Stream stream{1, "test"};
    CHECK(*catalogue.random_file(stream, 0) >= 4000);
}

TEST_CASE("what lies in an archive is known, whether it is one file or holds several", "[service]") {
    Catalogue catalogue;
    const ArchiveContent several{Bytes{16}, Bytes{16}, {Bytes{2}, Bytes{8}}};
    const ArchiveContent wrapped{Bytes{8}, Bytes{8}, {Bytes{2}, Bytes{8}}};
    for (int i = 0; i < 200'000; ++i) {
        catalogue.add({.bytes = Bytes{i}, .live_files = 1}, ArchiveContent::of_one_file(Bytes{i}));
    }
    const std::uint64_t bundle = catalogue.add({.bytes = Bytes{20}, .live_files = 2}, several);
    const std::uint64_t tar = catalogue.add({.bytes = Bytes{10}, .live_files = 1}, wrapped);
    CHECK(catalogue.content_of(0) == ArchiveContent::of_one_file(Bytes{0}));
    CHECK(catalogue.content_of(199'999) == ArchiveContent::of_one_file(Bytes{199'999}));
    CHECK(catalogue.content_of(bundle) == several);
    CHECK(catalogue.content_of(tar) == wrapped);
    catalogue.let_die(bundle, 1, Bytes{8});
    CHECK(catalogue.content_of(bundle).live == Bytes{8});
    for (std::uint64_t n = 0; n < 200'000; ++n)
        catalogue.remove(n);
    CHECK(catalogue.content_of(tar) == wrapped);
    CHECK(catalogue.live() == Bytes{16});
    CHECK(catalogue.dead() == Bytes{8});
}

TEST_CASE("without a living file nothing can be asked for", "[service]") {
    CHECK_FALSE(Catalogue{}.random_file(random::Stream{1, "test"}, 0));
}

TEST_CASE("among very many dead files the living ones are found, each alike likely", "[service]") {
    Catalogue catalogue;
    for (int i = 0; i < 1'000; ++i)
        catalogue.add({.bytes = Bytes{1'000}, .live_files = 1'000},
                      {.raw = Bytes{1'000}, .live = Bytes{1'000}});
    for (std::uint64_t i = 0; i < 1'000; ++i)
        catalogue.let_die(i, 999, Bytes{999});
    const random::Stream stream{1, "test"};
    std::uint64_t in_first_half = 0;
    for (std::uint64_t n = 0; n < 1'000; ++n)
        in_first_half += *catalogue.random_file(stream, n) < 500 ? 1U : 0U;
    CHECK(in_first_half > 400);
    CHECK(in_first_half < 600);
}
