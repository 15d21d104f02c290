#include "core/answers/file_kind.hpp"
#include "tests/io/temporary_folder.hpp"
#include "tests/support/catch.hpp"

#include <string>

using namespace firn;
using namespace firn::answers;

namespace {

FileKind kind_of_example(const std::string& name) {
    return kind_of_file(FIRN_SOURCE_DIR "/scenarios/" + name);
}

}  // namespace

TEST_CASE("what a file is, is seen by what it says", "[answers]") {
    CHECK(kind_of_example("imvu-2012/scenario.yaml") == FileKind::scenario);
    CHECK(kind_of_example("invoice/usage.yaml") == FileKind::usage);
    CHECK(kind_of_example("university-archive/alternatives.yaml") == FileKind::comparison);
    CHECK(kind_of_example("budget/budget.json") == FileKind::budget);
    CHECK(kind_of_example("invoice/expected/bill.json") == FileKind::bill);
    for (const char* report : {"reconcile/cur.csv.gz", "reconcile/focus.csv", "reconcile/cost-explorer.csv",
                               "reconcile/list.csv", "budget/bills.csv"}) {
        INFO(report);
        CHECK(kind_of_example(report) == FileKind::statement);
    }
    for (const char* files : {"arxiv/monthly.csv", "freedoom/trace.csv.gz", "database-dumps/dumps.csv",
                              "bucket-move/listing.txt", "bucket-move/versions.json", "arxiv", "nowhere"}) {
        INFO(files);
        CHECK(kind_of_example(files) == FileKind::files);
    }
}

TEST_CASE("a file of none of these kinds is unknown", "[answers]") {
    const TemporaryFolder folder;
    CHECK(kind_of_file(folder.write("people.csv", "name,street,town\nann,high street,york\n")) ==
          FileKind::unknown);
    CHECK(kind_of_file(folder.write("letter.txt", "Dear Ann\nhow are you\n")) == FileKind::unknown);
    CHECK(kind_of_file(folder.write("other.json", "{\"lines\": []}")) == FileKind::unknown);
    CHECK(kind_of_file(folder.write("list.json", "[1, 2]")) == FileKind::unknown);
    CHECK(kind_of_file(folder.write("picture.png", std::string{"\x89PNG\0\0", 6})) == FileKind::unknown);
}

TEST_CASE("the kind does not hang on the name, but a listing with a folder of that name is a listing",
          "[answers]") {
    const TemporaryFolder folder;
    CHECK(kind_of_file(folder.write("2013", "# mine\nusage: 1\nprice_book: aws-glacier\n")) ==
          FileKind::usage);
    CHECK(kind_of_file(folder.write("kept", "\n{ \"budget\": 1, \"firn\": {}}")) == FileKind::budget);
    CHECK(kind_of_file(folder.write("priced", "{\n  \"firn\": {}, \"periods\": []}")) == FileKind::bill);
    CHECK(kind_of_file(folder.write("plan", "scenario: 1\nname: x\n")) == FileKind::scenario);
    CHECK(kind_of_file(folder.write("ls.txt",
                                    "usage:\ntotal 4\n-rw-r--r-- 1 ann staff 12 2013-01-02 "
                                    "03:04:05.000000000 +0000 a.txt\n")) == FileKind::files);
    CHECK(kind_of_file(folder.write("empty.json", "[]")) == FileKind::files);
}

TEST_CASE("a folder of bills is what they are, one of other files is files", "[answers]") {
    const TemporaryFolder bills;
    const std::string first = bills.write("1.csv", "usage_type,quantity,cost\nUSE1-Requests,1,1.00\n");
    REQUIRE(kind_of_file(bills.write("2.csv", "usage_type,quantity,cost\nUSE1-Requests,2,2.00\n")) ==
            FileKind::statement);
    const std::string folder = first.substr(0, first.rfind('/'));
    CHECK(kind_of_file(folder) == FileKind::statement);
    REQUIRE(kind_of_file(bills.write("read-me.txt", "these are our bills\n")) == FileKind::unknown);
    CHECK(kind_of_file(folder) == FileKind::files);
}
