#include "core/io/line_blocks.hpp"

#include "tests/io/codes_of.hpp"
#include "tests/io/temporary_folder.hpp"
#include "tests/support/catch.hpp"

#include <rapidcheck.h>

#include <string>

using firn::Result;
using firn::io::kLongestLine;
using firn::io::LineBlocks;

namespace {

/// All blocks of a file joined; the diagnostics when reading stops.
Result<std::string> all_lines(const std::string& path) {
    auto blocks = LineBlocks::open(path);
    if (!blocks) return blocks.error();
    std::string text;
    for (;;) {
        const auto more = blocks->next();
        if (!more) return more.error();
        if (!*more) return text;
        text += blocks->text();
    }
}

}  // namespace

TEST_CASE("lines are given as they stand", "[io]") {
    const TemporaryFolder folder;
    CHECK(*all_lines(folder.write("a", "one\ntwo\r\n\nlast")) == "one\ntwo\r\n\nlast");
}

TEST_CASE("gzip is recognised by its first bytes, not by its name", "[io]") {
    const TemporaryFolder folder;
    CHECK(*all_lines(folder.write("packed.csv", gzip("one\ntwo\n"))) == "one\ntwo\n");
    CHECK(*all_lines(folder.write("plain.csv.gz", "one\ntwo\n")) == "one\ntwo\n");
}

TEST_CASE("members of a gzip file follow each other, a line may go across", "[io]") {
    const TemporaryFolder folder;
    CHECK(*all_lines(folder.write("a.gz", gzip("one\ntw") + gzip("") + gzip("o\nthree"))) ==
          "one\ntwo\nthree");
}

TEST_CASE("zeros after the last gzip member are padding", "[io]") {
    const TemporaryFolder folder;
    CHECK(*all_lines(folder.write("a.gz", gzip("one\n") + std::string(512, '\0'))) == "one\n");
}

TEST_CASE("text after the last gzip member is damage", "[io]") {
    const TemporaryFolder folder;
    CHECK(codes_of(all_lines(folder.write("a.gz", gzip("one\n") + "two\n"))) == Codes{"gzip-corrupt"});
}

TEST_CASE("a gzip file cut anywhere is truncated", "[io]") {
    const TemporaryFolder folder;
    const std::string packed = gzip("2013-03-05T00:00Z,25000000\n2013-03-05T00:01Z,24000000\n");
    for (std::size_t length = 2; length < packed.size(); ++length) {
        CHECK(codes_of(all_lines(folder.write("cut.gz", packed.substr(0, length)))) ==
              Codes{"gzip-truncated"});
    }
}

TEST_CASE("a gzip file with a wrong checksum is damaged", "[io]") {
    const TemporaryFolder folder;
    std::string packed = gzip("one\ntwo\n");
    packed[packed.size() - 5] = static_cast<char>(packed[packed.size() - 5] ^ 1);
    CHECK(codes_of(all_lines(folder.write("bad.gz", packed))) == Codes{"gzip-corrupt"});
}

TEST_CASE("the error of a gzip file names the line that was reached", "[io]") {
    const TemporaryFolder folder;
    std::string text;
    for (int i = 0; i < 100'000; ++i)
        text += std::to_string(i * 7919 % 100'003) + "\n";
    const std::string packed = gzip(text);
    const auto lines = all_lines(folder.write("cut.gz", packed.substr(0, packed.size() / 2)));
    REQUIRE(codes_of(lines) == Codes{"gzip-truncated"});
    CHECK(lines.error().front().where.line > 10'000);
    CHECK(lines.error().front().where.line < 90'000);
}

TEST_CASE("a byte order mark is left out", "[io]") {
    const TemporaryFolder folder;
    CHECK(*all_lines(folder.write("a", "\xEF\xBB\xBFone\n")) == "one\n");
    CHECK(*all_lines(folder.write("b", gzip("\xEF\xBB\xBFone\n"))) == "one\n");
    CHECK(*all_lines(folder.write("c", "one\n\xEF\xBB\xBFtwo\n")) == "one\n\xEF\xBB\xBFtwo\n");
}

TEST_CASE("the longest line is read, one byte more is refused", "[io]") {
    const TemporaryFolder folder;
    const std::string longest(kLongestLine, 'x');
    CHECK(*all_lines(folder.write("fits", "a\n" + longest + "\nb\n")) == "a\n" + longest + "\nb\n");
    CHECK(*all_lines(folder.write("last", "a\n" + longest)) == "a\n" + longest);
    const auto exceeds = all_lines(folder.write("exceeds", "a\n" + longest + "x\nb\n"));
    REQUIRE(codes_of(exceeds) == Codes{"line-too-long"});
    CHECK(exceeds.error().front().where.line == 2);
}

TEST_CASE("a NUL is located by line and column", "[io]") {
    const TemporaryFolder folder;
    const auto lines = all_lines(folder.write("a", std::string{"one\ntw\0o\n", 9}));
    REQUIRE(codes_of(lines) == Codes{"file-binary"});
    CHECK(lines.error().front().where.line == 2);
    CHECK(lines.error().front().where.column == 3);
}

TEST_CASE("each block tells the number of its first line", "[io]") {
    const TemporaryFolder folder;
    std::string text;
    for (int i = 1; i <= 50'000; ++i)
        text += std::to_string(i) + "\n";
    auto blocks = LineBlocks::open(folder.write("numbers", text));
    REQUIRE(blocks);
    std::size_t blocks_read = 0;
    for (; *blocks->next(); ++blocks_read) {
        CHECK(std::to_string(blocks->first_line()) == blocks->text().substr(0, blocks->text().find('\n')));
    }
    CHECK(blocks_read > 1);
}

TEST_CASE("blocks joined are the file, plain and packed", "[io][property]") {
    const TemporaryFolder folder;
    CHECK(rc::check("any lines", [&folder] {
        const auto lines = *rc::gen::container<std::vector<std::string>>(
            rc::gen::container<std::string>(rc::gen::inRange<char>(' ', '~')));
        std::string text = "first\n";
        for (const std::string& line : lines)
            text += line + "\n";
        RC_ASSERT(*all_lines(folder.write("plain", text)) == text);
        RC_ASSERT(*all_lines(folder.write("packed", gzip(text))) == text);
    }));
}
