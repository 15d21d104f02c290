#include "core/io/read_text_file.hpp"

#include "tests/io/codes_of.hpp"
#include "tests/io/temporary_folder.hpp"
#include "tests/support/catch.hpp"

#include <filesystem>

using firn::Bytes;
using firn::io::kLargestTextFile;
using firn::io::read_text_file;

TEST_CASE("a text file is read as it stands", "[io]") {
    const TemporaryFolder folder;
    const auto path = folder.write("bill.yaml",
                                   "usage: 1\r\n\tname: Gr\xC3\xB6\xC3\x9F"
                                   "e\n");
    CHECK(*read_text_file(path) ==
          "usage: 1\r\n\tname: Gr\xC3\xB6\xC3\x9F"
          "e\n");
}

TEST_CASE("a file that is not there is missing", "[io]") {
    const TemporaryFolder folder;
    const auto text = read_text_file(folder / "none.yaml");
    REQUIRE(codes_of(text) == Codes{"file-missing"});
    CHECK(text.error().front().where.file == folder / "none.yaml");
}

TEST_CASE("a file below a file is missing", "[io]") {
    const TemporaryFolder folder;
    CHECK(codes_of(read_text_file(folder.write("a", "text") + "/b")) == Codes{"file-missing"});
}

TEST_CASE("a folder is no text file", "[io]") {
    const TemporaryFolder folder;
    CHECK(codes_of(read_text_file(folder.path())) == Codes{"file-is-directory"});
}

TEST_CASE("a file that nobody may read is refused, to the superuser too", "[io]") {
    const TemporaryFolder folder;
    const auto path = folder.write("secret.yaml", "usage: 1\n");
    std::filesystem::permissions(path, std::filesystem::perms::none);
    CHECK(codes_of(read_text_file(path)) == Codes{"file-not-readable"});
}

TEST_CASE("an empty file is told from one with text", "[io]") {
    const TemporaryFolder folder;
    CHECK(codes_of(read_text_file(folder.write("empty.yaml", ""))) == Codes{"file-empty"});
}

TEST_CASE("an empty device is an empty file", "[io]") {
    CHECK(codes_of(read_text_file("/dev/null")) == Codes{"file-empty"});
}

TEST_CASE("a NUL makes a file binary and is located", "[io]") {
    const TemporaryFolder folder;
    const auto text = read_text_file(folder.write("image.yaml", std::string{"ab\ncd\0e", 7}));
    REQUIRE(codes_of(text) == Codes{"file-binary"});
    CHECK(text.error().front().where.line == 2);
    CHECK(text.error().front().where.column == 3);
}

TEST_CASE("a control character makes a file binary", "[io]") {
    const TemporaryFolder folder;
    CHECK(codes_of(read_text_file(folder.write("a.yaml", "a: \x1b[31mred\n"))) == Codes{"file-binary"});
}

TEST_CASE("a packed text file is binary, with the advice to unpack it", "[io]") {
    const TemporaryFolder folder;
    const auto text = read_text_file(folder.write("bill.yaml", gzip("usage: 1\n")));
    REQUIRE(codes_of(text) == Codes{"file-binary"});
    CHECK(text.error().front().remedy == "unpack it first: gzip -dk FILE");
}

TEST_CASE("a text file of the largest size is read, one byte more is refused", "[io]") {
    const TemporaryFolder folder;
    const auto limit = static_cast<std::size_t>(kLargestTextFile.count());
    const auto fits = folder.write("fits.yaml", std::string(limit, 'x'));
    const auto exceeds = folder.write("exceeds.yaml", std::string(limit + 1, 'x'));
    CHECK(read_text_file(fits).has_value());
    CHECK(codes_of(read_text_file(exceeds)) == Codes{"file-too-large"});
}
