#include "core/io/output_file.hpp"

#include "tests/io/codes_of.hpp"
#include "tests/io/temporary_folder.hpp"
#include "tests/support/catch.hpp"

#include <sys/resource.h>

#include <csignal>
#include <filesystem>

using firn::Bytes;
using firn::io::OutputFile;
using firn::io::write_file_atomically;
namespace fs = std::filesystem;

namespace {

/// Files of this process may not grow beyond a size, as on a full disk.
class FileSizeLimit {
  public:
    explicit FileSizeLimit(rlim_t bytes) {
        ::getrlimit(RLIMIT_FSIZE, &before_);
        handler_ = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{.rlim_cur = bytes, .rlim_max = before_.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    FileSizeLimit(const FileSizeLimit&) = delete;
    FileSizeLimit& operator=(const FileSizeLimit&) = delete;
    FileSizeLimit(FileSizeLimit&&) = delete;
    FileSizeLimit& operator=(FileSizeLimit&&) = delete;
    ~FileSizeLimit() {
        ::setrlimit(RLIMIT_FSIZE, &before_);
        std::signal(SIGXFSZ, handler_);
    }

  private:
    rlimit before_{};
    void (*handler_)(int) = nullptr;
};

}  // namespace

TEST_CASE("a written file holds its text and nothing lies beside it", "[io]") {
    const TemporaryFolder folder;
    const auto written = write_file_atomically(folder / "plan.json", "{}\n");
    REQUIRE(written);
    CHECK(*written == Bytes{3});
    CHECK(content_of(folder / "plan.json") == "{}\n");
    CHECK(folder.names() == std::vector<std::string>{"plan.json"});
}

TEST_CASE("a file is replaced whole and keeps its permissions", "[io]") {
    const TemporaryFolder folder;
    const auto path = folder.write("plan.json", "a long text that was there before\n");
    fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write);
    REQUIRE(write_file_atomically(path, "new\n"));
    CHECK(content_of(path) == "new\n");
    CHECK(fs::status(path).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
}

TEST_CASE("without commit nothing appears and an older file stays", "[io]") {
    const TemporaryFolder folder;
    const auto older = folder.write("older.csv", "older\n");
    {
        auto file = OutputFile::create(older);
        REQUIRE(file);
        REQUIRE(file->append(std::string(1'000'000, 'x')));
    }
    CHECK(folder.names() == std::vector<std::string>{"older.csv"});
    CHECK(content_of(older) == "older\n");
}

TEST_CASE("a file is not there before its commit", "[io]") {
    const TemporaryFolder folder;
    auto file = OutputFile::create(folder / "rows.csv");
    REQUIRE(file);
    REQUIRE(file->append("a,b\n"));
    CHECK_FALSE(fs::exists(folder / "rows.csv"));
    REQUIRE(file->commit());
    CHECK(content_of(folder / "rows.csv") == "a,b\n");
}

TEST_CASE("a name that ends in .gz gets gzip", "[io]") {
    const TemporaryFolder folder;
    REQUIRE(write_file_atomically(folder / "rows.csv.gz", "a,b\n"));
    CHECK(content_of(folder / "rows.csv.gz") == gzip("a,b\n"));
}

TEST_CASE("output into a folder that does not exist is refused", "[io]") {
    const TemporaryFolder folder;
    CHECK(codes_of(write_file_atomically(folder / "none/plan.json", "{}\n")) ==
          Codes{"output-folder-missing"});
    CHECK(folder.names().empty());
}

TEST_CASE("output below a file is refused", "[io]") {
    const TemporaryFolder folder;
    const auto path = folder.write("file", "text") + "/plan.json";
    CHECK(codes_of(write_file_atomically(path, "{}\n")) == Codes{"output-folder-missing"});
}

TEST_CASE("a folder is no output", "[io]") {
    const TemporaryFolder folder;
    CHECK(codes_of(write_file_atomically(folder.path(), "{}\n")) == Codes{"output-is-directory"});
    CHECK(codes_of(write_file_atomically(folder / "new/", "{}\n")) == Codes{"output-is-directory"});
    CHECK(codes_of(write_file_atomically("", "{}\n")) == Codes{"output-is-directory"});
}

TEST_CASE("a read-only folder takes no output, from the superuser neither", "[io]") {
    const TemporaryFolder folder;
    fs::permissions(folder.path(), fs::perms::owner_read | fs::perms::owner_exec);
    CHECK(codes_of(write_file_atomically(folder / "plan.json", "{}\n")) == Codes{"output-not-writable"});
    CHECK(folder.names().empty());
}

TEST_CASE("a read-only file is not replaced", "[io]") {
    const TemporaryFolder folder;
    const auto path = folder.write("plan.json", "older\n");
    fs::permissions(path, fs::perms::owner_read);
    CHECK(codes_of(write_file_atomically(path, "{}\n")) == Codes{"output-not-writable"});
    CHECK(content_of(path) == "older\n");
}

TEST_CASE("on a full disk nothing half-written is left", "[io]") {
    const TemporaryFolder folder;
    const auto older = folder.write("rows.csv", "older\n");
    const FileSizeLimit limit{4096};
    CHECK(codes_of(write_file_atomically(older, std::string(10'000, 'x'))) == Codes{"output-disk-full"});
    CHECK(codes_of(write_file_atomically(folder / "new.csv", std::string(10'000, 'x'))) ==
          Codes{"output-disk-full"});
    CHECK(folder.names() == std::vector<std::string>{"rows.csv"});
    CHECK(content_of(older) == "older\n");
}

TEST_CASE("a device is written directly", "[io]") {
    CHECK(write_file_atomically("/dev/null", "{}\n"));
    CHECK(fs::is_character_file("/dev/null"));
    CHECK(codes_of(write_file_atomically("/dev/full", "{}\n")) == Codes{"output-disk-full"});
}

TEST_CASE("a symbolic link keeps pointing to where it did", "[io]") {
    const TemporaryFolder folder;
    const auto real = folder.write("real.json", "older\n");
    fs::create_symlink(real, folder / "link.json");
    REQUIRE(write_file_atomically(folder / "link.json", "new\n"));
    CHECK(fs::is_symlink(folder / "link.json"));
    CHECK(content_of(real) == "new\n");
}
