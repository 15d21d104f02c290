#include "core/io/read_ahead.hpp"

#include "tests/io/codes_of.hpp"
#include "tests/io/rows_of.hpp"
#include "tests/support/catch.hpp"

#include <memory>
#include <stdexcept>
#include <utility>

using namespace firn;
using workload::TraceBlock;
using workload::TraceSource;

namespace {

/// Blocks of one to seven rows, the times and sizes of which count up; then the end, or an error.
TraceSource counting_source(std::int64_t rows, bool fails) {
    return [rows, fails, next = std::int64_t{0}](TraceBlock& block) mutable -> Result<bool> {
        block.clear();
        for (const std::int64_t size = 1 + next % 7;
             next < rows && static_cast<std::int64_t>(block.rows()) < size; ++next) {
            block.times.emplace_back(Duration{next});
            block.sizes.emplace_back(next);
        }
        if (block.rows() == 0 && fails) return failure({.code = "gzip-truncated"});
        return block.rows() > 0;
    };
}

TraceSource ahead(TraceSource rows) {
    return io::read_ahead(std::move(rows),
                          {std::make_shared<io::ReadingTally>(), std::make_shared<io::ReadingTally>()});
}

}  // namespace

TEST_CASE("rows that are read ahead are the same in the same order", "[io]") {
    const std::int64_t rows = GENERATE(0, 1, 2, 100, 20'000);
    CHECK(rows_of(ahead(counting_source(rows, false))).value() ==
          rows_of(counting_source(rows, false)).value());
}

TEST_CASE("an error comes behind the rows before it, also ahead", "[io]") {
    const TraceSource rows = ahead(counting_source(100, true));
    TraceBlock block;
    std::size_t read = 0;
    Result<bool> more = rows(block);
    for (; more && *more; more = rows(block))
        read += block.rows();
    CHECK(read == 100);
    CHECK(codes_of(more) == Codes{"gzip-truncated"});
}

TEST_CASE("the end of rows that are read ahead stays the end", "[io]") {
    const TraceSource rows = ahead(counting_source(1, false));
    TraceBlock block;
    CHECK(rows(block).value());
    CHECK_FALSE(rows(block).value());
    CHECK_FALSE(rows(block).value());
    CHECK(block.rows() == 0);
}

TEST_CASE("rows that are read ahead need not be read to their end", "[io]") {
    const auto opened = std::make_shared<int>(0);
    {
        const TraceSource rows = ahead(counting_source(1'000'000, false));
        TraceBlock block;
        CHECK(rows(block).value());
        const TraceSource unread = ahead([opened](TraceBlock&) -> Result<bool> {
            ++*opened;
            return false;
        });
    }
    CHECK(*opened == 0);
}

TEST_CASE("the tally is that of the blocks handed out, however far ahead the rows are read", "[io]") {
    const auto reader = std::make_shared<io::ReadingTally>();
    const auto handed_out = std::make_shared<io::ReadingTally>();
    // A blank line with each block of one row, and one behind the last.
    const TraceSource rows = io::read_ahead(
        [reader, left = 1'000](TraceBlock& block) mutable -> Result<bool> {
            reader->count(io::Remark::blank_line);
            block.clear();
            if (left-- == 0) return false;
            block.sizes.emplace_back(1);
            return true;
        },
        {reader, handed_out});
    TraceBlock block;
    for (std::int64_t read = 1; read <= 1'000; ++read) {
        REQUIRE(rows(block).value());
        REQUIRE(handed_out->count_of(io::Remark::blank_line) == read);
    }
    CHECK_FALSE(rows(block).value());
    CHECK(handed_out->count_of(io::Remark::blank_line) == 1'001);
}

TEST_CASE("an exception of the source comes to who asks for the rows", "[io]") {
    const TraceSource rows =
        ahead([](TraceBlock&) -> Result<bool> { throw std::runtime_error{"no memory"}; });
    TraceBlock block;
    CHECK_THROWS_AS(rows(block), std::runtime_error);
}
