#include "core/io/input_file.hpp"
#include "tests/io/temporary_folder.hpp"
#include "tests/support/catch.hpp"

#include <string>

using namespace firn;

namespace {

std::string code_of(const std::string& path, bool may_be_folder = false) {
    const auto fault = io::opening_fault(path, may_be_folder);
    return fault ? fault->code : "";
}

}  // namespace

TEST_CASE("why a file cannot be read is told without reading it", "[io]") {
    const TemporaryFolder folder;
    CHECK(code_of(folder.path() + "/none.csv") == "file-missing");
    CHECK(code_of(folder.path()) == "file-is-directory");
    CHECK(code_of(folder.path(), true).empty());
    CHECK(code_of(folder.write("empty.csv", "")) == "file-empty");
    CHECK(code_of(folder.write("rows.csv", "a\n")).empty());
    CHECK(code_of("/dev/null").empty());
}
