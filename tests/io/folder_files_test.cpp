#include "core/io/folder_files.hpp"

#include "tests/io/temporary_folder.hpp"
#include "tests/support/catch.hpp"

using namespace firn;

TEST_CASE("a folder stands for the files directly in it, by name", "[io]") {
    const TemporaryFolder folder;
    const std::string second = folder.write("b.yaml", "x");
    const std::string first = folder.write("a.csv", "x");
    (void)folder.write(".hidden", "x");
    std::filesystem::create_directory(folder / "deeper");
    const auto files = io::files_of({"named.csv", folder.path()});
    REQUIRE(files);
    CHECK(*files == std::vector<std::string>{"named.csv", first, second});
}

TEST_CASE("a folder without files is an error", "[io]") {
    const TemporaryFolder folder;
    const auto files = io::files_of({folder.path()});
    REQUIRE_FALSE(files);
    CHECK(files.error().front().code == "folder-without-files");
    CHECK(files.error().front().where.file == folder.path());
}
