#include "core/io/folder_scan.hpp"

#include "core/io/external_sort.hpp"
#include "core/io/trace_reader.hpp"
#include "tests/io/codes_of.hpp"
#include "tests/io/rows_of.hpp"
#include "tests/io/temporary_folder.hpp"
#include "tests/support/catch.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <string>

using namespace firn;
using io::ScanTally;

namespace {

struct Scan {
    Rows rows;
    ScanTally tally;
};

Scan scan(const std::string& path, unsigned threads) {
    const auto tally = std::make_shared<ScanTally>();
    const auto rows = io::scan_folder(path, threads, tally);
    REQUIRE(rows);
    const auto sorted =
        io::sorted(*rows, {.memory = Bytes::from_kib(64), .folder = {}, .ties = io::Ties::by_size});
    REQUIRE(sorted);
    return {rows_of(*sorted).value(), *tally};
}

/// Sets when the file was last changed.
void set_time(const std::string& path, std::int64_t seconds, long nanoseconds = 0) {
    const timespec times[2] = {{.tv_sec = seconds, .tv_nsec = 0},
                               {.tv_sec = seconds, .tv_nsec = nanoseconds}};
    REQUIRE(::utimensat(AT_FDCWD, path.c_str(), times, AT_SYMLINK_NOFOLLOW) == 0);
}

void make_file(const TemporaryFolder& folder, const std::string& name, std::size_t size, std::int64_t seconds,
               long nanoseconds = 0) {
    set_time(folder.write(name, std::string(size, 'x')), seconds, nanoseconds);
}

}  // namespace

TEST_CASE("the files below a folder are rows with the times of their last changes", "[io]") {
    const TemporaryFolder folder;
    std::filesystem::create_directories(folder / "photos/2013");
    make_file(folder, "photos/b.jpg", 2, 1'000, 250'001'999);
    make_file(folder, "photos/2013/a\nb.jpg", 3, 7);
    make_file(folder, "c", 0, 2'000);
    const Scan found = scan(folder.path(), GENERATE(1U, 2U, 5U));
    CHECK(found.rows == Rows{{7'000'000, 3}, {1'000'250'001, 2}, {2'000'000'000, 0}});
    CHECK(found.tally.files == 3);
    CHECK(found.tally.folders == 3);
}

TEST_CASE("an empty folder has no rows", "[io]") {
    const TemporaryFolder folder;
    CHECK(scan(folder.path(), 2).rows.empty());
}

TEST_CASE("a scan gives the same rows whatever the number of threads", "[io]") {
    const TemporaryFolder folder;
    Rows expected;
    for (int i = 0; i < 40; ++i) {
        const std::string name = "folder" + std::to_string(i % 7) + "/" + std::to_string(i);
        std::filesystem::create_directories(folder / name);
        for (int j = 0; j < 25; ++j) {
            const std::int64_t second = (i * 25 + j) % 5;
            const auto size = static_cast<std::size_t>((i * j) % 11);
            make_file(folder, name + "/" + std::to_string(j), size, second);
            expected.emplace_back(second * 1'000'000, size);
        }
    }
    std::sort(expected.begin(), expected.end());
    for (const unsigned threads : {1U, 2U, 8U}) {
        CHECK(scan(folder.path(), threads).rows == expected);
    }
}

TEST_CASE("links are not followed and special files left out, both counted", "[io]") {
    const TemporaryFolder folder;
    const TemporaryFolder elsewhere;
    make_file(elsewhere, "secret", 1, 1);
    std::filesystem::create_symlink(elsewhere.path(), folder / "to-folder");
    std::filesystem::create_symlink(elsewhere / "secret", folder / "to-file");
    std::filesystem::create_symlink(folder.path(), folder / "to-itself");
    REQUIRE(::mkfifo((folder / "pipe").c_str(), S_IRUSR) == 0);
    const Scan found = scan(folder.path(), 2);
    CHECK(found.rows.empty());
    CHECK(found.tally.links == 3);
    CHECK(found.tally.special_files == 1);
}

TEST_CASE("a link to a folder may be scanned when it is the one named", "[io]") {
    const TemporaryFolder folder;
    std::filesystem::create_directories(folder / "real");
    make_file(folder, "real/a", 5, 1);
    std::filesystem::create_symlink(folder / "real", folder / "link");
    CHECK(scan(folder / "link", 1).rows == Rows{{1'000'000, 5}});
    CHECK(scan(folder / "real/", 1).rows == Rows{{1'000'000, 5}});
}

TEST_CASE("a file with several names counts once", "[io]") {
    const TemporaryFolder folder;
    make_file(folder, "a", 5, 1);
    std::filesystem::create_hard_link(folder / "a", folder / "b");
    std::filesystem::create_hard_link(folder / "a", folder / "c");
    const Scan found = scan(folder.path(), 2);
    CHECK(found.rows == Rows{{1'000'000, 5}});
    CHECK(found.tally.other_names == 2);
}

TEST_CASE("files from before 1970 are left out and counted", "[io]") {
    const TemporaryFolder folder;
    make_file(folder, "a", 5, -1);
    make_file(folder, "b", 6, 0);
    const Scan found = scan(folder.path(), 1);
    CHECK(found.rows == Rows{{0, 6}});
    CHECK(found.tally.foreign_times == 1);
}

TEST_CASE("what cannot be read is counted, and the first of it named", "[io]") {
    const TemporaryFolder folder;
    make_file(folder, "a", 5, 1);
    // A path of more than 4,096 bytes is refused to everybody, also to the superuser.
    const std::string name(250, 'd');
    const std::string before = std::filesystem::current_path();
    std::filesystem::current_path(folder.path());
    for (int depth = 0; depth < 20; ++depth) {
        std::filesystem::create_directory(name);
        std::filesystem::current_path(name);
    }
    std::filesystem::current_path(before);
    const Scan found = scan(folder.path(), 2);
    CHECK(found.rows == Rows{{1'000'000, 5}});
    CHECK(found.tally.not_readable == 1);
    REQUIRE(found.tally.first_not_readable.size() == 1);
    CHECK(found.tally.first_not_readable.begin()->second == "File name too long");
    const auto trace = io::open_trace(folder.path());
    REQUIRE(trace);
    REQUIRE(rows_of(trace->rows));
    const Diagnostics notes = io::remarks_on(folder.path(), *trace->tally, Severity::note);
    REQUIRE(notes.size() == 1);
    CHECK(notes[0].severity == Severity::warning);
    CHECK_THAT(notes[0].what, Catch::Contains(" and is left out: " + folder.path() + "/ddd"));
    CHECK_THAT(notes[0].what, Catch::Contains("ddd (File name too long)"));
}

TEST_CASE("without a thread who asks for the rows scans, also a folder of more than a block", "[io]") {
    const TemporaryFolder folder;
    std::filesystem::create_directory(folder / "below");
    for (int i = 0; i < 5'000; ++i)
        make_file(folder, "below/" + std::to_string(i), static_cast<std::size_t>(i) % 7, 1);
    const Scan alone = scan(folder.path(), 0);
    const Scan together = scan(folder.path(), 2);
    CHECK(alone.rows.size() == 5'000);
    CHECK(alone.rows == together.rows);
    CHECK(alone.tally.files == 5'000);
    CHECK(alone.tally.folders == 2);
}

TEST_CASE("a scan whose rows nobody wants ends", "[io]") {
    const TemporaryFolder folder;
    for (int i = 0; i < 200; ++i)
        make_file(folder, std::to_string(i), 1, 1);
    const auto tally = std::make_shared<ScanTally>();
    const auto rows = io::scan_folder(folder.path(), 2, tally);
    CHECK(rows);
}

TEST_CASE("a folder that is not there cannot be scanned", "[io]") {
    const TemporaryFolder folder;
    CHECK(codes_of(io::scan_folder(folder / "absent", 1, std::make_shared<ScanTally>())) ==
          Codes{"file-missing"});
    CHECK_FALSE(io::is_folder(folder / "absent"));
    CHECK(io::is_folder(folder.path()));
}
